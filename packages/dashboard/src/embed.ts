import { dateOf } from './dates.ts'
import { byId, element } from './element.ts'
import { showBooking } from './embed-booking.ts'
import { showCancel } from './embed-cancel.ts'
import { showHost } from './embed-host.ts'
import { showHours } from './embed-hours.ts'
import { showMove } from './embed-move.ts'
import type { Stage } from './embed-stage.ts'
import { noticeCard } from './notice.ts'
import { openSession } from './session.ts'
import { readHabits } from './state.ts'

// One page for a host or for one booking: the session says which, the address says what of it.
const place = byId('embed', HTMLElement)
const show: Stage['show'] = (title, ...parts) => {
  document.title = title
  place.removeAttribute('aria-busy')
  place.replaceChildren(...parts)
  byId('announce', HTMLElement).textContent = title
}
const notice = (title: string, text: string) => show(title, noticeCard(title, text))

void begin().catch(() => notice('This page could not be shown', 'Please load it again in a moment.'))

async function begin(): Promise<void> {
  const opened = await openSession()
  if (opened.state === 'none')
    return notice(
      'Nothing to show here',
      'This page belongs to a link. Open it from the page that showed you the link.',
    )
  if (opened.state === 'over') return notice(opened.title, opened.text)
  const { session, ask } = opened
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  const today = dateOf(Date.parse(session.now), zone)
  const stage: Stage = { ...readHabits(), today, session, ask, zone, show, notice }
  const view = new URLSearchParams(location.search).get('view')
  if (session.kind === 'host') return view === 'hours' ? showHours(stage) : showHost(stage)
  if (session.kind === 'booking' && session.bookingId !== null) {
    if (view === 'move') return showMove(stage, session.bookingId)
    return view === 'cancel' ? showCancel(stage, session.bookingId) : showBooking(stage, session.bookingId)
  }
  const address = session.eventType?.url
  show('Book a time', element('p', {}, element('a', { href: address ?? '/' }, 'Book a time')))
}
