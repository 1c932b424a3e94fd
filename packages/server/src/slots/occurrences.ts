/** When does a series happen? Every occurrence keeps the wall time of the first, measured from the first. */
import { civilOfDay, dayNumber, type Minute, minutesPerDay } from '../time.ts'
import { instantOf, wallOf, zoneBetween } from '../zones.ts'

export type Frequency = 'daily' | 'weekly' | 'monthly'

/** The starts of a series: a skipped time moves forward by the gap, the 29th–31st to the last day of a short month. */
export function occurrences(
  start: Minute,
  zoneName: string,
  frequency: Frequency,
  interval: number,
  count: number,
): Minute[] {
  const longest = { daily: 1, weekly: 7, monthly: 31 }[frequency]
  const zone = zoneBetween(zoneName, start, start + longest * interval * count * minutesPerDay)
  const wall = wallOf(zone, start)
  const first = Math.floor(wall / minutesPerDay)
  const clock = wall - first * minutesPerDay
  return Array.from({ length: count }, (_, index) => {
    // The first one is given: the second of two equal wall times stays what it is.
    if (index === 0) return start
    const day = frequency === 'monthly' ? addMonthsClamped(first, interval * index) : first + longest * interval * index
    return instantOf(zone, day * minutesPerDay + clock)
  })
}

/** A day number some months later, on the same day of the month or on the last where the month is shorter. */
export function addMonthsClamped(day: number, months: number): number {
  const civil = civilOfDay(day)
  const index = civil.year * 12 + civil.month - 1 + months
  const year = Math.floor(index / 12)
  const month = (index % 12) + 1
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1)
  return Math.min(dayNumber(year, month, civil.day), next - 1)
}
