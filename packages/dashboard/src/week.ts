/** Weekly hours as the API keeps them, and as a person types them. */

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

export interface Hours {
  days: Weekday[]
  start: string
  end: string
}

type Span = Pick<Hours, 'start' | 'end'>

/** `09:00–12:00, 13:00–17:00` */
export const hoursOf = (weekly: readonly Hours[], day: Weekday): string =>
  weekly
    .filter(({ days }) => days.includes(day))
    .sort((a, b) => a.start.localeCompare(b.start))
    .map(({ start, end }) => `${start}–${end}`)
    .join(', ')

/** The hours of a day; none close it, null is not understood. */
export function parseDay(text: string): Span[] | null {
  const parts = text.split(/[,;]/).flatMap((part) => part.trim() || [])
  const spans = parts.map((part) => /^(\d{1,2})[:.]?(\d\d)?\s*[-–—]\s*(\d{1,2})[:.]?(\d\d)?$/.exec(part))
  const read = spans.flatMap((match) => (match ? [spanOf(match)] : []))
  const isRight = read.length === parts.length && read.every(({ start, end }) => start < end && end <= '24:00')
  return isRight ? read : null
}

/** Days with the same hours go together. */
export function weeklyOf(week: ReadonlyMap<Weekday, readonly Span[] | null>): Hours[] {
  const found = new Map<string, Hours>()
  for (const [day, spans] of week) {
    for (const { start, end } of spans ?? []) {
      const same = found.get(`${start} ${end}`)
      if (same) same.days.push(day)
      else found.set(`${start} ${end}`, { days: [day], start, end })
    }
  }
  return [...found.values()]
}

function spanOf([, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00']: RegExpExecArray): Span {
  return { start: `${fromHour.padStart(2, '0')}:${fromMinute}`, end: `${toHour.padStart(2, '0')}:${toMinute}` }
}
