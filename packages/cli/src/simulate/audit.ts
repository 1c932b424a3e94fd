/** What the server says at last, beside what the simulation believes. */

import { isActive } from './actions/links.ts'
import { must } from './attempt.ts'
import { deliveries } from './checks/deliveries.ts'
import { moveClock } from './clock.ts'
import { differences, refuse } from './violation.ts'
import { dayMs, instantText } from './wall.ts'
import type { World } from './world.ts'

/** Bookings, links and reminders as the server lists them. */
export async function audit(world: World): Promise<void> {
  const { api, meetings, links } = world
  const listed = await must('the bookings', api.bookings.list({ limit: 100 }).toArray({ limit: 100_000 }))
  refuse(
    differences(
      'The list of bookings is what people were told',
      meetings.map((one) => `${one.name} ${one.status} ${instantText(one.start)} ${one.noShow}`),
      listed.map((one) => {
        const name = meetings.find((known) => known.id === one.id)?.name ?? one.id
        return `${name} ${one.status} ${instantText(Date.parse(one.start))} ${one.noShow}`
      }),
    ),
  )
  const shown = await must('the links', api.links.list({ limit: 100 }).toArray({ limit: 100_000 }))
  refuse(
    differences(
      'Links know what became of them',
      links.map((one) => `${one.name}: ${one.uses} uses, ${isActive(one, world.now) ? 'active' : 'over'}`),
      shown.map((one) => {
        const name = links.find((known) => known.id === one.id)?.name ?? one.id
        return `${name}: ${one.uses} uses, ${one.state === 'active' ? 'active' : 'over'}`
      }),
    ),
  )
  const planned = await must(
    'the reminders',
    api.reminders.list({ state: 'scheduled', limit: 100 }).toArray({ limit: 100_000 }),
  )
  refuse(
    differences(
      'What is planned is what is left to be sent',
      meetings.flatMap((one) =>
        one.pending.map((due) => `${one.name} ${due.stepId} ${due.who} ${instantText(due.at)}`),
      ),
      planned.map((one) => {
        const name = meetings.find((known) => known.id === one.bookingId)?.name ?? one.bookingId
        return `${name} ${one.stepId} ${one.userId ?? one.recipient} ${instantText(Date.parse(one.dueAt))}`
      }),
    ),
  )
}

/** Every endpoint is up again and has had four days: nothing may be missing. */
export async function auditDeliveries(world: World): Promise<void> {
  world.receiver.down.clear()
  for (const endpoint of world.endpoints) endpoint.downUntil = null
  await moveClock(world, world.now + 4 * dayMs)
  refuse(world.receiver.faults)
  for (const endpoint of world.endpoints) {
    const arrivals = world.receiver.arrivals.filter((one) => one.path === endpoint.path)
    // What happened in the last moments may still be on its way again.
    const until = world.now - 3 * dayMs
    const log = world.log.slice(1).filter((event) => isTold(event.type, endpoint.types))
    const settled = log.filter((event) => Date.parse(event.timestamp) <= until)
    const known = new Set(settled.map((event) => event.id))
    refuse(
      deliveries(
        endpoint,
        settled,
        arrivals.filter((one) => known.has(one.id)),
      ),
    )
    refuse(unknownArrivals(endpoint.name, log, arrivals))
    world.counts.deliveries += new Set(arrivals.filter((one) => one.isTaken).map((one) => one.id)).size
    world.counts.retries += arrivals.filter((one) => one.attempt > 1).length
  }
}

function unknownArrivals(
  name: string,
  log: readonly { id: string }[],
  arrivals: readonly { id: string; type: string }[],
) {
  const known = new Set(log.map((event) => event.id))
  return arrivals
    .filter((one) => !known.has(one.id))
    .map((one) => ({
      promise: `${name} gets only what it asked for`,
      expected: 'events of its types',
      seen: `${one.type} ${one.id}`,
    }))
}

/** The families that webhooks carry; the log tells more. */
const told = [
  /^(booking|reminder|event_type|member)\./,
  /^contact\.(created|updated|merged|unmerged|erased)$/,
  /^link\.(created|opened|used|expired|revoked)$/,
  /^webhook_endpoint\.disabled$/,
]

const isTold = (type: string, patterns: readonly string[]): boolean =>
  told.some((family) => family.test(type)) &&
  patterns.some((pattern) => pattern === '*' || type.startsWith(pattern.slice(0, -1)))
