/** How soon and how far ahead may one book? Minimum notice and the booking window, filters that never move a grid. */
import { dayOfDate, weekdayOfDay } from '../time.ts'
import { localDayOf, zoneBetween } from '../zones.ts'
import type { Minute, Rules } from './availability.ts'

/** The first minute that keeps the minimum notice, which is elapsed time and inclusive. */
export function earliestStart(minNoticeMinutes: number, nowMs: number): Minute {
  return Math.ceil(nowMs / 60_000) + minNoticeMinutes
}

/** The local days, first and last inclusive, that can be booked; undefined without bounds. */
export function bookableDays(
  rules: Pick<Rules, 'window' | 'zone'>,
  nowMs: number,
): { first: number; last: number } | undefined {
  const { window } = rules
  if (window.kind === 'unlimited') return undefined
  if (window.kind === 'range') return { first: dayOfDate(window.start), last: dayOfDate(window.end) }
  const now = Math.floor(nowMs / 60_000)
  const today = localDayOf(zoneBetween(rules.zone, now, now), now)
  const last = window.kind === 'rolling' ? today + window.days : businessDaysAfter(today, window.days)
  // Days before today are left to the notice: a start in the past never keeps it.
  return { first: Number.NEGATIVE_INFINITY, last }
}

function businessDaysAfter(today: number, days: number): number {
  let day = today
  for (let left = days; left > 0; ) {
    day++
    if (weekdayOfDay(day) < 5) left--
  }
  return day
}
