import type { Reminder, ReminderPreview } from '@letsmeet/sdk'
import { cleanText } from '../lib/clean.ts'
import { offsetText } from '../lib/reminder-step.ts'
import type { Style } from '../lib/style.ts'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const reminderColumns = (zone: string): Column<Reminder>[] => [
  { header: `DUE (${zone})`, cell: ({ dueAt }) => moment(dueAt, zone) },
  { header: 'STATE', cell: stateOf },
  { header: 'WHY', cell: ({ reason }) => reason ?? '' },
  { header: 'STEP', cell: ({ offsetMinutes }) => offsetText(offsetMinutes), align: 'right' },
  { header: 'BY', cell: ({ channel }) => channel },
  { header: 'TO', cell: ({ recipient }) => recipient },
  { header: 'BOOKING', cell: ({ bookingId }) => bookingId },
  { header: 'ID', cell: ({ id }) => id },
]

export const reminderCard = (reminder: Reminder, zone: string): string =>
  card([
    ['Reminder', reminder.id],
    ['State', stateOf(reminder)],
    ['Why', reminder.reason],
    ['Error', reminder.error],
    ['Due', inZone(reminder.dueAt, zone)],
    ['Step', `${offsetText(reminder.offsetMinutes)} ${reminder.channel} ${reminder.recipient}  ${reminder.stepId}`],
    ['Host', reminder.userId],
    ['Attempts', String(reminder.attempts)],
    ['Tried next', reminder.nextAttemptAt && inZone(reminder.nextAttemptAt, zone)],
    ['Sent', reminder.sentAt && inZone(reminder.sentAt, zone)],
    ['Mail', reminder.mailId],
    ['Booking', reminder.bookingId],
    ['Start', inZone(reminder.start, zone)],
    ['Workflow', reminder.workflowId],
  ])

type Message = ReminderPreview['messages'][number]

/** A message as its reader gets it: at their time, in their words. */
export function messageText(message: Message): string {
  const head = card([
    ['To', message.to ? `${message.recipient} <${message.to}>` : message.recipient],
    ['Subject', { text: message.subject, style: 'bold' }],
    ['When', inZone(message.dueAt, message.timezone)],
    ['But', message.isPast ? { text: 'its time has passed: it would be skipped', style: 'yellow' } : null],
    ['By', message.channel],
    ['Step', message.stepId],
  ])
  return `${head}\n\n${cleanText(message.text).trimEnd()}`
}

const inZone = (at: string, zone: string) => `${moment(at, zone)} (${zone})`

const stateOf = ({ state }: Reminder): Cell => ({ text: state, style: STYLES[state] ?? 'plain' })

const STYLES: Record<string, Style> = {
  scheduled: 'cyan',
  sending: 'cyan',
  sent: 'green',
  skipped: 'yellow',
  failed: 'red',
  cancelled: 'dim',
}
