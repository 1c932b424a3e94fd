/** The calendar as integers: days and minutes are counted from 1970-01-01 00:00 UTC. Temporal is only for zones. */
import { createRequire } from 'node:module'

/** A whole UTC epoch minute. */
export type Minute = number

export const minutesPerDay = 1440

// Node 26 has Temporal; older ones load the polyfill, and only when the first zone is asked about.
function loadTemporal(): typeof Temporal {
  if (globalThis.Temporal) return globalThis.Temporal
  const polyfill: { Temporal: typeof Temporal } = createRequire(import.meta.url)('temporal-polyfill')
  return polyfill.Temporal
}

let loaded: typeof Temporal | undefined

/** Temporal: the runtime's own or the polyfill. */
export function temporal(): typeof Temporal {
  loaded ??= loadTemporal()
  return loaded
}

export interface CivilDate {
  year: number
  month: number
  day: number
}

/** The day number of a Gregorian date (Howard Hinnant's algorithm: years begin in March, leap days come last). */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day number of `YYYY-MM-DD`. */
export function dayOfDate(date: string): number {
  const [year = '', month = '', day = ''] = date.split('-')
  return dayNumber(Number(year), Number(month), Number(day))
}

/** The year, month and day of a day number: `dayNumber` undone. */
export function civilOfDay(day: number): CivilDate {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

// Lists ask for the same day many times in a row.
let latest = { day: 0, date: '1970-01-01' }

/** `YYYY-MM-DD` of a day number. */
export function dateOfDay(day: number): string {
  if (latest.day === day) return latest.date
  const civil = civilOfDay(day)
  const date = `${String(civil.year).padStart(4, '0')}-${twoDigits(civil.month)}-${twoDigits(civil.day)}`
  latest = { day, date }
  return date
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Minutes after midnight of `HH:MM`; `24:00` is 1440. */
export function minutesOfClock(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
}

/** `HH:MM` of minutes after midnight. */
export function clockOfMinutes(minutes: number): string {
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}
