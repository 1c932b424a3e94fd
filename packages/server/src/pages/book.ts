import { AppError } from '../errors.ts'
import type { PublicEventType } from '../public/model.ts'
import { bookAsGuest, getPublicEventType, listSlotsForGuest, organizationOfPage } from '../public/service.ts'
import { aboutHtml, peopleOf } from './about.ts'
import { bookingForm, fieldOf, readBooking } from './booking-form.ts'
import { noticeHtml, pickerHtml } from './calendar.ts'
import type { Typed } from './fields.ts'
import { nothingWrong, readForm, taken, wrongOf } from './form.ts'
import { type Host, hostOf } from './host.ts'
import { type Html, html, jsonScript, webAddress } from './html.ts'
import type { Page } from './layout.ts'
import { type Picker, readPicker } from './picker.ts'
import { pickerState } from './picker-state.ts'
import { chosenHtml } from './start-field.ts'
import { type Answer, queryOf, type Visit, zoneOf } from './visit.ts'

/** `GET /{username}/{slug}` */
export async function showBooking(visit: Visit): Promise<Answer> {
  const offer = await offerOf(visit)
  const picker = await pickerOf(visit, offer)
  return pageOf(visit, offer, picker, { values: queryOf(visit.http), wrong: nothingWrong })
}

/** `POST /{username}/{slug}`: the way without a script; the same verb as the API's. */
export async function book(visit: Visit): Promise<Answer> {
  const { ctx, params, http, visitor } = visit
  const form = await readForm(http)
  const offer = await offerOf(visit)
  const zone = zoneOf(form.get('timezone')) ?? offer.timezone
  try {
    const input = readBooking(form, offer, { zone, language: visitor.language })
    const made = await bookAsGuest(ctx, params.username ?? '', params.slug ?? '', input)
    return { redirect: webAddress(made.redirectUrl) ?? `${new URL(made.manageUrl ?? '').pathname}?new=1` }
  } catch (error) {
    const wrong = explain(error)
    const picker = await pickerOf({ ...visit, visitor: { ...visitor, zone } }, offer, form)
    const status = error instanceof AppError ? error.status : 400
    return { ...(await pageOf(visit, offer, picker, { values: form, wrong })), status }
  }
}

function explain(error: unknown) {
  if (error instanceof AppError) {
    if (error.code === 'not_found') throw error
    if (error.code === 'slot_unavailable') return { ...nothingWrong, general: taken }
    if (error.code === 'seat_taken') return { general: null, fields: new Map([['email', error.message]]) }
  }
  return wrongOf(error, fieldOf)
}

const offerOf = ({ ctx, params }: Visit) => getPublicEventType(ctx, params.username ?? '', params.slug ?? '')

async function pickerOf(visit: Visit, offer: PublicEventType, sent?: URLSearchParams): Promise<Picker> {
  const { username = '', slug = '' } = visit.params
  return readPicker(visit, {
    organizationId: await organizationOfPage(visit.ctx, username),
    path: `/${username}/${slug}`,
    hostZone: offer.timezone,
    durations: offer.durationOptions ?? [offer.durationMinutes],
    duration: offer.durationMinutes,
    load: (query) => listSlotsForGuest(visit.ctx, username, slug, query),
    ...(sent && { sent }),
  })
}

async function pageOf(visit: Visit, offer: PublicEventType, picker: Picker, typed: Typed): Promise<Page> {
  const { username = '', slug = '' } = visit.params
  const host = await hostOf(visit.ctx, username)
  const detailed = picker.slot !== null || picker.missed === 'in form'
  const api = `/api/v1/public/users/${username}/${slug}`
  return {
    title: `${offer.title} · ${host.name}`,
    description: offer.description || `Book ${offer.title} with ${host.name}.`,
    width: 'wide',
    robots: visit.http.search === '' ? 'nofollow' : 'noindex, nofollow',
    scripts: ['booking.ts'],
    formTarget: webAddress(offer.redirectUrl),
    main: html`<div class="card booking" id="booking">
${aboutHtml(offer, { host: hostHtml(offer, host, username), duration: picker.duration })}
${noticeHtml(picker)}
${pickerHtml(picker, detailed)}
<section class="details" id="details" aria-label="Your details"${!detailed && html` hidden`}>
${chosenHtml(picker)}
${bookingForm(offer, picker, typed)}
</section>
</div>
${jsonScript('state', { ...pickerState(picker, api), kind: 'book', language: visit.visitor.language ?? null })}`,
  }
}

const hostHtml = (offer: PublicEventType, host: Host, username: string): Html =>
  html`<a href="/${username}">${peopleOf(offer) || host.name}</a><span>${host.organization}</span>`
