import { cancelBooking } from '../bookings/cancel.ts'
import { confirmBooking, declineBooking, markNoShow } from '../bookings/decide.ts'
import { findBooking } from '../bookings/directory.ts'
import { type Booking, type BookingRow, Cancel, Decline } from '../bookings/model.ts'
import { presentAll } from '../bookings/present.ts'
import { AppError } from '../errors.ts'
import { parseAs } from '../http/parse.ts'
import { whoAmI } from '../users/service.ts'
import { topBar } from './account.ts'
import { placeOf, table, when } from './booking-facts.ts'
import { stateHtml } from './dashboard.ts'
import { longField } from './fields.ts'
import { nothingWrong, readForm } from './form.ts'
import { type Html, html } from './html.ts'
import { accountPage } from './sign-in.ts'
import { type Answer, queryOf, type Visit } from './visit.ts'

/** `GET /dashboard/bookings/{id}`: all that a host may know and do. */
export async function showBookingDetail({ ctx, http, params, visitor }: Visit): Promise<Answer> {
  const row = await findBooking(ctx.db.read, ctx, params.id ?? '')
  const [booking] = await presentAll(ctx.db.read, ctx, [row])
  if (!booking) throw new AppError('not_found', 'There is no such booking.')
  const { user } = await whoAmI(ctx)
  const main = html`<p class="up"><a href="/dashboard">‹ All bookings</a></p>
<section class="card panel">
<header><h1>${booking.title} with ${booking.guest.name}</h1><p>${stateHtml(booking)}</p></header>
${facts(booking, row, user.timezone, visitor.locale)}
${actions(booking, ctx.now(), queryOf(http).get('open'))}
</section>`
  return { ...accountPage(`${booking.title} with ${booking.guest.name}`, main), header: await topBar(ctx) }
}

/** `POST /dashboard/bookings/{id}/{verb}` */
export async function changeBooking({ ctx, params, http }: Visit): Promise<Answer> {
  const { id = '', verb = '' } = params
  const form = await readForm(http)
  const reason = form.get('reason')?.replaceAll('\r\n', '\n').trim()
  const input = reason ? { reason } : {}
  if (verb === 'confirm') await confirmBooking(ctx, id)
  else if (verb === 'decline') await declineBooking(ctx, id, parseAs(Decline, input, 'body'))
  else if (verb === 'cancel') await cancelBooking(ctx, id, parseAs(Cancel, input, 'body'))
  else if (verb === 'no-show') await markNoShow(ctx, id, { noShow: form.get('noShow') === 'true' })
  else throw new AppError('not_found', 'There is nothing at this address.')
  return { redirect: `/dashboard/bookings/${id}` }
}

function facts(booking: Booking, row: BookingRow, zone: string, locale: string): Html {
  const { guest } = booking
  const mail = (address: string) => html`<a href="mailto:${address}">${address}</a>\n`
  return table([
    ['When', when(booking, zone, locale)],
    ['For the guest', guest.timezone !== zone && when(booking, guest.timezone, locale)],
    ['Guest', html`${guest.name}\n${mail(guest.email)}`],
    ['Also invited', booking.additionalGuests.length > 0 && booking.additionalGuests.map(mail)],
    ['Hosts', booking.hosts.map(({ name }) => name).join(', ')],
    ['Where', placeOf(booking.location)],
    ['Seats left', booking.seatsLeft],
    ...row.questions.map(({ key, label }) => [label, words(booking.answers[key])] as const),
    ['Notes', booking.notes],
    ['Cancelled', booking.cancellation && `By the ${booking.cancellation.by}`],
    ['Reason', row.cancelReason ?? booking.rescheduleReason],
  ])
}

function actions(booking: Booking, now: Date, open: string | null): Html | false {
  const { status, ended } = booking
  if (status === 'confirmed' && new Date(booking.start) <= now) {
    const text = booking.noShow ? 'The guest did come' : 'The guest did not come'
    const value = booking.noShow ? 'false' : 'true'
    const note = verbForm(
      booking,
      'no-show',
      html`<button class="button quiet" name="noShow" value="${value}">${text}</button>`,
    )
    return ended ? note : html`${note}${withReason(booking, 'cancel', 'Cancel booking', open)}`
  }
  if (ended || status === 'cancelled' || status === 'declined') return false
  if (status === 'confirmed') return withReason(booking, 'cancel', 'Cancel booking', open)
  return html`${verbForm(booking, 'confirm', html`<button class="button">Confirm</button>`)}
${withReason(booking, 'decline', 'Decline', open)}`
}

function withReason(booking: Booking, verb: 'cancel' | 'decline', label: string, open: string | null): Html {
  const field = { name: 'reason', label: 'Reason', hint: 'The guest reads it in the mail', maxLength: 1000 }
  const reason = longField({ values: new URLSearchParams(), wrong: nothingWrong }, field)
  return html`<details class="more"${open === verb && html` open`}><summary>${label}…</summary>
${verbForm(booking, verb, html`${reason}<button class="button danger">${label}</button>`)}
</details>`
}

const verbForm = ({ id }: Booking, verb: string, inside: Html) =>
  html`<form method="post" action="/dashboard/bookings/${id}/${verb}">${inside}</form>`

function words(answer: unknown): string | null {
  if (answer === undefined) return null
  if (Array.isArray(answer)) return answer.join(', ')
  if (typeof answer === 'boolean') return answer ? 'Yes' : 'No'
  return String(answer)
}
