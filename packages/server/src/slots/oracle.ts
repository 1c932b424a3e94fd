/**
 * The rules of availability once more, minute by minute and straight from Temporal: slow and plain, for tests only.
 * It shares nothing with the engine but the types.
 */
import type { HostAvailability, Hours, Interval, Limits, OpenSlot, Rules } from './availability.ts'
import { dateAt, instant } from './oracle-clock.ts'

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const margin = 3 * 1440

type Party = readonly HostAvailability[]

/** Every open slot with a start in `[from, to)`. */
export function oracleSlots(rules: Rules, hosts: Party, asked: Interval & { nowMs: number }): OpenSlot[] {
  const parties = rules.scheduling === 'collective' ? [hosts] : hosts.map((host) => [host])
  const candidates = parties.map((party) => candidatesOf(rules, party, asked))
  const slots: OpenSlot[] = []
  for (let start = asked.start; start < asked.end; start++) {
    const here = parties.filter((_, index) => candidates[index]?.has(start))
    if (here.length === 0 || !isBookable(rules, start, asked.nowMs) || !isInNarrowed(rules, start)) continue
    const slot = joinedSlot(rules, here, start) ?? newSlot(rules, here, start)
    if (slot) slots.push(slot)
  }
  return slots
}

// The fullest session that still has a seat, then the smallest id, with those for whom nothing else is in the way.
function joinedSlot(rules: Rules, parties: readonly Party[], start: number): OpenSlot | undefined {
  const end = start + rules.durationMinutes
  const sessions = rules.seats === 1 ? [] : rules.sessions.filter((each) => each.start === start && each.end === end)
  for (const { sessionId, taken, hostIds } of sessions.toSorted(
    (a, b) => b.taken - a.taken || (a.sessionId < b.sessionId ? -1 : 1),
  )) {
    const able = parties.filter((party) => {
      const isTheirs = party.some((host) => hostIds.includes(host.userId))
      return isTheirs && party.every((host) => isThere(rules, host) && isFree(rules, host, start, sessionId))
    })
    const free = able.flat().map((host) => host.userId)
    if (taken < rules.seats && free.length > 0) {
      return { start, end, hostIds: free, seatsLeft: rules.seats - taken, sessionId }
    }
  }
  return undefined
}

function newSlot(rules: Rules, parties: readonly Party[], start: number): OpenSlot | undefined {
  if (breaksLimit(rules.limits, rules.counted, start, rules.zone, rules)) return undefined
  const able = parties.filter((party) =>
    party.every((host) => {
      return (
        isThere(rules, host) &&
        isFree(rules, host, start) &&
        !breaksLimit(host.limits, host.counted, start, host.limitZone, rules)
      )
    }),
  )
  if (able.length === 0) return undefined
  const slot = { start, end: start + rules.durationMinutes, hostIds: able.flat().map((host) => host.userId) }
  return rules.seats === 1 ? slot : { ...slot, seatsLeft: rules.seats }
}

function isThere(rules: Rules, host: HostAvailability): boolean {
  const hasTimes = host.hours !== null || rules.narrowed?.starts !== undefined
  return host.active && hasTimes && host.unreadableSource === undefined
}

function isFree(rules: Rules, host: HostAvailability, start: number, joining?: string): boolean {
  const end = start + rules.durationMinutes
  const bookings = host.bookings.filter((booking) => booking.sessionId !== joining)
  for (let minute = start - rules.bufferBeforeMinutes; minute < end + rules.bufferAfterMinutes; minute++) {
    if (bookings.some((booking) => minute >= booking.paddedStart && minute < booking.paddedEnd)) return false
    if (host.busy.some((busy) => minute >= busy.start && minute < busy.end)) return false
    const isMeeting = minute >= start && minute < end
    if (isMeeting && host.timeOff.some((off) => minute >= off.start && minute < off.end)) return false
  }
  return true
}

function candidatesOf(rules: Rules, party: readonly HostAvailability[], asked: Interval): Set<number> {
  if (rules.narrowed?.starts) return new Set(rules.narrowed.starts)
  const candidates = new Set<number>()
  const range = { start: asked.start - margin, end: asked.end + rules.durationMinutes + margin }
  const minutes = party.map((host) => (host.hours ? openMinutes(host.hours, range) : new Uint8Array()))
  const shared = minutes.reduce((one, other) => one.map((open, index) => open & (other[index] ?? 0)))
  const isOpen = (minute: number) => shared[minute - range.start] === 1
  const zones = new Set(party.map((host) => host.hours?.timezone))
  const days = daysOf(zones.size === 1 ? (party[0]?.hours?.timezone ?? rules.zone) : rules.zone, range)
  let anchor: number | undefined
  for (let minute = range.start; minute < asked.end; minute++) {
    if (!isOpen(minute)) {
      anchor = undefined
      continue
    }
    const day = days.get(minute)
    if (anchor === undefined || (day && isOpenThrough(day.start, day.end, isOpen))) anchor = minute
    if (minute < asked.start || (minute - anchor) % rules.intervalMinutes !== 0) continue
    if (isOpenThrough(minute, minute + rules.durationMinutes, isOpen)) candidates.add(minute)
  }
  return candidates
}

function isOpenThrough(start: number, end: number, isOpen: (minute: number) => boolean): boolean {
  for (let minute = start; minute < end; minute++) if (!isOpen(minute)) return false
  return true
}

// The days of a zone from midnight to midnight, by the minute they start; a day that a clock skipped is none.
function daysOf(zone: string, range: Interval): Map<number, Interval> {
  const days = new Map<number, Interval>()
  for (const date of datesOf(zone, range)) {
    const day = { start: instant(date.toString(), '00:00', zone), end: instant(date.toString(), '24:00', zone) }
    if (day.start < day.end) days.set(day.start, day)
  }
  return days
}

function datesOf(zone: string, range: Interval): Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = []
  const until = Temporal.PlainDate.from(dateAt(range.end, zone))
  let date = Temporal.PlainDate.from(dateAt(range.start, zone))
  for (; Temporal.PlainDate.compare(date, until) <= 0; date = date.add({ days: 1 })) dates.push(date)
  return dates
}

function openMinutes(hours: Hours, range: Interval): Uint8Array {
  const minutes = new Uint8Array(range.end - range.start)
  for (const date of datesOf(hours.timezone, range)) {
    for (const window of windowsOn(hours, date)) {
      const end = instant(date.toString(), window.end, hours.timezone)
      for (let minute = instant(date.toString(), window.start, hours.timezone); minute < end; minute++) {
        minutes[minute - range.start] = 1
      }
    }
  }
  return minutes
}

function windowsOn(hours: Hours, date: Temporal.PlainDate): { start: string; end: string }[] {
  const overrides = hours.overrides.filter((override) => override.date === date.toString())
  if (overrides.length > 0) return overrides.flatMap((override) => override.windows)
  return hours.weekly.filter((row) => row.days.some((day) => weekdays.indexOf(day) === date.dayOfWeek - 1))
}

function isInNarrowed(rules: Rules, start: number): boolean {
  const { starts, hours, through } = rules.narrowed ?? {}
  if (through !== undefined && start > through) return false
  if (starts && !starts.includes(start)) return false
  if (!hours) return true
  const range = { start: start - 2880, end: start + rules.durationMinutes + 2880 }
  const minutes = openMinutes(hours, range)
  return isOpenThrough(start, start + rules.durationMinutes, (minute) => minutes[minute - range.start] === 1)
}

function isBookable(rules: Rules, start: number, nowMs: number): boolean {
  if (start * 60_000 < nowMs + rules.minNoticeMinutes * 60_000) return false
  const date = dateAt(start, rules.zone)
  const { window } = rules
  if (window.kind === 'unlimited') return true
  if (window.kind === 'range') return date >= window.start && date <= window.end
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(rules.zone).toPlainDate()
  if (window.kind === 'rolling') return date <= today.add({ days: window.days }).toString()
  let last = today
  for (let left = window.days; left > 0; ) {
    last = last.add({ days: 1 })
    if (last.dayOfWeek <= 5) left--
  }
  return date <= last.toString()
}

function breaksLimit(
  limits: Limits | undefined,
  counted: Rules['counted'],
  start: number,
  zone: string,
  rules: Rules,
): boolean {
  return (['day', 'week', 'month', 'year'] as const).some((period) => {
    const most = { bookings: limits?.bookings?.[period], minutes: limits?.minutes?.[period] }
    if (most.bookings === undefined && most.minutes === undefined) return false
    const own = startOf(period, dateAt(start, zone), rules.weekStart)
    const same = counted.filter((each) => startOf(period, dateAt(each.start, zone), rules.weekStart) === own)
    const minutes = same.reduce((sum, each) => sum + each.minutes, 0) + rules.durationMinutes
    if (most.bookings !== undefined && same.length + 1 > most.bookings) return true
    return most.minutes !== undefined && minutes > most.minutes
  })
}

function startOf(period: 'day' | 'week' | 'month' | 'year', text: string, weekStart: string): string {
  if (period === 'day') return text
  if (period === 'month') return text.slice(0, 7)
  if (period === 'year') return text.slice(0, 4)
  const date = Temporal.PlainDate.from(text)
  const since = weekStart === 'sunday' ? date.dayOfWeek % 7 : date.dayOfWeek - 1
  return date.subtract({ days: since }).toString()
}
