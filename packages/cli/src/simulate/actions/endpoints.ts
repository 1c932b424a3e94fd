import { dayMs, hourMs, instantText } from '../wall.ts'
import type { World } from '../world.ts'

/** Longer, and the ninth of ten attempts would be the last; longer still, and the server would give up on it. */
const longestHours = 44
/** Until the next outage it has had time to take everything. */
const restMs = 36 * hourMs

/** A program of the customer's goes down, for hours or days. */
export async function goDown(world: World): Promise<void> {
  const dice = world.dice('endpoints')
  const endpoint = dice.pick(world.endpoints)
  const hours = dice.between(1, longestHours)
  if (endpoint.downUntil !== null || endpoint.restUntil > world.now || world.now + 2 * dayMs > world.endsAt) return
  endpoint.downUntil = world.now + hours * hourMs
  world.receiver.down.add(endpoint.path)
  world.trace.add(world.now, `${endpoint.name} is down until ${instantText(endpoint.downUntil)}`)
}

/** Those whose time has come are back. */
export function comeBack(world: World): void {
  for (const endpoint of world.endpoints) {
    if (endpoint.downUntil === null || endpoint.downUntil > world.now) continue
    endpoint.downUntil = null
    endpoint.restUntil = world.now + restMs
    world.receiver.down.delete(endpoint.path)
    world.trace.add(world.now, `${endpoint.name} is back`)
  }
}
