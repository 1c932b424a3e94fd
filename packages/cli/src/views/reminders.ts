import type { Reminder, ReminderPreview } from '@letsmeet/sdk'
import { cleanText } from '../lib/clean.ts'
import { offsetText } from '../lib/reminder-step.ts'
import type { Style } from '../lib/style.ts'
import { type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const reminderColumns = (zone: string): Column<Reminder>[] => [
  { header: `DUE (${zone})`, cell: ({ dueAt }) => moment(dueAt, zone) },
  {
    header: 'STATE',
    cell: (reminder) => ({ ...stateOf(reminder), text: [reminder.state, reminder.reason].filter(Boolean).join(': ') }),
    whenNarrow: 'cut',
  },
  { header: 'STEP', cell: stepText },
  { header: 'BOOKING', cell: ({ bookingId }) => bookingId, whenNarrow: 'drop' },
  { header: 'ID', cell: ({ id }) => id },
]

export const reminderCard = (reminder: Reminder, zone: string): string =>
  card([
    ['Reminder', reminder.id],
    ['State', stateOf(reminder)],
    ['Why', reminder.reason],
    ['Error', reminder.error],
    ['Due', inZone(reminder.dueAt, zone)],
    ['Step', `${stepText(reminder)}  ${reminder.stepId}`],
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
    ['To', `${message.recipient.replaceAll('_', ' ')}${message.to ? ` <${message.to}>` : ''}`],
    ['Subject', { text: message.subject, style: 'bold' }],
    ['When', inZone(message.dueAt, message.timezone)],
    ['But', message.isPast ? { text: 'its time has passed: it would be skipped', style: 'yellow' } : null],
    ['By', message.channel],
    ['Step', message.stepId],
  ])
  return `${head}\n\n${cleanText(message.text).trimEnd()}`
}

const inZone = (at: string, zone: string) => `${moment(at, zone)} (${zone})`

/** As a workflow writes it: `-1d email guest`; whom the guest brought along is counted. */
function stepText({ offsetMinutes, channel, recipient, additionalGuestIndex }: Reminder): string {
  const to = additionalGuestIndex === null ? recipient : `guest +${additionalGuestIndex + 1}`
  return [offsetText(offsetMinutes), channel, to].join(' ')
}

const stateOf = ({ state }: Reminder) => ({ text: state, style: STYLES[state] ?? ('plain' as const) })

const STYLES: Record<string, Style> = {
  scheduled: 'cyan',
  sending: 'cyan',
  sent: 'green',
  skipped: 'yellow',
  failed: 'red',
  cancelled: 'dim',
}
