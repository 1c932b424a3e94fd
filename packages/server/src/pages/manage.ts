import { AppError } from '../errors.ts'
import type { GuestBookingView } from '../public/model.ts'
import { getGuestBooking } from '../public/service.ts'
import { announcedByToken } from '../reminders/announce.ts'
import { bookingFacts } from './booking-facts.ts'
import { type Html, html } from './html.ts'
import type { Page } from './layout.ts'
import { whileOpen } from './link-again.ts'
import { type Answer, type Handler, queryOf, type Visit } from './visit.ts'

/** `GET /booking/{token}`: a guest's booking, found by the secret in the address. */
export async function showGuestBooking({ ctx, http, params, visitor }: Visit): Promise<Answer> {
  const token = params.token ?? ''
  const view = await getGuestBooking(ctx, token)
  const query = queryOf(http)
  const reminders = view.ended ? null : await announcedByToken(ctx, token)
  const again = view.ended ? null : await whileOpen(ctx, query.get('again'))
  const { title, lead, waiting } = words(view, query.has('new') ? 'new' : query.has('moved') ? 'moved' : 'seen')
  return secret(
    title,
    html`<section class="card panel">
<header>
${!view.ended && html`<span class="badge${waiting && ' waiting'}" aria-hidden="true"></span>`}
<h1>${title}</h1>
<p class="muted">${lead}</p>
</header>
${bookingFacts(view, visitor.locale)}
${reminders && html`<p class="muted">${reminders}</p>`}
${actions(view, token, again)}
</section>`,
  )
}

/** A page behind a secret address: kept by no cache, told to no other site. */
export const secret = (title: string, main: Html): Page => ({ title, secrecy: 'link', main })

/** Whoever follows the link of a booking that is off is told so. */
export const orGone =
  (handle: Handler): Handler =>
  async (visit) => {
    try {
      return await handle(visit)
    } catch (error) {
      if (!(error instanceof AppError) || !['gone', 'booking_ended', 'booking_closed'].includes(error.code)) throw error
      const main = html`<section class="card notice">
<h1>${error.message.replace(/[.;].*$/, '')}</h1>
<p>Nothing more can be changed here. To meet after all, book a new time on the host’s page.</p>
</section>`
      return { ...secret('Your booking', main), status: error.status }
    }
  }

function words(view: GuestBookingView, seen: 'new' | 'moved' | 'seen') {
  const hosts = view.hosts.map(({ name }) => name).join(', ')
  const mail = `A mail is on its way to ${view.guest.email}, with an invitation for your calendar.`
  if (view.ended) return { title: 'This meeting is over', lead: 'It can no longer be moved or cancelled.' }
  if (view.status === 'pending') {
    const lead = `${hosts} will confirm or decline, and you will hear at ${view.guest.email}.`
    const title = seen === 'new' ? 'Request sent' : 'Waiting for confirmation'
    return { title, lead: `${lead} The time is held for you until then.`, waiting: true }
  }
  if (seen === 'new') return { title: 'You are booked', lead: mail }
  if (seen === 'moved') return { title: 'Your booking has a new time', lead: mail }
  return { title: 'Your booking', lead: 'This page is yours: whoever has its address can move or cancel the booking.' }
}

function actions(view: GuestBookingView, token: string, again: string | null): Html {
  const type = view.eventType
  if (view.ended) {
    const again = type && html`<a class="button quiet" href="/${type.username}/${type.slug}">Book again</a>`
    return html`<div class="buttons">${again}</div>`
  }
  return html`<div class="buttons">
<a class="button quiet" href="/api/v1/public/bookings/${token}/calendar.ics" download="booking.ics">Add to calendar</a>
${view.movable && html`<a class="button quiet" href="/booking/${token}/reschedule">Reschedule</a>`}
${again && html`<a class="button quiet" href="${again}">Book another time</a>`}
<a class="button danger" href="/booking/${token}/cancel">Cancel</a>
</div>`
}
