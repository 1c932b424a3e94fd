// Days are texts such as 2030-01-08 and months 2030-01: no zone can shift them.

/** English words, with the clock and the first weekday that the visitor is used to. */
const locale = navigator.language.startsWith('en') ? navigator.language : 'en-GB'

const utc = (day) => new Date(`${day}T00:00:00Z`)
const shown = (day, options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(utc(day))

export const monthOf = (day) => day.slice(0, 7)
export const monthName = (month) => shown(`${month}-01`, { month: 'long', year: 'numeric' })
export const dayName = (day) => shown(day, { weekday: 'long', month: 'long', day: 'numeric' })
export const today = (timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())

export const clock = (instant, timeZone) =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone }).format(new Date(instant))

export const moment = (instant, timeZone) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(new Date(instant))

export function dayAfter(day, count) {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + count)
  return date.toISOString().slice(0, 10)
}

export function monthAfter(month, count) {
  const date = utc(`${month}-01`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return monthOf(date.toISOString())
}

/** 1 is Monday and 7 is Sunday, as in ISO 8601. */
const firstWeekday = new Intl.Locale(locale).getWeekInfo?.().firstDay ?? 1

/** The month in weeks, with null where a week belongs to another month. */
export function weeksOf(month) {
  const days = []
  for (let day = `${month}-01`; monthOf(day) === month; day = dayAfter(day, 1)) days.push(day)
  const lead = (utc(days[0]).getUTCDay() - firstWeekday + 7) % 7
  const cells = [...Array(lead).fill(null), ...days]
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, i) => cells[week * 7 + i] ?? null),
  )
}

/** The names of the weekdays, in the order of the columns. */
export const weekdays = () =>
  Array.from({ length: 7 }, (_, i) => {
    // 2024-01-01 was a Monday.
    const day = dayAfter('2024-01-01', firstWeekday - 1 + i)
    return { short: shown(day, { weekday: 'short' }), long: shown(day, { weekday: 'long' }) }
  })
