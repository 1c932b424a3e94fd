/** How mails write times: in the reader's zone and locale, always naming the zone. */

/** `Tuesday, 8 January 2030, 10:00–10:30 (Europe/Berlin, GMT+1)`. */
export function longTime(start: Date, end: Date, timezone: string, locale?: string): string {
  return `${dayAndHours(start, end, timezone, locale)} (${zone(start, timezone, locale)})`
}

/** `Tuesday, 8 January 2030, 10:00–10:30`, where the zone is named nearby; the hours stay on one line. */
export function dayAndHours(start: Date, end: Date, timezone: string, locale?: string): string {
  const day = format(timezone, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const time = clock(timezone, locale)
  const hours =
    day.format(start) === day.format(end)
      ? unbroken(time.formatRange(start, end))
      : `${unbroken(time.format(start))} – ${day.format(end)}, ${unbroken(time.format(end))}`
  return `${day.format(start)}, ${hours}`
}

/** `Tue 8 Jan 10:00`, for subjects. */
export function shortTime(instant: Date, timezone: string, locale?: string): string {
  const day = format(timezone, locale, { weekday: 'short', day: 'numeric', month: 'short' })
  const time = clock(timezone, locale)
  return `${day.format(instant)} ${time.format(instant)}`.replace(/\s/g, ' ')
}

/** `Tuesday, 8 January 2030`. */
export const dayOf = (instant: Date, timezone: string, locale?: string): string =>
  format(timezone, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(instant)

/** `10:00`. */
export const timeOf = (instant: Date, timezone: string, locale?: string): string =>
  unbroken(clock(timezone, locale).format(instant))

/** `Tuesday, 8 January 2030, 10:00 (Europe/Berlin, GMT+1)`: a moment without an end. */
export function moment(instant: Date, timezone: string, locale?: string): string {
  return longTime(instant, instant, timezone, locale)
}

/** The language of a time, where it is not the mails' own. */
export function languageOf(locale: string | undefined): { lang?: string } {
  const lang = supported(locale)
  return /^en\b/.test(lang) ? {} : { lang }
}

function zone(instant: Date, timezone: string, locale?: string): string {
  const parts = format(timezone, locale, { timeZoneName: 'shortOffset' }).formatToParts(instant)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value
  return offset === undefined || timezone === 'UTC' ? timezone : `${timezone}, ${offset}`
}

type Fields = Pick<
  Intl.DateTimeFormatOptions,
  'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'timeZoneName'
>

/** Making a formatter costs far more than using it, and mails use few different ones. */
const formats = new Map<string, Intl.DateTimeFormat>()

function format(timezone: string, locale: string | undefined, fields: Fields): Intl.DateTimeFormat {
  const key = JSON.stringify([timezone, locale, fields])
  const known = formats.get(key)
  if (known) return known
  if (formats.size >= 500) formats.clear()
  const made = new Intl.DateTimeFormat(supported(locale), { ...fields, timeZone: timezone })
  formats.set(key, made)
  return made
}

/** `09:00` where a day has 24 hours, `9:00 AM` where it has twice 12. */
function clock(timezone: string, locale: string | undefined): Intl.DateTimeFormat {
  const { hour12 } = format(timezone, locale, { hour: 'numeric' }).resolvedOptions()
  return format(timezone, locale, { hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit' })
}

/** English in the international order when the reader named no locale that we know. */
function supported(locale: string | undefined): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale ?? [])[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}

/** Locales use thin and narrow spaces too, which old mail clients show as boxes. */
function unbroken(hours: string): string {
  return hours.replace(/\s/g, '\u00a0')
}
