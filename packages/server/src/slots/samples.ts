/** Values for the tests of the engine: plain ones to change, and random ones that a seed repeats. */
import type { Busy, BusyBooking, HostAvailability, Hours, Rules, Weekday } from './availability.ts'
import { openSlots } from './engine.ts'

export const everyDay: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

export function sampleRules(changes: Partial<Rules> = {}): Rules {
  return {
    scheduling: 'individual',
    durationMinutes: 60,
    intervalMinutes: changes.durationMinutes ?? 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minNoticeMinutes: 0,
    window: { kind: 'unlimited' },
    zone: 'UTC',
    weekStart: 'monday',
    counted: [],
    seats: 1,
    sessions: [],
    ...changes,
  }
}

export function sampleHost(changes: Partial<HostAvailability> = {}): HostAvailability {
  return {
    userId: 'ada',
    active: true,
    hours: daily('UTC', '09:00-17:00'),
    bookings: [],
    busy: [],
    timeOff: [],
    limitZone: changes.hours?.timezone ?? 'UTC',
    counted: [],
    ...changes,
  }
}

/** Hours of every day, written as `09:00-12:00 13:00-17:00`. */
export function daily(timezone: string, windows: string): Hours {
  return { timezone, weekly: windowsOf(windows).map((window) => ({ days: everyDay, ...window })), overrides: [] }
}

/** Hours that differ from day to day, each written like those of `daily`. */
export function weekly(timezone: string, byDay: Partial<Record<Weekday, string>>): Hours {
  const rows = everyDay.flatMap((day) => windowsOf(byDay[day] ?? '').map((window) => ({ days: [day], ...window })))
  return { timezone, weekly: rows, overrides: [] }
}

/** `09:00-12:00 13:00-17:00` as windows; nothing for an empty text. */
export function windowsOf(text: string): { start: string; end: string }[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((window) => ({ start: window.slice(0, 5), end: window.slice(6) }))
}

/** The minute of an instant such as `2027-06-01T09:00Z`. */
export function minuteOf(text: string): number {
  return Date.parse(text) / 60_000
}

/** The open starts from one instant to another, long before which the clock stands unless it is given. */
export function listed(
  rules: Partial<Rules>,
  hosts: HostAvailability | readonly HostAvailability[],
  [from, until]: readonly [string, string],
  now = '1970-01-01T00:00Z',
): string[] {
  const asked = { start: minuteOf(from), end: minuteOf(until), nowMs: Date.parse(now) }
  return openSlots(sampleRules(rules), [hosts].flat(), asked).slots.map((slot) => textOf(slot.start))
}

/** `2027-06-01T09:00Z` of a minute. */
export function textOf(minute: number): string {
  return `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`
}

export function block(start: number, end: number, changes: Partial<Busy> = {}): Busy {
  return { start, end, kind: 'block', id: 'blk_1', ...changes }
}

export function booking(start: number, end: number, before = 0, after = 0, id = 'bkg_1'): BusyBooking {
  return { start, end, kind: 'booking', id, sessionId: id, paddedStart: start - before, paddedEnd: end + after }
}

/** Numbers that a seed repeats (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
