/** Many want one thing at the same moment. Who gets it is chance; how many do is not. */
import { allow, attempt } from '../attempt.ts'
import { wonRace } from '../checks/links.ts'
import { noteMade } from '../meetings.ts'
import { drawRange, slotsOf } from '../slots.ts'
import { refuse } from '../violation.ts'
import { instantText } from '../wall.ts'
import type { Guest, World } from '../world.ts'
import { request } from './book.ts'

export async function raceForSlot(world: World): Promise<void> {
  const dice = world.dice('race')
  // In a round robin as many win as hosts are free within all limits: that is for other tests.
  const kind = dice.pick(world.kinds.filter((one) => one.scheduling !== 'round_robin'))
  const slots = await slotsOf(world, kind, drawRange(world, dice), 'api')
  if (slots.length === 0) return
  const slot = dice.pick(slots)
  const start = Date.parse(slot.start)
  const guests = racers(world, dice.pick([2, 10]))
  const what = `${kind.name} at ${instantText(start)}`
  const ends = await Promise.all(guests.map((guest) => attempt(request(world, { kind, guest, start }, 'api'))))
  for (const { refused } of ends) if (refused) allow(refused, what, 'slot_unavailable')
  const won = guests.flatMap((guest, place) => {
    const made = ends[place]?.made
    return made ? [{ kind, start, guest: guest.email, manageUrl: made.manageUrl }] : []
  })
  refuse(wonRace(what, Math.min(guests.length, slot.seatsLeft ?? 1), won.length))
  world.counts.races++
  world.counts.refusals += guests.length - won.length
  const meetings = await noteMade(world, won)
  world.trace.add(world.now, `race of ${guests.length} for ${what}: ${meetings.map((one) => one.name).join(', ')}`)
}

/** People of whom nothing else is heard, so that it changes nothing later who of them won. */
export function racers(world: World, count: number): Guest[] {
  const race = world.counts.races + 1
  return Array.from({ length: count }, (_, place) => ({
    name: `Racer ${place + 1}`,
    email: `racer-${race}-${place + 1}@example.com`,
    zone: 'UTC',
  }))
}
