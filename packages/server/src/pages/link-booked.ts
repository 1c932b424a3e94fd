import type { GuestBookingView } from '../public/model.ts'
import { placeOf, table, when } from './booking-facts.ts'
import { html } from './html.ts'
import type { Page } from './layout.ts'
import { secret } from './manage.ts'

/**
 * What somebody sees who booked for the one a share link was made for: the guest's own page tells more of them than
 * a stranger with the link may know, so the way there goes by mail.
 */
export function bookedPage(
  view: GuestBookingView,
  { zone, locale, reminders, again }: { zone: string; locale: string; reminders: string | null; again: string | null },
): Page {
  const waits = view.status === 'pending'
  const title = waits ? 'Request sent' : 'You are booked'
  const hosts = view.hosts.map(({ name }) => name).join(', ')
  const lead = waits
    ? `${hosts} will confirm or decline, and a mail goes to ${view.guest.email}. The time is held until then.`
    : `A mail is on its way to ${view.guest.email}, with an invitation for the calendar and the way to move or cancel.`
  return secret(
    title,
    html`<section class="card panel">
<header>
<span class="badge${waits && ' waiting'}" aria-hidden="true"></span>
<h1>${title}</h1>
<p class="muted">${lead}</p>
</header>
${table([
  ['What', view.title],
  ['When', when(view, zone, locale)],
  ['With', hosts],
  ['Where', placeOf(view.location)],
  ['Notes', view.notes],
])}
${reminders && html`<p class="muted">${reminders}</p>`}
${again && html`<div class="buttons"><a class="button quiet" href="${again}">Book another time</a></div>`}
</section>`,
  )
}
