import { element } from './element.ts'
import { type Booking, read, type Stage } from './embed-stage.ts'
import { factsOf } from './facts.ts'

/** One booking: the facts, and what may be done with it. */
export async function showBooking(stage: Stage, id: string): Promise<void> {
  const booking = await read<Booking>(stage, `/bookings/${id}`)
  if (!booking) return
  const { title, lead, badge } = words(booking)
  const isOpen = !booking.ended && (booking.status === 'confirmed' || booking.status === 'pending')
  stage.show(
    title,
    element(
      'section',
      { class: 'card panel' },
      element(
        'header',
        {},
        badge && element('span', { class: `badge ${badge}`, 'aria-hidden': 'true' }),
        element('h1', {}, title),
        element('p', { class: 'muted' }, lead),
      ),
      factsOf(stage, booking),
      isOpen && actions(stage, booking),
    ),
  )
}

function words({ status, ended, guest }: Booking): { title: string; lead: string; badge?: string } {
  const done = new URLSearchParams(location.search).has('moved')
  if (status === 'cancelled') return { title: 'This booking is cancelled', lead: 'Everybody invited is told by mail.' }
  if (status === 'declined') return { title: 'This booking was declined', lead: 'The host could not confirm it.' }
  if (ended) return { title: 'This meeting is over', lead: 'It can no longer be moved or cancelled.' }
  if (status === 'pending') {
    const lead = `The host will confirm or decline, and ${guest.email} hears of it. The time is held until then.`
    return { title: 'Waiting for confirmation', lead, badge: 'waiting' }
  }
  const mail = `A mail is on its way to ${guest.email}, with an invitation for the calendar.`
  if (done) return { title: 'Your booking has a new time', lead: mail, badge: 'done' }
  return { title: 'Your booking', lead: 'You can move or cancel it here.', badge: 'done' }
}

function actions({ ask }: Stage, { id }: Booking): HTMLElement {
  const calendar = element('button', { type: 'button', class: 'button quiet' }, 'Add to calendar')
  calendar.addEventListener('click', () => void download())
  return element(
    'div',
    { class: 'buttons' },
    calendar,
    element('a', { class: 'button quiet', href: '?view=move' }, 'Reschedule'),
    element('a', { class: 'button danger', href: '?view=cancel' }, 'Cancel'),
  )

  // A link can't carry the session's token, so the file is fetched first.
  async function download(): Promise<void> {
    const file = await (await ask(`/bookings/${id}/calendar.ics`)).blob()
    const href = URL.createObjectURL(file)
    element('a', { href, download: 'booking.ics' }).click()
    setTimeout(() => URL.revokeObjectURL(href), 60_000)
  }
}
