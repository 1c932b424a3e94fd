import { Cancel } from '../bookings/model.ts'
import { parseAs } from '../http/parse.ts'
import type { GuestBookingView } from '../public/model.ts'
import { cancelAsGuest, getGuestBooking } from '../public/service.ts'
import { bookingFacts } from './booking-facts.ts'
import { choiceField, generalError, longField, type Typed } from './fields.ts'
import { nothingWrong, readForm, wrongOf } from './form.ts'
import { html } from './html.ts'
import { secret } from './manage.ts'
import type { Answer, Visit } from './visit.ts'

/** `GET /booking/{token}/cancel` asks once more. */
export async function askToCancel(visit: Visit): Promise<Answer> {
  const view = await getGuestBooking(visit.ctx, visit.params.token ?? '')
  return asking(visit, view, { values: new URLSearchParams('scope=this'), wrong: nothingWrong })
}

/** `POST /booking/{token}/cancel` */
export async function cancel(visit: Visit): Promise<Answer> {
  const { ctx, params, http, visitor } = visit
  const token = params.token ?? ''
  const form = await readForm(http)
  const reason = form.get('reason')?.replaceAll('\r\n', '\n').trim()
  const scope = form.get('scope')
  try {
    const input = parseAs(Cancel, { ...(reason && { reason }), ...(scope && { scope }) }, 'body')
    const view = await cancelAsGuest(ctx, token, input)
    return cancelled(view, visitor.locale)
  } catch (error) {
    const view = await getGuestBooking(ctx, token)
    const wrong = wrongOf(error, (pointer) => (pointer === '#/reason' ? 'reason' : null))
    return { ...asking(visit, view, { values: form, wrong }), status: 400 }
  }
}

function asking({ params, visitor }: Visit, view: GuestBookingView, typed: Typed) {
  const address = `/booking/${params.token}`
  const scope = choiceField(typed, { name: 'scope', label: 'This booking repeats' }, 'radio', [
    ['this', 'Cancel only this one'],
    ['following', 'Cancel this and all later ones'],
  ])
  return secret(
    'Cancel this booking?',
    html`<section class="card panel">
<h1>Cancel this booking?</h1>
${bookingFacts(view, visitor.locale)}
<form method="post" action="${address}/cancel">
${generalError(typed)}
${view.seriesId !== null && scope}
${longField(typed, { name: 'reason', label: 'Reason', hint: 'If you like, tell the host why', maxLength: 1000 })}
<div class="buttons">
<button class="button danger">Cancel booking</button>
<a class="button quiet" href="${address}">Keep it</a>
</div>
</form>
</section>`,
  )
}

function cancelled(view: GuestBookingView, locale: string) {
  const type = view.eventType
  const again = type && html`<a class="button quiet" href="/${type.username}/${type.slug}">Book another time</a>`
  return secret(
    'Your booking is cancelled',
    html`<section class="card panel">
<header><h1>Your booking is cancelled</h1><p class="muted">Everybody invited is told by mail.</p></header>
${bookingFacts(view, locale)}
<div class="buttons">${again}</div>
</section>`,
  )
}
