/** One seed, so many days: draws what happens, until something does that must not. */
import { bookBlindly, bookListed } from './actions/book.ts'
import { cancel, decide, move, noteAbsent } from './actions/change.ts'
import { comeBack, goDown } from './actions/endpoints.ts'
import { hold } from './actions/holds.ts'
import { bookThroughLink, makeLink, raceThroughLink, revokeLink } from './actions/links.ts'
import { raceForSlot } from './actions/race.ts'
import { changeBuffers, changeHours, changeSteps, chooseWorkflow, goAway } from './actions/settings.ts'
import { audit, auditDeliveries } from './audit.ts'
import { moveClock } from './clock.ts'
import { type Counts, nothingYet } from './counts.ts'
import type { Dice } from './dice.ts'
import { judgeAll } from './judge.ts'
import { compareLog } from './log.ts'
import { type Server, setStage } from './stage.ts'
import { type Fault, Violation } from './violation.ts'
import { dayMs, instantText, minuteMs } from './wall.ts'
import type { World } from './world.ts'

export interface Simulated {
  seed: number
  days: number
  /** Null where every promise held. */
  violation: (Fault & { step: number; at: string }) | null
  counts: Counts
  trace: string[]
  hash: string
}

type Action = (world: World) => Promise<void>

const actions: readonly [Action, weight: number][] = [
  [bookListed, 24],
  [bookBlindly, 10],
  [move, 12],
  [cancel, 7],
  [decide, 8],
  [noteAbsent, 4],
  [raceForSlot, 5],
  [makeLink, 4],
  [bookThroughLink, 6],
  [raceThroughLink, 2],
  [revokeLink, 1],
  [hold, 6],
  [goAway, 3],
  [changeHours, 3],
  [changeBuffers, 2],
  [changeSteps, 2],
  [chooseWorkflow, 2],
  [goDown, 2],
]

export async function simulate(
  server: Server,
  { seed, days, onDay }: { seed: number; days: number; onDay?: (day: number, counts: Counts) => void },
): Promise<Simulated> {
  const world = await setStage(server, { seed, days }).catch((error: unknown) => {
    if (error instanceof Violation) return error.fault
    throw error
  })
  // It did not even begin.
  if ('promise' in world) {
    const violation = { ...world, step: 0, at: 'before it began' }
    return { seed, days, violation, counts: nothingYet(0), trace: [], hash: '' }
  }
  const began = world.now
  try {
    let told = 0
    while (world.now < world.endsAt) {
      world.step++
      await hour(world)
      for (; told < Math.floor((world.now - began) / dayMs); told++) onDay?.(told + 1, world.counts)
    }
    await audit(world)
    await auditDeliveries(world)
    return outcome(world, days, null)
  } catch (error) {
    if (error instanceof Violation) return outcome(world, days, error.fault)
    throw error
  } finally {
    await world.receiver.close()
  }
}

/** A handful of things, and then time passes. */
async function hour(world: World): Promise<void> {
  const dice = world.dice('actions')
  comeBack(world)
  for (let left = dice.between(2, 6); left > 0; left--) {
    await drawn(dice)(world)
    await compareLog(world)
    judgeAll(world)
  }
  if (world.step % 40 === 0) await audit(world)
  await moveClock(world, nextInstant(world))
}

function drawn(dice: Dice): Action {
  let left = dice.roll(actions.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [action, weight] of actions) {
    left -= weight
    if (left < 0) return action
  }
  return bookListed
}

/** An hour or so; now and then a night, or days at once, over whatever clocks do meanwhile. */
function nextInstant({ now, endsAt, endpoints, dice }: World): number {
  const clock = dice('clock')
  const minutes = clock.chance(0.85)
    ? clock.between(5, 100)
    : clock.pick([clock.between(120, 600), clock.between(600, 1300), clock.between(1440, 4000)])
  // A short story is not to be over in one leap.
  const most = Math.max(100, (endsAt - now) / minuteMs / 5)
  const seconds = clock.chance(0.2) ? clock.roll(60) : 0
  // Whoever is down comes back on time.
  const back = endpoints.map((one) => one.downUntil ?? Number.POSITIVE_INFINITY)
  return Math.min(now + Math.min(minutes, Math.floor(most)) * minuteMs + seconds * 1000, endsAt, ...back)
}

function outcome(world: World, days: number, fault: Fault | null): Simulated {
  const { seed, step, now, counts, trace } = world
  const violation = fault && { ...fault, step, at: instantText(now) }
  return { seed, days, violation, counts, trace: trace.lines, hash: trace.hash() }
}
