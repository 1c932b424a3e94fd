/** Reads the log on, and holds it against what was expected of it. */
import type { Event, LetsMeet } from '@letsmeet/sdk'
import { must } from './attempt.ts'
import { facts, gaps } from './checks/log.ts'
import { refuse } from './violation.ts'
import { instantText } from './wall.ts'
import type { World } from './world.ts'

/** Where reading begins. */
export async function newest(api: LetsMeet): Promise<Event[]> {
  const { data } = await must('the log', api.events.list({ limit: 1 }))
  return data
}

/** What was written since the log was last read. */
export async function readOn(world: World): Promise<Event[]> {
  const fresh: Event[] = []
  for (;;) {
    const after = fresh.at(-1)?.id ?? world.log.at(-1)?.id
    const { data, nextCursor } = await must('the log', world.api.events.list({ after, limit: 100 }))
    fresh.push(...data)
    if (nextCursor === null || data.length === 0) break
  }
  refuse(gaps([...world.log.slice(-1), ...fresh]))
  world.log.push(...fresh)
  return fresh
}

/** Of bookings and reminders the log tells exactly what the simulation knows to have happened. */
export async function compareLog(world: World): Promise<void> {
  await readOn(world)
  const fresh = world.log.slice(world.compared)
  world.compared = world.log.length
  world.counts.events += fresh.length
  const seen = fresh
    .filter(({ type }) => type.startsWith('booking.') || type.startsWith('reminder.'))
    .map((event) => ({ ...event, subjectId: subjectOf(event) }))
  refuse(facts(world.expected, seen, (id) => nameOf(world, id)))
  for (const line of traced(world, seen)) world.trace.add(world.now, line)
  world.expected = []
}

/** Several facts of one instant may be written in either order: a trace has them sorted. */
const traced = (world: World, seen: readonly Event[]): string[] =>
  seen
    .map((event) => `  ${instantText(Date.parse(event.timestamp))} ${event.type} ${nameOf(world, event.subjectId)}`)
    .sort()

/** Of a reminder, its booking and step. */
function subjectOf({ type, subjectId, data }: Event): string {
  if (!type.startsWith('reminder.')) return subjectId
  const { bookingId, stepId, recipient, userId } = data as Record<string, unknown>
  return `${bookingId} ${stepId} ${userId ?? recipient}`
}

/** Ids as names; steps and hosts too. */
export function nameOf(world: World, id: string): string {
  const [first = '', stepId, recipient] = id.split(' ')
  const meeting = world.meetings.find((one) => one.id === first)?.name ?? first
  if (stepId === undefined) return meeting
  const steps = world.workflows.flatMap((flow) =>
    flow.steps.map((step) => ({ id: step.id, name: `${flow.name} ${step.offsetMinutes}` })),
  )
  const host = world.hosts.find((one) => one.id === recipient)?.name ?? recipient
  return `${meeting}, ${steps.find((one) => one.id === stepId)?.name ?? 'an old step'}, to ${host}`
}
