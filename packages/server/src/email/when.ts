/** How mails write times: in the reader's zone and locale, always naming the zone. */

/** `Tuesday, 8 January 2030, 10:00–10:30 (Europe/Berlin, GMT+1)`. */
export function longTime(start: Date, end: Date, timezone: string, locale?: string): string {
  const day = format(timezone, locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const time = format(timezone, locale, { hour: 'numeric', minute: '2-digit' })
  const first = `${day.format(start)}, `
  const range =
    day.format(start) === day.format(end)
      ? time.formatRange(start, end)
      : `${time.format(start)} – ${day.format(end)}, ${time.format(end)}`
  return spaces(`${first}${range} (${zone(start, timezone, locale)})`)
}

/** `Tue 8 Jan 10:00`, for subjects. */
export function shortTime(instant: Date, timezone: string, locale?: string): string {
  const day = format(timezone, locale, { weekday: 'short', day: 'numeric', month: 'short' })
  const time = format(timezone, locale, { hour: 'numeric', minute: '2-digit' })
  return spaces(`${day.format(instant)} ${time.format(instant)}`)
}

/** `Tuesday, 8 January 2030, 10:00 (Europe/Berlin, GMT+1)`: a moment without an end. */
export function moment(instant: Date, timezone: string, locale?: string): string {
  return longTime(instant, instant, timezone, locale)
}

function zone(instant: Date, timezone: string, locale?: string): string {
  const parts = format(timezone, locale, { timeZoneName: 'shortOffset' }).formatToParts(instant)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value
  return offset === undefined || offset === timezone ? timezone : `${timezone}, ${offset}`
}

type Fields = Pick<
  Intl.DateTimeFormatOptions,
  'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute' | 'timeZoneName'
>

function format(timezone: string, locale: string | undefined, fields: Fields): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(known(locale), { ...fields, timeZone: timezone })
}

/** English in the international order when the reader named no locale that we know. */
function known(locale: string | undefined): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale ?? [])[0] ?? 'en-GB'
  } catch {
    return 'en-GB'
  }
}

/** Locales use narrow and thin spaces, which old mail clients show as boxes. */
function spaces(value: string): string {
  return value.replace(/[\u00a0\u2009\u202f]/g, ' ')
}
