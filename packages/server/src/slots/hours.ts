/** When is a schedule open? Weekly hours and overrides become merged blocks of instants. */
import { dayOfDate, minutesOfClock, minutesPerDay, weekdayOfDay } from '../time.ts'
import { instantOf, localDayOf, zoneBetween } from '../zones.ts'
import type { Hours, Interval, Minute, Weekday } from './availability.ts'

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

// Grids are anchored at most two days before a start (see grid.ts); a clock that skips a day moves windows by one.
const daysBefore = 3
const daysAfter = 1

/** Wall-clock windows of one day, in minutes after its midnight. */
type DayWindows = readonly { start: Minute; end: Minute }[]

/** The merged open blocks that matter to `[from, to)`; they begin days earlier, so that no grid depends on `from`. */
export function openBlocks(hours: Hours, from: Minute, to: Minute): Interval[] {
  return merged(windowsBetween(hours, from, to, 'in_force'))
}

/** The weekly windows of the dates in `[from, to)` that an override replaced, each with its date's day number. */
export function replacedWindows(hours: Hours, from: Minute, to: Minute): DatedWindow[] {
  return windowsBetween(hours, from, to, 'replaced')
}

export interface DatedWindow extends Interval {
  day: number
}

function windowsBetween(hours: Hours, from: Minute, to: Minute, which: 'in_force' | 'replaced'): DatedWindow[] {
  const zone = zoneBetween(
    hours.timezone,
    from - (daysBefore + 1) * minutesPerDay,
    to + (daysAfter + 1) * minutesPerDay,
  )
  const first = localDayOf(zone, from) - daysBefore
  const last = localDayOf(zone, to) + daysAfter
  const weekly = weeklyWindows(hours)
  const overrides = overridesByDay(hours, first, last)
  const windows: DatedWindow[] = []
  for (let day = first; day <= last; day++) {
    const override = overrides.get(day)
    if (which === 'replaced' && !override) continue
    const ofDay = which === 'in_force' && override ? override : weekly[weekdayOfDay(day)]
    for (const window of ofDay ?? []) {
      const start = instantOf(zone, day * minutesPerDay + window.start)
      const end = instantOf(zone, day * minutesPerDay + window.end)
      if (start < end) windows.push({ start, end, day })
    }
  }
  return windows
}

// Monday's windows first.
function weeklyWindows(hours: Hours): DayWindows[] {
  const rows = hours.weekly.map((row) => ({ days: row.days, window: wallWindow(row) }))
  return weekdays.map((day) => rows.filter(({ days }) => days.includes(day)).map(({ window }) => window))
}

// Several overrides of one date are a union; one without windows closes the date.
function overridesByDay(hours: Hours, first: number, last: number): Map<number, DayWindows> {
  const byDay = new Map<number, DayWindows>()
  for (const override of hours.overrides) {
    const day = dayOfDate(override.date)
    if (day < first || day > last) continue
    byDay.set(day, [...(byDay.get(day) ?? []), ...override.windows.map(wallWindow)])
  }
  return byDay
}

function wallWindow(window: { start: string; end: string }): { start: Minute; end: Minute } {
  return { start: minutesOfClock(window.start), end: minutesOfClock(window.end) }
}

// Windows that touch or overlap become one, across midnight too.
function merged(windows: readonly DatedWindow[]): Interval[] {
  const blocks: Interval[] = []
  let last: Interval | undefined
  for (const { start, end } of windows.toSorted((a, b) => a.start - b.start)) {
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end)
    } else {
      last = { start, end }
      blocks.push(last)
    }
  }
  return blocks
}

/** The time that every list of blocks has open. */
export function intersection(lists: readonly (readonly Interval[])[]): readonly Interval[] {
  const [first = [], ...rest] = lists
  return rest.reduce(overlap, first)
}

function overlap(one: readonly Interval[], other: readonly Interval[]): Interval[] {
  const both: Interval[] = []
  let index = 0
  for (const block of one) {
    for (; index < other.length; index++) {
      const candidate = other[index]
      if (!candidate || candidate.start >= block.end) break
      const start = Math.max(block.start, candidate.start)
      const end = Math.min(block.end, candidate.end)
      if (start < end) both.push({ start, end })
      if (candidate.end > block.end) break
    }
  }
  return both
}
