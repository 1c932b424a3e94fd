import type { ApiError, GuestInput, NewBooking } from '@letsmeet/sdk'
import { allow, attempt } from '../attempt.ts'
import { listedIsBookable } from '../checks/openness.ts'
import { noteMade } from '../meetings.ts'
import { drawRange, only, slotsOf, type Way } from '../slots.ts'
import { refuse } from '../violation.ts'
import { instantText, minuteMs } from '../wall.ts'
import { type Guest, isOpen, type Kind, type World } from '../world.ts'

/** Somebody takes a time that is on offer. */
export async function bookListed(world: World): Promise<void> {
  const dice = world.dice('book')
  const kind = dice.pick(world.kinds)
  const guest = dice.pick(world.guests)
  const way: Way = dice.chance(0.5) ? 'api' : 'page'
  const slots = await slotsOf(world, kind, drawRange(world, dice), way)
  if (slots.length === 0) return
  // Mostly the first ones, as people do: times are to be fought for.
  const slot = dice.pick(dice.chance(0.6) ? slots.slice(0, 4) : slots)
  await book(world, { kind, guest, start: Date.parse(slot.start), way, isListed: true })
}

/** Somebody asks for a time without having looked. */
export async function bookBlindly(world: World): Promise<void> {
  const dice = world.dice('book blindly')
  const kind = dice.pick(world.kinds)
  const taken = world.meetings.filter((one) => isOpen(one) && one.kind.hosts.some((host) => kind.hosts.includes(host)))
  const near =
    dice.chance(0.5) && taken.length > 0 ? dice.pick(taken).start : world.now + dice.roll(6 * 288) * 5 * minuteMs
  const start = Math.floor(near / (5 * minuteMs)) * 5 * minuteMs + dice.pick([-6, -3, 0, 0, 3, 6]) * 5 * minuteMs
  const slots = await slotsOf(world, kind, only(start), 'api')
  await book(world, { kind, guest: dice.pick(world.guests), start, way: 'api', isListed: slots.length > 0 })
}

interface Wish {
  kind: Kind
  guest: Guest
  start: number
  way: Way
  isListed: boolean
}

async function book(world: World, { kind, guest, start, way, isListed }: Wish): Promise<void> {
  const what = `${kind.name} at ${instantText(start)} for ${guest.email}`
  const { made, refused } = await attempt(request(world, { kind, guest, start }, way))
  if (refused && hasSeat(world, kind, { guest, start })) {
    world.counts.refusals++
    allow(refused, `a second seat in ${what}`, 'seat_taken', 'slot_unavailable')
    world.trace.add(world.now, `book ${what}: has a seat already`)
    return
  }
  refuse(listedIsBookable(what, { isListed, refusal: refused ? reasonOf(refused) : null }))
  if (refused) {
    world.counts.refusals++
    allow(refused, what, 'slot_unavailable')
    world.trace.add(world.now, `book ${what}: refused`)
    return
  }
  const [meeting] = await noteMade(world, [{ kind, start, guest: guest.email, manageUrl: made.manageUrl }])
  const hosts = meeting?.hosts.map((host) => host.name).join(' and ')
  world.trace.add(world.now, `book ${what} by ${way}: ${meeting?.name} with ${hosts}`)
}

export function request(
  { api, open }: World,
  { kind, guest, start }: { kind: Kind; guest: Guest; start: number },
  way: Way,
  more: Partial<NewBooking> = {},
): Promise<{ manageUrl: string | null }> {
  const wish = { start: new Date(start), guest: asGuest(guest) }
  if (way === 'api') return api.bookings.create({ ...wish, ...more, eventTypeId: kind.id })
  return open.public.eventTypes.book(kind.owner.username, kind.slug, wish)
}

export const asGuest = ({ name, email, zone }: Guest): GuestInput => ({ name, email, timezone: zone })

export const hasSeat = ({ meetings }: World, kind: Kind, { guest, start }: { guest: Guest; start: number }): boolean =>
  kind.seats > 1 &&
  meetings.some((one) => one.kind === kind && one.start === start && isOpen(one) && one.guest === guest.email)

export const reasonOf = (refused: ApiError): string => {
  const { reason } = refused.problem
  return `${refused.code}${typeof reason === 'string' ? ` (${reason})` : ''}`
}
