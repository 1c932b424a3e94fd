/** How pages write times: always in the zone that the page names. */

type Fields = Intl.DateTimeFormatOptions

/** Making a formatter costs far more than using it, and pages use few different ones. */
const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, timeZone: string, fields: Fields): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, fields])
  const known = formats.get(key)
  if (known) return known
  if (formats.size >= 500) formats.clear()
  const made = new Intl.DateTimeFormat(locale, { ...fields, timeZone })
  formats.set(key, made)
  return made
}

const dayFields: Fields = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }

/** `09:00` or `9:00 am`, on one line. */
export function clock(instant: Date, zone: string, locale: string): string {
  return unbroken(format(locale, zone, clockFields(locale)).format(instant))
}

/** `10:00–10:30`, naming the second day where the meeting ends on another. */
export function hours(start: Date, end: Date, zone: string, locale: string): string {
  const day = format(locale, zone, dayFields)
  if (day.format(start) === day.format(end)) {
    return unbroken(format(locale, zone, clockFields(locale)).formatRange(start, end))
  }
  return `${clock(start, zone, locale)} – ${day.format(end)}, ${clock(end, zone, locale)}`
}

/** `Tuesday 8 January 2030`. */
export const longDay = (instant: Date, zone: string, locale: string): string =>
  format(locale, zone, dayFields).format(instant)

/** `8 January 2030`. */
export const dateName = (instant: Date, zone: string, locale: string): string =>
  format(locale, zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(instant)

/** `Tuesday 8 January` of a local date. */
export const dayName = (date: string, locale: string): string =>
  format(locale, 'UTC', { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(`${date}T00:00:00Z`))

/** `January 2030` of `2030-01`. */
export const monthName = (month: string, locale: string): string =>
  format(locale, 'UTC', { month: 'long', year: 'numeric' }).format(new Date(`${month}-01T00:00:00Z`))

/** `Mon` for 1 to `Sun` for 7. */
export const weekdayName = (day: number, width: 'short' | 'long', locale: string): string =>
  format(locale, 'UTC', { weekday: width }).format(new Date(Date.UTC(2024, 0, day)))

/** `GMT+1`, as it is at this instant. */
export function offsetName(instant: Date, zone: string): string {
  const parts = format('en-GB', zone, { timeZoneName: 'shortOffset' }).formatToParts(instant)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone
}

/** `Europe/Berlin (GMT+1)`. */
export const zoneName = (zone: string, instant: Date): string =>
  zone === 'UTC' ? 'UTC' : `${zone.replaceAll('_', ' ')} (${offsetName(instant, zone)})`

/** `30 minutes`, `1 hour`, `1 h 30 min`. */
export function lasting(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`
  const whole = Math.floor(minutes / 60)
  if (minutes % 60 !== 0) return `${whole} h ${minutes % 60} min`
  return whole === 1 ? '1 hour' : `${whole} hours`
}

function clockFields(locale: string): Fields {
  const { hour12 } = format(locale, 'UTC', { hour: 'numeric' }).resolvedOptions()
  return { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' }
}

/** Locales use thin and narrow spaces too; a time must not break over two lines. */
const unbroken = (text: string): string => text.replace(/\s/g, '\u00a0')
