/** Has a limit been reached? Sessions are counted by the local day they start on. */
import { civilOfDay, dateOfDay, weekdayOfDay } from '../time.ts'
import { localDayOf, zoneBetween } from '../zones.ts'
import type { Counted, Limits, PeriodLimits, Rules } from './availability.ts'

const periods = ['day', 'week', 'month', 'year'] as const
type Period = (typeof periods)[number]
type WeekStart = Rules['weekStart']

/** One limit that is reached on a day: `used` of `most`, in the period that has this name. */
export interface ReachedLimit {
  unit: 'bookings' | 'minutes'
  period: Period
  used: number
  most: number
  /** `2026-03-29`, the first day of the week, `2026-03` or `2026`. */
  name: string
}

/** The first limit that a new meeting on a local day would break. */
export type LimitCheck = (day: number) => ReachedLimit | undefined

/** Counts once what is booked; undefined when there is nothing to check. */
export function limitCheck(
  limits: Limits | undefined,
  counted: readonly Counted[],
  terms: { zone: string; weekStart: WeekStart; durationMinutes: number },
): LimitCheck | undefined {
  const checks = [
    ...tallies('bookings', limits?.bookings, counted, terms),
    ...tallies('minutes', limits?.minutes, counted, terms),
  ]
  if (checks.length === 0) return undefined
  return (day) => {
    for (const { unit, period, most, used } of checks) {
      const already = used.get(periodKey(period, day, terms.weekStart)) ?? 0
      const asked = unit === 'bookings' ? 1 : terms.durationMinutes
      if (already + asked > most) {
        return { unit, period, used: already, most, name: periodName(period, day, terms.weekStart) }
      }
    }
    return undefined
  }
}

/** Each limit that is in force at a start, with what is used and left of it. */
export function remainingLimits(
  limits: Limits | undefined,
  counted: readonly Counted[],
  terms: { zone: string; weekStart: WeekStart },
  start: number,
): { unit: Tally['unit']; period: Period; limit: number; used: number; left: number }[] {
  const day = localDayOf(zoneBetween(terms.zone, start, start), start)
  const all = [
    ...tallies('bookings', limits?.bookings, counted, terms),
    ...tallies('minutes', limits?.minutes, counted, terms),
  ]
  return all.map(({ unit, period, most, used }) => {
    const already = used.get(periodKey(period, day, terms.weekStart)) ?? 0
    return { unit, period, limit: most, used: already, left: Math.max(0, most - already) }
  })
}

interface Tally {
  unit: 'bookings' | 'minutes'
  period: Period
  most: number
  used: Map<number, number>
}

function tallies(
  unit: Tally['unit'],
  limits: PeriodLimits | undefined,
  counted: readonly Counted[],
  terms: { zone: string; weekStart: WeekStart },
): Tally[] {
  return periods.flatMap((period) => {
    const most = limits?.[period]
    if (most === undefined) return []
    const used = new Map<number, number>()
    for (const { day, minutes } of byDay(counted, terms.zone)) {
      const key = periodKey(period, day, terms.weekStart)
      used.set(key, (used.get(key) ?? 0) + (unit === 'bookings' ? 1 : minutes))
    }
    return [{ unit, period, most, used }]
  })
}

function* byDay(counted: readonly Counted[], zoneName: string): Generator<{ day: number; minutes: number }> {
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY
  for (const { start } of counted) {
    if (start < first) first = start
    if (start > last) last = start
  }
  if (first > last) return
  const zone = zoneBetween(zoneName, first, last)
  for (const { start, minutes } of counted) yield { day: localDayOf(zone, start), minutes }
}

function periodKey(period: Period, day: number, weekStart: WeekStart): number {
  if (period === 'day') return day
  if (period === 'week') return firstOfWeek(day, weekStart)
  const { year, month } = civilOfDay(day)
  return period === 'month' ? year * 12 + month : year
}

function periodName(period: Period, day: number, weekStart: WeekStart): string {
  if (period === 'day') return dateOfDay(day)
  if (period === 'week') return dateOfDay(firstOfWeek(day, weekStart))
  return dateOfDay(day).slice(0, period === 'month' ? 7 : 4)
}

function firstOfWeek(day: number, weekStart: WeekStart): number {
  return day - ((weekdayOfDay(day) + (weekStart === 'sunday' ? 1 : 0)) % 7)
}
