import type { EventType } from '@letsmeet/sdk'
import { type Column, card } from '../lib/table.ts'
import { windowText } from '../lib/window.ts'

export const eventTypeColumns: Column<EventType>[] = [
  { header: 'SLUG', cell: ({ slug }) => slug },
  { header: 'TITLE', cell: ({ title }) => title, whenNarrow: 'cut' },
  { header: 'LENGTH', cell: ({ durationMinutes }) => `${durationMinutes} min`, align: 'right' },
  {
    header: 'STATE',
    cell: ({ active }) => (active ? { text: 'on', style: 'green' } : { text: 'off', style: 'yellow' }),
  },
  { header: 'ID', cell: ({ id }) => id },
]

export function eventTypeCard(type: EventType): string {
  return card([
    ['Event type', type.id],
    ['Title', { text: type.title, style: 'bold' }],
    ['Page', type.url],
    ['State', type.active ? { text: 'on', style: 'green' } : { text: 'off', style: 'yellow' }],
    ['Visibility', type.visibility],
    ['Description', type.description],
    [
      'Length',
      [type.durationMinutes, ...(type.durationOptions ?? [])]
        .map((minutes) => `${minutes} min`)
        .filter(isFirst)
        .join(', '),
    ],
    ['Starts every', minutes(type.intervalMinutes)],
    ['Kept free', buffers(type)],
    ['Notice', minutes(type.minNoticeMinutes)],
    ['Window', windowText(type.window)],
    ['Limits', limits(type)],
    ['Seats', type.seats > 1 ? String(type.seats) : null],
    ['Confirmation', type.requiresConfirmation ? 'a host must confirm' : null],
    ['Scheduling', type.scheduling.replaceAll('_', ' ')],
    [
      'Hosts',
      type.hosts.map(({ userId, weight }) => (weight === 1 ? userId : `${userId} (weight ${weight})`)).join('\n'),
    ],
    ['Schedule', type.scheduleId],
    [
      'Where',
      type.locations.map(({ kind, value }) => [kind.replaceAll('_', ' '), value].filter(Boolean).join(': ')).join('\n'),
    ],
    [
      'Questions',
      type.questions
        .map(
          ({ key, label, kind, required, options }) =>
            `${key}${required ? '*' : ''}: ${label} (${kind.replaceAll('_', ' ')}${options ? `: ${options.join(', ')}` : ''})`,
        )
        .join('\n'),
    ],
    ['Reminders', type.reminderWorkflowId],
    ['After booking', type.redirectUrl],
    ['Your id', type.externalId],
  ])
}

const isFirst = (text: string, at: number, all: string[]) => all.indexOf(text) === at

const minutes = (value: number | null) => (value ? `${value} min` : null)

function buffers({ bufferBeforeMinutes, bufferAfterMinutes }: EventType): string {
  const parts = [
    bufferBeforeMinutes && `${bufferBeforeMinutes} min before`,
    bufferAfterMinutes && `${bufferAfterMinutes} min after`,
  ]
  return parts.filter(Boolean).join(', ')
}

function limits({ limits: { bookings = {}, minutes = {} } }: EventType): string {
  const sentences = (unit: string, of: Record<string, number>) =>
    Object.entries(of).map(([period, most]) => `${most} ${unit} a ${period}`)
  return [...sentences('bookings', bookings), ...sentences('minutes', minutes)].join('\n')
}
