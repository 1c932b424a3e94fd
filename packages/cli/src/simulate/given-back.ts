/** What is given up is on offer again. */
import { freed } from './checks/openness.ts'
import { type GivenUp, isFreeAgain } from './judge.ts'
import { only, slotsOf } from './slots.ts'
import { refuse } from './violation.ts'
import { instantText } from './wall.ts'
import type { World } from './world.ts'

/** Time that is given back is on offer again at once, unless something else is in the way. */
export async function checkFreed(world: World, gone: GivenUp): Promise<void> {
  const { name, kind, start } = gone
  // Who is free in a round robin is more than one booking tells.
  if (kind.scheduling === 'round_robin' || !isFreeAgain(world, gone)) return
  const slots = await slotsOf(world, kind, only(start), 'api')
  refuse(freed(`${kind.name} at ${instantText(start)}, once ${name} was given up`, slots.length > 0))
}
