/** Clocks on walls, asked of the platform and not of the server. */

export interface Wall {
  /** `2030-03-31`. */
  date: string
  /** From midnight by the hands of the clock. */
  minute: number
  /** `mon` to `sun`. */
  weekday: string
}

const formats = new Map<string, Intl.DateTimeFormat>()

export function wallAt(ms: number, zone: string): Wall {
  const format = formats.get(zone) ?? formatFor(zone)
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]))
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    minute: Number(part.hour) * 60 + Number(part.minute),
    weekday: String(part.weekday).toLowerCase(),
  }
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    weekday: 'short',
  })
  formats.set(timeZone, format)
  return format
}

export type Period = 'day' | 'week'

/** The name of the day, or of the Monday, that a limit counts by. */
export function periodOf(period: Period, ms: number, zone: string): string {
  const { date, weekday } = wallAt(ms, zone)
  if (period === 'day') return date
  const back = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].indexOf(weekday)
  return `the week of ${new Date(Date.parse(`${date}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10)}`
}

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000

/** `2030-03-31T09:00Z`, with seconds where there are some. */
export const instantText = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/\.000Z$/, 'Z')
    .replace(/:00Z$/, 'Z')
