import { Reschedule } from '../bookings/model.ts'
import { AppError } from '../errors.ts'
import { parseAs } from '../http/parse.ts'
import type { GuestBookingView } from '../public/model.ts'
import { getGuestBooking, listSlotsToMove, moveAsGuest, organizationOfBooking } from '../public/service.ts'
import { when } from './booking-facts.ts'
import { noticeHtml, pickerHtml } from './calendar.ts'
import { generalError, longField, type Typed } from './fields.ts'
import { nothingWrong, readForm, taken, wrongOf } from './form.ts'
import { html, jsonScript } from './html.ts'
import type { Page } from './layout.ts'
import { secret } from './manage.ts'
import { type Picker, readPicker } from './picker.ts'
import { pickerState } from './picker-state.ts'
import { chosenHtml, startField } from './start-field.ts'
import { type Answer, queryOf, type Visit, zoneOf } from './visit.ts'

/** `GET /booking/{token}/reschedule`: another time for the same booking. */
export async function chooseNewTime(visit: Visit): Promise<Answer> {
  const view = await movable(visit)
  const picker = await pickerOf(visit, view)
  return pageOf(visit, view, picker, { values: queryOf(visit.http), wrong: nothingWrong })
}

/** `POST /booking/{token}/reschedule` */
export async function move(visit: Visit): Promise<Answer> {
  const { ctx, http, params, visitor } = visit
  const token = params.token ?? ''
  const form = await readForm(http)
  const reason = form.get('reason')?.replaceAll('\r\n', '\n').trim()
  try {
    const input = parseAs(Reschedule, { start: form.get('start') ?? '', ...(reason && { reason }) }, 'body')
    await moveAsGuest(ctx, token, input)
    return { redirect: `/booking/${token}?moved=1` }
  } catch (error) {
    const view = await movable(visit)
    const late = error instanceof AppError && error.code === 'slot_unavailable'
    const wrong = late ? { ...nothingWrong, general: taken } : wrongOf(error, (pointer) => pointer.slice(2))
    const zone = zoneOf(form.get('timezone')) ?? view.guest.timezone
    const picker = await pickerOf({ ...visit, visitor: { ...visitor, zone } }, view, form)
    return { ...pageOf(visit, view, picker, { values: form, wrong }), status: late ? 409 : 400 }
  }
}

async function movable({ ctx, params }: Visit): Promise<GuestBookingView> {
  const view = await getGuestBooking(ctx, params.token ?? '')
  if (view.ended) throw new AppError('booking_ended', 'This booking has ended; it can’t be moved.')
  return view
}

async function pickerOf(visit: Visit, view: GuestBookingView, sent?: URLSearchParams): Promise<Picker> {
  const token = visit.params.token ?? ''
  const minutes = (Date.parse(view.end) - Date.parse(view.start)) / 60_000
  return readPicker(visit, {
    organizationId: await organizationOfBooking(visit.ctx, token),
    path: `/booking/${token}/reschedule`,
    hostZone: view.guest.timezone,
    durations: [minutes],
    duration: minutes,
    // The booking keeps its length, also where the event type no longer offers it.
    load: ({ duration: _, ...query }) => listSlotsToMove(visit.ctx, token, query),
    ...(sent && { sent }),
  })
}

function pageOf(visit: Visit, view: GuestBookingView, picker: Picker, typed: Typed): Page {
  const token = visit.params.token ?? ''
  const detailed = picker.slot !== null || picker.missed === 'in form'
  const main = html`<div class="card booking" id="booking">
<header class="about">
<p class="host">${view.hosts.map(({ name }) => name).join(', ')}</p>
<h1>${view.title}</h1>
<p class="muted">Now ${when(view, picker.zone, picker.locale)}</p>
<p><a href="/booking/${token}">Keep this time</a></p>
</header>
${noticeHtml(picker)}
${pickerHtml(picker, detailed)}
<section class="details" id="details" aria-label="The new time"${!detailed && html` hidden`}>
${chosenHtml(picker)}
<form method="post" action="${picker.link({})}" id="booking-form">
${generalError(typed)}
${startField(picker, typed)}
<input type="hidden" name="timezone" value="${picker.zone}">
${longField(typed, { name: 'reason', label: 'Reason', hint: 'If you like, tell the host why', maxLength: 1000 })}
<button class="button" id="submit">Move booking</button>
</form>
</section>
</div>
${jsonScript('state', { ...pickerState(picker, `/api/v1/public/bookings/${token}`), kind: 'move', language: null })}`
  return { ...secret(`Another time for ${view.title}`, main), width: 'wide', scripts: ['booking.ts'] }
}
