import { allow, attempt, must } from '../attempt.ts'
import { keptAway, listedIsBookable } from '../checks/openness.ts'
import { checkFreed } from '../given-back.ts'
import { judgeAll } from '../judge.ts'
import { noteMade } from '../meetings.ts'
import { drawRange, only, slotsOf } from '../slots.ts'
import { refuse } from '../violation.ts'
import { instantText } from '../wall.ts'
import { type Hold, nameIn, type World } from '../world.ts'
import { reasonOf, request } from './book.ts'

/** Somebody keeps a time while they fill in a form: then they book it, give it back, or walk away. */
export async function hold(world: World): Promise<void> {
  const dice = world.dice('hold')
  const kind = dice.pick(world.kinds)
  const slots = await slotsOf(world, kind, drawRange(world, dice), 'api')
  if (slots.length === 0) return
  const start = Date.parse(dice.pick(slots).start)
  const what = `hold ${kind.name} at ${instantText(start)}`
  const { made, refused } = await attempt(world.api.holds.create({ eventTypeId: kind.id, start: new Date(start) }))
  refuse(listedIsBookable(what, { isListed: true, refusal: refused ? reasonOf(refused) : null }))
  if (!made) return
  const hosts = world.hosts.filter((host) => made.hostIds.includes(host.id))
  const held: Hold = {
    name: nameIn(world.holds, 'h'),
    id: made.id,
    kind,
    hosts,
    hours: hosts.map((host) => host.hours),
    start,
    end: Date.parse(made.end),
    until: Date.parse(made.expiresAt),
  }
  world.holds.push(held)
  judgeAll(world)
  const guest = dice.pick(world.guests)
  if (kind.scheduling !== 'round_robin' && kind.seats === 1) {
    // Whoever keeps such an answer must notice when the hold ends.
    refuse(keptAway(what, (await slotsOf(world, kind, only(start), 'api')).length))
    const rival = await attempt(request(world, { kind, guest, start }, 'page'))
    refuse(listedIsBookable(`booking what ${what} keeps`, { isListed: false, refusal: rival.refused?.code ?? null }))
  }
  const end = dice.pick(['booked', 'booked', 'released', 'left'] as const)
  if (end !== 'left') world.holds = world.holds.filter((one) => one !== held)
  if (end === 'released') await must(`releasing ${what}`, world.api.holds.release(held.id))
  if (end === 'released') await checkFreed(world, held)
  if (end === 'booked') await bookHeld(world, held)
  world.trace.add(world.now, `${what} until ${instantText(made.expiresAt ? Date.parse(made.expiresAt) : 0)}: ${end}`)
}

async function bookHeld(world: World, { id, kind, start, hosts }: Hold): Promise<void> {
  const dice = world.dice('hold')
  // A guest who has no seat there yet.
  const guest = {
    name: 'Holder',
    email: `holder-${world.counts.bookings + 1}-${dice.roll(1000)}@example.com`,
    zone: 'UTC',
  }
  const { made, refused } = await attempt(request(world, { kind, guest, start }, 'api', { holdId: id }))
  refuse(
    listedIsBookable(`booking what was held of ${kind.name}`, {
      isListed: true,
      refusal: refused ? reasonOf(refused) : null,
    }),
  )
  if (refused) return allow(refused, 'a held time')
  const [meeting] = await noteMade(world, [{ kind, start, guest: guest.email, manageUrl: made.manageUrl }])
  if (meeting?.hosts.some((host) => !hosts.includes(host))) {
    refuse([
      {
        promise: 'A held time keeps its host',
        expected: hosts.map((one) => one.name).join(),
        seen: meeting.hosts.map((one) => one.name).join(),
      },
    ])
  }
}
