import type { Booking, BookingPreview } from '@letsmeet/sdk'
import type { Style } from '../lib/style.ts'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment, span } from '../lib/time.ts'

export const bookingColumns = (zone: string): Column<Booking>[] => [
  { header: 'ID', cell: ({ id }) => id },
  { header: `WHEN (${zone})`, cell: ({ start, end }) => span(start, end, zone) },
  { header: 'STATUS', cell: statusOf },
  { header: 'GUEST', cell: ({ guest }) => guest.name, whenNarrow: 'cut' },
  { header: 'TITLE', cell: ({ title }) => title, whenNarrow: 'cut' },
]

export function bookingCard(booking: Booking, zone: string): string {
  const { guest, cancellation, location } = booking
  return card([
    ['Booking', booking.id],
    ['Title', { text: booking.title, style: 'bold' }],
    ['Status', statusOf(booking)],
    ['When', `${span(booking.start, booking.end, zone)} (${zone})`],
    ['Guest', `${guest.name} <${guest.email}>`],
    ['Guest zone', guest.timezone],
    ['Also coming', booking.additionalGuests.join(', ')],
    [
      booking.hosts.length > 1 ? 'Hosts' : 'Host',
      booking.hosts.map(({ name, email }) => `${name} <${email}>`).join(', '),
    ],
    ['Where', location && [words(location.kind), location.value].filter(Boolean).join(': ')],
    ['Answers', lines(booking.answers)],
    ['Notes', booking.notes],
    ['Cancelled', cancellation && `by the ${cancellation.by}, ${moment(cancellation.at, zone)}`],
    ['Reason', cancellation ? cancellation.reason : booking.rescheduleReason],
    ['Seats left', booking.seatsLeft === null ? null : String(booking.seatsLeft)],
    ['Series', booking.seriesId],
    ['Metadata', lines(booking.metadata)],
    ['Your id', booking.externalId],
    ['Event type', booking.eventTypeId],
    ['Guest page', booking.manageUrl],
  ])
}

export function previewCard(preview: BookingPreview, zone: string): string {
  const { problem, limits } = preview
  return card([
    ['Bookable', preview.bookable ? { text: 'yes', style: 'green' } : { text: 'no', style: 'red' }],
    ['Why', problem && [problem.detail, problem.explanation].filter(Boolean).join('\n')],
    ['When', `${preview.end ? span(preview.start, preview.end, zone) : moment(preview.start, zone)} (${zone})`],
    ['It would be', preview.status],
    ['With', preview.hosts.map(({ name, email }) => `${name} <${email}>`).join(', ')],
    ['Seats left', preview.seatsLeft === null ? null : `${preview.seatsLeft} after this one`],
    [
      'Limits',
      limits
        .map(({ scope, unit, period, limit, left }) => `${left} of ${limit} ${unit} a ${period} left (${words(scope)})`)
        .join('\n'),
    ],
  ])
}

function statusOf({ status, noShow, ended }: Booking): Cell {
  if (noShow) return { text: 'no show', style: 'yellow' }
  if (status === 'confirmed' && ended) return { text: 'ended', style: 'dim' }
  return { text: status, style: STYLES[status] ?? 'plain' }
}

const STYLES: Record<string, Style> = { confirmed: 'green', pending: 'yellow', declined: 'red', cancelled: 'red' }

const words = (code: string) => code.replaceAll('_', ' ')

const lines = (values: Record<string, unknown>) =>
  Object.entries(values)
    .map(([key, value]) => `${key}: ${Array.isArray(value) ? value.join(', ') : String(value)}`)
    .join('\n')
