import { element } from './element.ts'
import { reasonForm, withReason } from './embed-form.ts'
import { type Booking, read, type Stage } from './embed-stage.ts'
import { factsOf } from './facts.ts'

/** Asks once more before a booking is cancelled. */
export async function showCancel(stage: Stage, id: string): Promise<void> {
  const booking = await read<Booking>(stage, `/bookings/${id}`)
  if (!booking) return
  const title = 'Cancel this booking?'
  const form = reasonForm({
    name: 'reason',
    label: 'Reason',
    hint: 'If you like, tell the host why',
    button: element('button', { class: 'button danger' }, 'Cancel booking'),
    beside: element('a', { class: 'button quiet', href: location.pathname }, 'Keep it'),
    send: (reason) => stage.ask(`/bookings/${id}/cancel`, { method: 'POST', body: withReason(reason) }),
    done: () => location.replace(location.pathname),
  })
  stage.show(
    title,
    element('section', { class: 'card panel' }, element('h1', {}, title), factsOf(stage, booking), form),
  )
}
