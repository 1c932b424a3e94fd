import { byId, element } from './element.ts'
import { createKeeper } from './keeper.ts'
import { noticeCard } from './notice.ts'
import type { Picker } from './picker.ts'
import { somebodyWasFaster } from './problem.ts'
import { openSession, type Session } from './session.ts'
import type { Booked, Post } from './submit.ts'

/** Books as the guest whom the session names; null where the page has no session of its own. */
export async function openBooker(picker: Picker): Promise<Post | null> {
  const opened = await openSession()
  if (opened.state === 'over') return refuse(opened)
  if (opened.state === 'none') return null
  const { session, ask } = opened
  const { eventTypeId, eventType } = session
  if (eventTypeId === null || !eventType || new URL(eventType.url).pathname !== location.pathname) return null
  fixGuest(session)
  const keeper = createKeeper(ask, eventTypeId, () => void somebodyWasFaster(picker))
  // After a reload the guest's own hold may have hidden the time from the server's page: the next hold decides.
  const asked = Date.parse(new URLSearchParams(location.search).get('start') ?? '')
  if (picker.start() === null && !Number.isNaN(asked)) await picker.reread()
  picker.watch(keeper.choose)
  return async (body, idempotencyKey) => {
    const holdId = await keeper.holdId()
    const fields = { ...body, eventTypeId }
    const book = (more: object, key: string) =>
      ask('/bookings', { method: 'POST', body: { ...fields, ...more }, idempotencyKey: key })
    let response = await book(holdId === null ? {} : { holdId }, idempotencyKey)
    // The hold has ended meanwhile; its time may well be open still.
    if (holdId !== null && !response.ok && /#\/holdId/.test(await response.clone().text())) {
      keeper.forget()
      response = await book({}, `${idempotencyKey}-unheld`)
    }
    if (!response.ok) return response
    keeper.forget()
    const made: Omit<Booked, 'redirectUrl'> = await response.json()
    return Response.json({ ...made, redirectUrl: eventType.redirectUrl })
  }
}

/** The customer's server said who books; the page shows it and cannot change it. */
function fixGuest({ guest }: Session): void {
  if (!guest) return
  for (const name of ['name', 'email'] as const) {
    const input = byId(`f-${name}`, HTMLInputElement)
    const hint = element('p', { class: 'hint', id: `f-${name}-hint` }, 'Filled in from your account')
    input.value = guest[name]
    input.readOnly = true
    input.setAttribute('aria-describedby', hint.id)
    input.before(hint)
  }
}

function refuse({ title, text }: { title: string; text: string }): null {
  const booking = byId('booking', HTMLElement)
  booking.hidden = true
  byId('main', HTMLElement).className = 'narrow'
  booking.before(noticeCard(title, text))
  return null
}
