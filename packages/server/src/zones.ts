/** Time zones as integers: the offsets of a zone are listed once with Temporal, everything after that is arithmetic. */
import { dateOfDay, dayNumber, dayOfDate, type Minute, minutesOfClock, minutesPerDay, temporal } from './time.ts'

/** The offsets of one zone from one instant to another, all in seconds: `offsets[i]` ends at `changes[i]`. */
export interface Zone {
  id: string
  from: number
  until: number
  changes: readonly number[]
  offsets: readonly number[]
}

const secondsPerDay = 86_400
// Wall times of a day may belong to instants a day away, and a lookup may look at the day before.
const slack = 4 * secondsPerDay
const cachedFrom = dayNumber(1970, 1, 1) * secondsPerDay
const cachedUntil = dayNumber(2200, 1, 1) * secondsPerDay
const ianaName = /^[A-Za-z][A-Za-z0-9_+\-/]*$/

// One entry a zone of the tz database, whatever spelling was asked for: the cache cannot be made to grow.
const cache = new Map<string, Zone>()

/** Whether `name` is an IANA zone or one of its aliases, in any case; an offset such as `+05:30` is not. */
export function isZone(name: string): boolean {
  return cache.has(name) || zoneId(name) !== undefined
}

/** The zone's name as the tz database writes it, or undefined when there is none. */
export function zoneId(name: string): string | undefined {
  if (!ianaName.test(name)) return undefined
  try {
    return temporal().Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

/** The zone's offsets from `start` to `end` and a few days around. Throws a RangeError for an unknown zone. */
export function zoneBetween(name: string, start: Minute, end: Minute): Zone {
  const from = start * 60 - slack
  const until = end * 60 + slack
  const known = cache.get(name)
  if (known && from >= known.from && until <= known.until) return known
  const id = zoneId(name)
  if (id === undefined) throw new RangeError(`Unknown time zone ${name}`)
  const cached = known ?? cache.get(id)
  if (cached && from >= cached.from && until <= cached.until) return cached
  if (from < cachedFrom || until > cachedUntil) return listOffsets(id, from, until)
  const year = 366 * secondsPerDay
  const zone = listOffsets(
    id,
    Math.max(cachedFrom, Math.min(from - year, cached?.from ?? from)),
    Math.min(cachedUntil, Math.max(until + year, cached?.until ?? until)),
  )
  cache.set(id, zone)
  return zone
}

function listOffsets(id: string, from: number, until: number): Zone {
  const changes: number[] = []
  let at: Temporal.ZonedDateTime | null = temporal()
    .Instant.fromEpochMilliseconds(from * 1000)
    .toZonedDateTimeISO(id)
  const offsets = [at.offsetNanoseconds / 1e9]
  for (;;) {
    at = at.getTimeZoneTransition('next')
    if (at === null || at.epochMilliseconds / 1000 >= until) return { id, from, until, changes, offsets }
    changes.push(at.epochMilliseconds / 1000)
    offsets.push(at.offsetNanoseconds / 1e9)
  }
}

/** The local day number at an instant. */
export function localDayOf(zone: Zone, minute: Minute): number {
  const second = minute * 60
  return Math.floor((second + (zone.offsets[periodOf(zone, second)] ?? 0)) / secondsPerDay)
}

/** Minutes since 1970-01-01 00:00 that a wall clock shows at an instant. */
export function wallOf(zone: Zone, minute: Minute): number {
  const second = minute * 60
  return Math.floor((second + (zone.offsets[periodOf(zone, second)] ?? 0)) / 60)
}

// How many changes have happened at an instant: the index of its offset.
function periodOf(zone: Zone, second: number): number {
  const { changes } = zone
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle] ?? Number.POSITIVE_INFINITY) <= second) low = middle + 1
    else high = middle
  }
  return low
}

/** The instant of a wall clock time (minutes since 1970-01-01 00:00), by Temporal's "compatible" rule. */
export function instantOf(zone: Zone, wall: number): Minute {
  const second = wall * 60
  const period = wallPeriodOf(zone, second)
  const offset = zone.offsets[period] ?? 0
  const began = zone.changes[period - 1]
  // Before the period's first wall time lies a gap: a time in it moves forward, that is, keeps the offset before.
  const skipped = began !== undefined && second < began + offset
  const applied = skipped ? (zone.offsets[period - 1] ?? 0) : offset
  return Math.ceil((second - applied) / 60)
}

// The first period whose clock ends after this wall time: so an ambiguous time is its first occurrence.
function wallPeriodOf(zone: Zone, wallSecond: number): number {
  const { changes, offsets } = zone
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const ends = (changes[middle] ?? Number.POSITIVE_INFINITY) + (offsets[middle] ?? 0)
    if (ends <= wallSecond) low = middle + 1
    else high = middle
  }
  return low
}

/** A stretch of time within one local day. */
export interface DayRun {
  start: Minute
  end: Minute
  day: number
}

/** The local days of `[start, end)` in order of time; where a clock is set back over midnight a day comes twice. */
export function dayRuns(zone: Zone, start: Minute, end: Minute): DayRun[] {
  const runs: DayRun[] = []
  let from = start
  while (from < end) {
    const period = periodOf(zone, from * 60)
    const offset = zone.offsets[period] ?? 0
    const day = Math.floor((from * 60 + offset) / secondsPerDay)
    const midnight = Math.ceil(((day + 1) * secondsPerDay - offset) / 60)
    const change = Math.ceil((zone.changes[period] ?? Number.POSITIVE_INFINITY) / 60)
    const until = Math.min(midnight, change, end)
    const last = runs.at(-1)
    if (last?.day === day) last.end = until
    else runs.push({ start: from, end: until, day })
    from = until
  }
  return runs
}

/** The local date, `YYYY-MM-DD`, of an instant in a zone. */
export function localDate(minute: Minute, zone: string): string {
  return dateOfDay(localDayOf(zoneBetween(zone, minute, minute), minute))
}

/** The local dates of instants in rising order: one conversion a day. */
export function localDates(minutes: readonly Minute[], zone: string): string[] {
  const first = minutes[0]
  const last = minutes.at(-1)
  if (first === undefined || last === undefined) return []
  const runs = dayRuns(zoneBetween(zone, first, last + 1), first, last + 1)
  const dates: string[] = []
  let next = 0
  let end = first
  let date = ''
  for (const minute of minutes) {
    while (minute >= end) {
      const run = runs[next++]
      if (!run) throw new RangeError('Instants must be in rising order.')
      end = run.end
      date = dateOfDay(run.day)
    }
    dates.push(date)
  }
  return dates
}

/** The first instant of a local date: its midnight, or where midnight is skipped the moment the clock jumps. */
export function startOfLocalDay(date: string, zone: string): Minute {
  const wall = dayOfDate(date) * minutesPerDay
  const table = zoneBetween(zone, wall, wall)
  const period = wallPeriodOf(table, wall * 60)
  const began = table.changes[period - 1]
  const inGap = began !== undefined && wall * 60 < began + (table.offsets[period] ?? 0)
  return inGap ? Math.ceil(began / 60) : instantOf(table, wall)
}

/** The instant of `HH:MM` on a local date: ambiguous is the first, skipped moves forward by the gap. */
export function wallToMinute(date: string, clock: string, zone: string): Minute {
  const wall = dayOfDate(date) * minutesPerDay + minutesOfClock(clock)
  return instantOf(zoneBetween(zone, wall, wall), wall)
}
