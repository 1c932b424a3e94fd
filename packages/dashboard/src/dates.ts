/** Calendar dates as text, `2030-01-08`, and months, `2030-01`. */

export function monthAfter(month: string, count: number): string {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** Six weeks around a month; null where the days of its neighbours would be. */
export function weeksOf(month: string, firstDay: number): (string | null)[][] {
  const first = Date.parse(`${month}-01T00:00:00Z`)
  const lead = (new Date(first).getUTCDay() - firstDay + 7) % 7
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => {
      const date = new Date(first + (week * 7 + day - lead) * 86_400_000).toISOString().slice(0, 10)
      return date.startsWith(month) ? date : null
    }),
  )
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, timeZone: string, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, fields])
  const made = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...fields, timeZone })
  formats.set(key, made)
  return made
}

const noon = (date: string) => new Date(`${date}T12:00:00Z`)
const unbroken = (text: string) => text.replace(/\s/g, '\u00a0')

function clockFields(locale: string): Intl.DateTimeFormatOptions {
  const { hour12 } = format(locale, 'UTC', { hour: 'numeric' }).resolvedOptions()
  return { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' }
}

/** The local date of an instant; Swedish writes dates as we do. */
export const dateOf = (at: number, zone: string): string =>
  format('sv-SE', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

export const clock = (at: number, zone: string, locale: string): string =>
  unbroken(format(locale, zone, clockFields(locale)).format(at))

export const hours = (start: number, end: number, zone: string, locale: string): string =>
  dateOf(start, zone) === dateOf(end, zone)
    ? unbroken(format(locale, zone, clockFields(locale)).formatRange(start, end))
    : `${clock(start, zone, locale)} – ${longDay(end, zone, locale)}, ${clock(end, zone, locale)}`

export const longDay = (at: number, zone: string, locale: string): string =>
  format(locale, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)

export const dayName = (date: string, locale: string): string =>
  format(locale, 'UTC', { weekday: 'long', day: 'numeric', month: 'long' }).format(noon(date))

export const monthName = (month: string, locale: string): string =>
  format(locale, 'UTC', { month: 'long', year: 'numeric' }).format(noon(`${month}-01`))

/** `Mon` for 1 to `Sun` for 7: 2024 began on a Monday. */
export const weekdayName = (day: number, width: 'short' | 'long', locale: string): string =>
  format(locale, 'UTC', { weekday: width }).format(Date.UTC(2024, 0, day))

export function offsetName(at: number, zone: string): string {
  const parts = format('en-GB', zone, { timeZoneName: 'shortOffset' }).formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

export const zoneName = (zone: string, at: number): string =>
  zone === 'UTC' ? zone : `${zone.replaceAll('_', ' ')} (${offsetName(at, zone)})`

export function lasting(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const whole = Math.floor(minutes / 60)
  if (minutes % 60 !== 0) return `${whole} h ${minutes % 60} min`
  return whole === 1 ? '1 hour' : `${whole} hours`
}
