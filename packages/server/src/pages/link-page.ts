import { aboutHtml, peopleOf } from './about.ts'
import { bookingForm } from './booking-form.ts'
import { noticeHtml, pickerHtml } from './calendar.ts'
import type { Typed } from './fields.ts'
import { type Html, html, jsonScript, paragraphs, webAddress } from './html.ts'
import type { Page } from './layout.ts'
import { greetingOf, knownGuestFields } from './link-guest.ts'
import type { Chosen } from './link-opened.ts'
import { secret } from './manage.ts'
import type { Picker } from './picker.ts'
import { pickerState } from './picker-state.ts'
import { chosenHtml } from './start-field.ts'
import { dateName } from './when.ts'

/** The times of one event type of a link, and the form. */
export function linkPage(chosen: Chosen, picker: Picker, typed: Typed, language: string | undefined): Page {
  const { link, offer, home, token } = chosen
  const detailed = picker.slot !== null || picker.missed === 'in form'
  const who = link.guest ? knownGuestFields(typed, link.guest) : undefined
  const state = {
    ...pickerState(picker, `/api/v1/public/links/${token}`),
    kind: 'book',
    language: language ?? null,
    link: { eventTypeId: offer.id, home },
  }
  const main = html`<div class="card booking" id="booking">
${aboutLink(chosen, picker)}
${noticeHtml(picker)}
${pickerHtml(picker, detailed)}
<section class="details" id="details" aria-label="Your details"${!detailed && html` hidden`}>
${chosenHtml(picker)}
${bookingForm(offer, picker, typed, who)}
</section>
</div>
${jsonScript('state', state)}`
  return {
    ...secret(`${offer.title} · ${link.host.name}`, main),
    width: 'wide',
    scripts: ['booking.ts'],
    formTarget: webAddress(offer.redirectUrl),
  }
}

function aboutLink({ link, offer, home, path }: Chosen, { duration, zone, locale }: Picker): Html {
  const greeting = greetingOf(link)
  const ends = link.expiresAt && dateName(new Date(link.expiresAt), zone, locale)
  return aboutHtml(offer, {
    host: peopleOf(offer) || link.host.name,
    duration,
    personal: html`${greeting && html`<div class="greeting">${paragraphs(greeting)}</div>`}`,
    facts: html`${ends && html`<li class="fact-until">Open until ${ends}</li>`}
${path !== home && html`<li class="fact-back"><a href="${home}">Choose something else</a></li>`}`,
  })
}
