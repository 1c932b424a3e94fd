import type { BusyBlock, TimeOff } from '@letsmeet/sdk'
import { type Column, card } from '../lib/table.ts'
import { dayName, span } from '../lib/time.ts'

export const timeOffColumns = (zone: string): Column<TimeOff>[] => [
  { header: 'WHEN', cell: (timeOff) => when(timeOff, zone) },
  { header: 'REASON', cell: ({ reason }) => reason ?? '', whenNarrow: 'cut' },
  { header: 'OF', cell: ({ userId }) => userId },
  { header: 'ID', cell: ({ id }) => id },
]

export const timeOffCard = (timeOff: TimeOff, zone: string): string =>
  card([
    ['Time off', timeOff.id],
    ['Of', timeOff.userId],
    ['When', when(timeOff, zone)],
    ['Reason', timeOff.reason],
  ])

export const busyBlockColumns = (zone: string): Column<BusyBlock>[] => [
  { header: `WHEN (${zone})`, cell: ({ start, end }) => span(start, end, zone) },
  { header: 'REASON', cell: ({ reason }) => reason ?? '', whenNarrow: 'cut' },
  { header: 'OF', cell: ({ userId }) => userId },
  { header: 'ID', cell: ({ id }) => id },
]

export const busyBlockCard = (block: BusyBlock, zone: string): string =>
  card([
    ['Busy block', block.id],
    ['Of', block.userId],
    ['When', `${span(block.start, block.end, zone)} (${zone})`],
    ['Reason', block.reason],
  ])

/** Whole days are days wherever one looks from; moments are shown in the asked zone. */
function when({ startDate, endDate, timezone, start, end }: TimeOff, zone: string): string {
  if (!startDate || !endDate) return `${span(start, end, zone)} (${zone})`
  const days = startDate === endDate ? dayName(startDate) : `${dayName(startDate)} – ${dayName(endDate)}`
  return timezone ? `${days} (${timezone})` : days
}
