import { allow, attempt, must } from '../attempt.ts'
import { listedIsBookable } from '../checks/openness.ts'
import { checkFreed } from '../given-back.ts'
import { noteClosed, noteMoved } from '../meetings.ts'
import { plan } from '../reminding.ts'
import { drawRange, only, slotsToMove } from '../slots.ts'
import { refuse } from '../violation.ts'
import { dayMs, instantText, minuteMs } from '../wall.ts'
import { isOpen, type Meeting, type World } from '../world.ts'
import { reasonOf } from './book.ts'

/** A host or the guest moves a booking, mostly to where it may go. */
export async function move(world: World): Promise<void> {
  const dice = world.dice('move')
  // A meeting that was missed stays where it was.
  const movable = world.meetings.filter(
    (one) => isOpen(one) && one.end > world.now && !one.noShow && byOf(one).length > 0,
  )
  if (movable.length === 0) return
  const meeting = dice.pick(movable)
  const by = dice.pick(byOf(meeting))
  const blind = Math.floor((world.now + dice.roll(5 * dayMs)) / (5 * minuteMs)) * 5 * minuteMs
  const isBlind = dice.chance(0.2)
  const range = isBlind ? only(blind) : drawRange(world, dice)
  const slots = (await slotsToMove(world, meeting, range, by)).filter((one) => Date.parse(one.start) !== meeting.start)
  if (!isBlind && slots.length === 0) return
  const start = isBlind ? blind : Date.parse(dice.pick(slots).start)
  if (start === meeting.start) return
  const what = `move ${meeting.name} to ${instantText(start)}`
  const { refused } = await attempt(reschedule(world, meeting, start, by))
  if (refused && isSeated(world, meeting, start)) {
    allow(refused, what, 'seat_taken', 'slot_unavailable')
    world.trace.add(world.now, `${what}: has a seat there`)
    return
  }
  refuse(listedIsBookable(what, { isListed: slots.length > 0, refusal: refused ? reasonOf(refused) : null }))
  if (refused) {
    world.counts.refusals++
    allow(refused, what, 'slot_unavailable')
    world.trace.add(world.now, `${what} by ${by}: refused`)
    return
  }
  await noteMoved(world, meeting, start)
  world.trace.add(world.now, `${what} by ${by}: with ${meeting.hosts.map((host) => host.name).join(' and ')}`)
}

/** A host sees the event type in the API, unless it belongs to a link alone. */
const byOf = ({ token, link }: Meeting): ('host' | 'guest')[] => [
  ...(token === null ? [] : ['guest' as const]),
  ...(link?.starts ? [] : ['host' as const]),
]

const reschedule = (
  { api, open }: World,
  { id, token }: Meeting,
  start: number,
  by: 'host' | 'guest',
): Promise<unknown> =>
  by === 'guest' && token !== null
    ? open.public.bookings.reschedule(token, { start: new Date(start) })
    : api.bookings.reschedule(id, { start: new Date(start) })

const isSeated = ({ meetings }: World, { kind, guest, name }: Meeting, start: number): boolean =>
  kind.seats > 1 &&
  meetings.some(
    (one) => one.kind === kind && one.start === start && isOpen(one) && one.guest === guest && one.name !== name,
  )

/** A host or the guest cancels, now and then twice. */
export async function cancel(world: World): Promise<void> {
  const dice = world.dice('cancel')
  const open = world.meetings.filter((one) => isOpen(one) && one.end > world.now)
  if (open.length === 0) return
  const meeting = dice.pick(open)
  const { token } = meeting
  const by = token !== null && dice.chance(0.5) ? 'guest' : 'host'
  const once = (): Promise<unknown> =>
    by === 'guest' && token !== null ? world.open.public.bookings.cancel(token) : world.api.bookings.cancel(meeting.id)
  await must(`cancelling ${meeting.name}`, once())
  if (dice.chance(0.2)) await must(`cancelling ${meeting.name} again`, once())
  noteClosed(world, meeting, 'cancelled')
  if (meeting.link === null) await checkFreed(world, meeting)
  world.trace.add(world.now, `cancel ${meeting.name} by ${by}`)
}

/** A host answers a request. */
export async function decide(world: World): Promise<void> {
  const dice = world.dice('decide')
  const waiting = world.meetings.filter((one) => one.status === 'pending')
  if (waiting.length === 0) return
  const meeting = dice.pick(waiting)
  const isWelcome = dice.chance(0.7)
  const call = isWelcome ? world.api.bookings.confirm(meeting.id) : world.api.bookings.decline(meeting.id)
  const { refused } = await attempt<unknown>(call)
  const isOver = meeting.end <= world.now
  refuse(
    listedIsBookable(`deciding on ${meeting.name}`, { isListed: !isOver, refusal: refused ? reasonOf(refused) : null }),
  )
  if (refused) return allow(refused, `deciding on ${meeting.name}`, 'booking_ended')
  if (!isWelcome) {
    noteClosed(world, meeting, 'declined')
    if (meeting.link === null) await checkFreed(world, meeting)
  } else {
    meeting.status = 'confirmed'
    world.expected.push({ type: 'booking.confirmed', subjectId: meeting.id, at: world.now })
    plan(world, meeting)
  }
  world.trace.add(world.now, `${isWelcome ? 'confirm' : 'decline'} ${meeting.name}`)
}

/** A guest did not come; or did after all. */
export async function noteAbsent(world: World): Promise<void> {
  const dice = world.dice('no-show')
  const begun = world.meetings.filter((one) => one.status === 'confirmed' && one.start <= world.now).slice(-12)
  if (begun.length === 0) return
  const meeting = dice.pick(begun)
  const noShow = !meeting.noShow
  await must(`noting a no-show of ${meeting.name}`, world.api.bookings.noShow(meeting.id, { noShow }))
  meeting.noShow = noShow
  world.expected.push({ type: 'booking.no_show', subjectId: meeting.id, at: world.now })
  world.trace.add(world.now, `${meeting.name} ${noShow ? 'was missed' : 'was not missed after all'}`)
}
