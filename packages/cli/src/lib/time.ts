import { usageError } from './failure.ts'

// Intl and not Temporal: the command line also runs on Nodes without it.

/** A wall clock: numbers as people read them in some zone. */
interface Wall {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

export const machineZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** `2030-01-08`, the day of an instant in a zone. */
export function dateIn(at: Date | string, zone: string): string {
  const { year, month, day } = wallOf(new Date(at), zone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** `09:00` */
export function clock(at: Date | string, zone: string): string {
  const { hour, minute } = wallOf(new Date(at), zone)
  return `${two(hour)}:${two(minute)}`
}

/** `Tue 8 Jan 2030` of a date such as `2030-01-08`. */
export function dayName(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  return `${WEEKDAYS[day.getUTCDay()]} ${day.getUTCDate()} ${MONTHS[day.getUTCMonth()]} ${day.getUTCFullYear()}`
}

/** `Tue 8 Jan 2030 09:00` */
export const moment = (at: Date | string, zone: string) => `${dayName(dateIn(at, zone))} ${clock(at, zone)}`

/** `Tue 8 Jan 2030 09:00:05`; zones differ by whole minutes. */
export const withSeconds = (at: string, zone: string) => `${moment(at, zone)}:${at.slice(17, 19)}`

/** `Tue 8 Jan 2030 09:00–09:30`, with the second day where it ends on another one. */
export function span(start: Date | string, end: Date | string, zone: string): string {
  const sameDay = dateIn(start, zone) === dateIn(end, zone)
  return sameDay ? `${moment(start, zone)}–${clock(end, zone)}` : `${moment(start, zone)} – ${moment(end, zone)}`
}

/** `+01:00`, what the zone is ahead of UTC at an instant. */
export function offsetName(at: Date | string, zone: string): string {
  const minutes = Math.round(offsetMs(new Date(at).getTime(), zone) / 60_000)
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** The instants at which clocks in a zone show a wall time: none in a gap, two where an hour happens twice. */
export function instantsOf(wall: Wall, zone: string): Date[] {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second)
  const offsets = new Set([offsetMs(asUtc - DAY, zone), offsetMs(asUtc + DAY, zone)])
  return [...offsets]
    .filter((offset) => offsetMs(asUtc - offset, zone) === offset)
    .map((offset) => new Date(asUtc - offset))
    .sort((a, b) => a.getTime() - b.getTime())
}

/** The first instant of a date in a zone. */
export function startOfDay(date: string, zone: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [first] = instantsOf({ year, month, day, hour: 0, minute: 0, second: 0 }, zone)
  const midnight = Date.UTC(year, month - 1, day)
  // Where clocks skip midnight, the day begins at the jump.
  return first ?? new Date(midnight - offsetMs(midnight - DAY, zone))
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)
}

/** An IANA zone as the runtime knows it; offsets are no zones. */
export function checkZone(text: string): string {
  try {
    if (!/^[+-]/.test(text)) return new Intl.DateTimeFormat('en', { timeZone: text }) && text
  } catch {}
  const near = nearZone(text)
  const hint = near ? `Did you mean ${near}?` : 'Zones have names such as Europe/Berlin or America/New_York.'
  throw usageError(`There is no time zone “${text}”.`, hint)
}

function nearZone(text: string): string | undefined {
  const wanted = text.toLowerCase().replaceAll(' ', '_')
  const zones = Intl.supportedValuesOf('timeZone')
  return (
    zones.find((zone) => zone.toLowerCase().split('/').includes(wanted)) ??
    zones.find((zone) => zone.toLowerCase().includes(wanted))
  )
}

const offsetMs = (at: number, zone: string) => {
  const { year, month, day, hour, minute, second } = wallOf(new Date(at), zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
}

function wallOf(at: Date, zone: string): Wall {
  const parts = formatter(zone).formatToParts(at)
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return {
    year: get('year'),
    month: get('month'),
    day: get('day'),
    hour: get('hour'),
    minute: get('minute'),
    second: get('second'),
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formatters.set(timeZone, made)
  return made
}

const two = (value: number) => String(value).padStart(2, '0')
const DAY = 86_400_000
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
