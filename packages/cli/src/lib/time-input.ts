import { usageError } from './failure.ts'
import { addDays, dateIn, instantsOf, offsetName, startOfDay } from './time.ts'

/** Times as people type them. Without an offset they are read in the zone that is named, never guessed twice. */
export function instantOf(text: string, zone: string, now = new Date()): Date {
  const trimmed = text.trim()
  if (trimmed === 'now') return now
  const match = WALL.exec(trimmed)
  if (!match)
    throw usageError(
      `“${text}” is not a time.`,
      'Write 2030-01-08T09:00Z, 2030-01-08T09:00+01:00 or "2030-01-08 09:00".',
    )
  const [, date = '', hours = '', minutes = '', seconds = '00', offset] = match
  if (!exists(date) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59)
    throw usageError(`There is no time “${text}”.`)
  if (offset) return new Date(`${date}T${hours}:${minutes}:${seconds}${withColon(offset)}`)
  return inZone(text, `${date}T${hours}:${minutes}:${seconds}`, zone)
}

/** `2030-01-08`, `today`, `tomorrow` as a date; undefined when the text is something else. */
export function dateOf(text: string, zone: string, now = new Date()): string | undefined {
  if (text === 'today') return dateIn(now, zone)
  if (text === 'tomorrow') return addDays(dateIn(now, zone), 1)
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return undefined
  if (!exists(text)) throw usageError(`There is no day “${text}”.`)
  return text
}

/** A date, from its first instant, or a time. */
export function startOf(text: string, zone: string, now = new Date()): Date {
  const date = dateOf(text, zone, now)
  return date ? startOfDay(date, zone) : instantOf(text, zone, now)
}

/** How long ago, such as `2h` or `3d`, or a date or time. */
export function sinceOf(text: string, zone: string, now = new Date()): Date {
  if (/^(\d+[wdhm])+$/.test(text)) return new Date(now.getTime() - minutesOf(text) * 60_000)
  if (/^\d+$/.test(text)) throw usageError(`“${text}” is not a time.`, 'Write 2h, 3d, 2030-01-08 or 2030-01-08T09:00Z.')
  return startOf(text, zone, now)
}

/** From now on so long, such as `7d`, or a date to its last instant, or a time. */
export function untilOf(text: string, zone: string, now = new Date()): Date {
  if (/^(\d+[wdhm])+$/.test(text)) return new Date(now.getTime() + minutesOf(text) * 60_000)
  if (/^\d+$/.test(text))
    throw usageError(`“${text}” is not a time.`, 'Write 7d, 12h, 2030-01-08 or 2030-01-08T09:00Z.')
  return endOf(text, zone, now)
}

/** A date, to its last instant, or a time; exclusive. */
export function endOf(text: string, zone: string, now = new Date()): Date {
  const date = dateOf(text, zone, now)
  return date ? startOfDay(addDays(date, 1), zone) : instantOf(text, zone, now)
}

/** `30`, `30m`, `1h`, `1h30m`, `2d`, `1w` in minutes. */
export function minutesOf(text: string): number {
  const match = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)(?:m|min)?)?$/.exec(text.trim())
  if (!match || text.trim() === '')
    throw usageError(`“${text}” is not a length of time.`, 'Write minutes, or 45m, 1h, 1h30m, 2d.')
  const [weeks, days, hours, minutes] = match.slice(1).map((part) => Number(part ?? 0))
  return (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)
}

function inZone(text: string, local: string, zone: string): Date {
  const [date = '', time = ''] = local.split('T')
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number)
  const [first, second2] = instantsOf({ year, month, day, hour, minute, second }, zone)
  if (!first) throw usageError(`Clocks in ${zone} skip “${text}”: it does not happen.`)
  if (second2) {
    const both = [first, second2].map((at) => `${local.slice(0, 16)}${offsetName(at, zone)}`).join(' or ')
    throw usageError(`“${text}” happens twice in ${zone}.`, `Say which one: ${both}.`)
  }
  return first
}

const WALL = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i

const exists = (date: string) => {
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date)
}

const withColon = (offset: string) => (/^[+-]\d{4}$/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset)
