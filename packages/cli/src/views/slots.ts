import type { EventType, Slot, SlotList } from '@letsmeet/sdk'
import { columns, onStdout } from '../lib/style.ts'
import { type Column, table } from '../lib/table.ts'
import { clock, dateIn, dayName, offsetName } from '../lib/time.ts'

/** Open starts by day, as many in a line as fit. */
export function calendar(slots: readonly Slot[], zone: string): string {
  const days = Map.groupBy(slots, ({ start }) => dateIn(start, zone))
  return [...days].map(([date, ofDay]) => dayLines(date, ofDay, zone)).join('\n')
}

/** Why starts are not offered; runs of neighbours with the same reason take one line. */
export function reasons(removed: NonNullable<SlotList['explain']>, zone: string): string {
  const runs: Run[] = []
  for (const { start, code, detail = '' } of removed) {
    const last = runs.at(-1)
    const date = dateIn(start, zone)
    if (last && last.date === date && last.code === code && last.detail === detail)
      Object.assign(last, { to: start, count: last.count + 1 })
    else runs.push({ date, from: start, to: start, count: 1, code, detail })
  }
  return table(runs, runColumns(zone))
}

/** The words for the machine-readable reason of an empty list. */
export function emptySentence(list: SlotList, eventType: EventType): string {
  const why = list.reason && WHY[list.reason]
  return `No open times for ${eventType.title} then${why ? `: ${why}` : ''}.`
}

interface Run {
  date: string
  from: string
  to: string
  count: number
  code: string
  detail: string
}

const runColumns = (zone: string): Column<Run>[] => [
  { header: 'DAY', cell: ({ date }) => dayName(date) },
  {
    header: 'START',
    cell: ({ from, to, count }) =>
      count === 1 ? clock(from, zone) : `${clock(from, zone)}–${clock(to, zone)} (${count})`,
  },
  { header: 'WHY', cell: ({ code }) => ({ text: code, style: 'yellow' }) },
  { header: 'DETAIL', cell: ({ detail }) => detail, whenNarrow: 'wrap' },
]

function dayLines(date: string, slots: readonly Slot[], zone: string): string {
  const label = dayName(date).padEnd(DAY_WIDTH)
  const times = slots.map((slot) => timeLabel(slot, slots, zone))
  const width = Math.max(...times.map((time) => time.length)) + 2
  const perLine = Math.max(1, Math.floor((Math.min(columns(), 100) - DAY_WIDTH) / width))
  const lines: string[] = []
  for (let at = 0; at < times.length; at += perLine)
    lines.push(
      times
        .slice(at, at + perLine)
        .map((time) => time.padEnd(width))
        .join('')
        .trimEnd(),
    )
  return lines.map((line, at) => (at === 0 ? onStdout('bold', label) : ' '.repeat(DAY_WIDTH)) + line).join('\n')
}

/** `09:00`, with the seats that are left, and the offset where clocks show that time twice. */
function timeLabel({ start, seatsLeft }: Slot, ofDay: readonly Slot[], zone: string): string {
  const time = clock(start, zone)
  const twice = ofDay.some((other) => other.start !== start && clock(other.start, zone) === time)
  return `${time}${twice ? offsetName(start, zone) : ''}${seatsLeft === undefined ? '' : ` (${seatsLeft} left)`}`
}

const DAY_WIDTH = 17

const WHY: Record<string, string> = {
  outside_hours: 'they are outside the working hours',
  override: 'the days are closed by an exception in the schedule',
  busy: 'the hosts are busy',
  buffer: 'the breaks around meetings leave no room',
  notice: 'it is too short a notice',
  window: 'it is outside the days that can be booked',
  limit: 'the limit of bookings is reached',
  seats_full: 'every seat is taken',
  host_inactive: 'the host is suspended',
  source_unavailable: "a host's calendar cannot be read",
  no_hours: 'the schedule has no hours on these days',
  no_hosts: 'it has no hosts',
  inactive: 'it is switched off',
}
