/** What is to be sent for a booking, and how the ledger follows when that changes: pure functions of values. */

import type { ReminderReason, ReminderRow, ReminderStep } from './model.ts'
import type { Workflow } from './nearest.ts'
import { alongAt } from './recipient.ts'

/** A booking as far as its reminders depend on it. */
export interface Meeting {
  startsAt: Date
  endsAt: Date
  hostIds: readonly string[]
  /** Whom the guest brought along. */
  additionalGuests: readonly string[]
}

export type Planned = Pick<
  ReminderRow,
  'workflowId' | 'stepId' | 'offsetMinutes' | 'channel' | 'recipient' | 'startsAt' | 'dueAt'
>

/** How a row stands in the ledger. */
export type Standing = Pick<ReminderRow, 'state' | 'reason' | 'dueMs'>

export interface Changes {
  fresh: (Planned & Standing)[]
  changed: { row: ReminderRow; change: Planned & Standing }[]
  cancelled: ReminderRow[]
}

/** Offsets are elapsed time, whatever the clocks on the wall do in between. */
export function planned(workflow: Workflow, meeting: Meeting): Planned[] {
  return workflow.steps.flatMap((step) => {
    const { id: stepId, offsetMinutes, channel } = step
    const from = offsetMinutes < 0 ? meeting.startsAt : meeting.endsAt
    const dueAt = new Date(from.getTime() + offsetMinutes * 60_000)
    return recipientsOf(step, meeting).map((recipient) => ({
      workflowId: workflow.id,
      stepId,
      offsetMinutes,
      channel,
      recipient,
      startsAt: meeting.startsAt,
      dueAt,
    }))
  })
}

/**
 * Webhooks tell of a step once, whoever it is for. Of those whom the guest brought along nothing is known but their
 * addresses: they are reminded by mail, and what follows a meeting is for whoever booked it.
 */
function recipientsOf({ channel, recipient, offsetMinutes }: ReminderStep, meeting: Meeting): string[] {
  if (channel === 'webhook') return ['endpoints']
  const along = channel === 'email' && offsetMinutes < 0 ? meeting.additionalGuests.map((_, i) => alongAt(i)) : []
  return [...(recipient === 'hosts' ? [] : ['guest', ...along]), ...(recipient === 'guest' ? [] : meeting.hostIds)]
}

/** What a step comes to that is planned now. */
export function standing({ dueAt, offsetMinutes, recipient }: Planned, now: Date, isStopped: boolean): Standing {
  if (isStopped && recipient === 'guest' && offsetMinutes > 0) return over('skipped', 'stopped')
  if (dueAt <= now) return over('skipped', 'too_late')
  return { state: 'scheduled', reason: null, dueMs: dueAt.getTime() }
}

export const over = (state: 'skipped' | 'cancelled', reason: ReminderReason): Standing => ({
  state,
  reason,
  dueMs: null,
})

/** What was sent, failed or is being sent stays; what was only planned becomes what is wanted now. */
export function reconciled(
  rows: readonly ReminderRow[],
  wanted: readonly Planned[],
  { now, isStopped }: { now: Date; isStopped: boolean },
): Changes {
  const changes: Changes = { fresh: [], changed: [], cancelled: [] }
  const kept = new Set<ReminderRow>()
  for (const one of wanted) {
    const row = rows.find((known) => isSame(known, one))
    const next = { ...one, ...standing(one, now, isStopped) }
    if (!row) changes.fresh.push(next)
    else {
      kept.add(row)
      if (isOpen(row) && !isAsWanted(row, next)) changes.changed.push({ row, change: next })
    }
  }
  changes.cancelled = rows.filter((row) => row.state === 'scheduled' && !kept.has(row))
  return changes
}

/** How many reminders will be sent otherwise than before. */
export const countOf = ({ fresh, changed, cancelled }: Changes): number =>
  fresh.filter(({ state }) => state === 'scheduled').length + changed.length + cancelled.length

const isSame = (row: ReminderRow, one: Planned): boolean =>
  row.stepId === one.stepId && row.recipient === one.recipient && row.startsAt.getTime() === one.startsAt.getTime()

const reopened: readonly (ReminderReason | null)[] = ['too_late', 'superseded']

const isOpen = ({ state, reason }: ReminderRow): boolean =>
  state === 'scheduled' || state === 'cancelled' || (state === 'skipped' && reopened.includes(reason))

/** One that is being tried again keeps its turn. */
const isAsWanted = (row: ReminderRow, next: Planned & Standing): boolean =>
  row.dueAt.getTime() === next.dueAt.getTime() &&
  row.channel === next.channel &&
  row.workflowId === next.workflowId &&
  row.offsetMinutes === next.offsetMinutes &&
  (row.state === next.state || (row.state === 'scheduled' && row.attempts > 0))
