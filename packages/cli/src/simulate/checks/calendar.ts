/** What takes the time of people: never twice, and never too much of it. */
import type { Fault } from '../violation.ts'
import { instantText, minuteMs, type Period, periodOf } from '../wall.ts'
import type { Limits } from '../world.ts'

/** A booking or a hold, as it takes the time of its hosts. */
export interface Taking {
  name: string
  kind: string
  hosts: readonly string[]
  start: number
  end: number
  /** Minutes kept clear around it. */
  before: number
  after: number
  /** How many may share it. */
  seats: number
}

export interface Limited {
  name: string
  /** Whose takings count. */
  counts: (one: Taking) => boolean
  limits: Limits
  zone: string
}

export function doubleBookings(takings: readonly Taking[]): Fault[] {
  const hosts = new Set(takings.flatMap((one) => one.hosts))
  return [...hosts].flatMap((host) => {
    const theirs = takings.filter((one) => one.hosts.includes(host)).toSorted((a, b) => paddedStart(a) - paddedStart(b))
    return theirs.flatMap((one, place) =>
      theirs
        .slice(place + 1)
        .filter((other) => paddedStart(other) < paddedEnd(one) && sessionOf(other) !== sessionOf(one))
        .map((other) => ({
          promise: 'Nobody is booked twice',
          expected: `${host} to have one of ${one.name} and ${other.name}`,
          seen: `both: ${spanOf(one)} and ${spanOf(other)}, buffers included`,
        })),
    )
  })
}

export function overfull(takings: readonly Taking[]): Fault[] {
  return [...Map.groupBy(takings, sessionOf).values()].flatMap((session) => {
    const [first] = session
    if (!first || session.length <= first.seats) return []
    return [
      {
        promise: 'No session has more guests than seats',
        expected: `at most ${first.seats} in ${first.kind} at ${instantText(first.start)}`,
        seen: `${session.length}: ${session.map((one) => one.name).join(', ')}`,
      },
    ]
  })
}

export function overLimits(takings: readonly Taking[], limited: readonly Limited[]): Fault[] {
  return limited.flatMap((one) => {
    // A session that several guests share is one meeting.
    const sessions = [...Map.groupBy(takings.filter(one.counts), sessionOf).values()].flatMap((each) =>
      each.slice(0, 1),
    )
    return (['day', 'week'] as const).flatMap((period) => overLimit(one, period, sessions))
  })
}

function overLimit({ name, limits, zone }: Limited, period: Period, sessions: readonly Taking[]): Fault[] {
  const most = { bookings: limits.bookings?.[period], minutes: limits.minutes?.[period] }
  if (most.bookings === undefined && most.minutes === undefined) return []
  const periods = Map.groupBy(sessions, (each) => periodOf(period, each.start, zone))
  return [...periods].flatMap(([when, all]) => {
    const minutes = all.reduce((sum, each) => sum + (each.end - each.start) / minuteMs, 0)
    const used = { bookings: all.length, minutes }
    return (['bookings', 'minutes'] as const)
      .filter((unit) => used[unit] > (most[unit] ?? Number.POSITIVE_INFINITY))
      .map((unit) => ({
        promise: 'Limits hold',
        expected: `${name} to have at most ${most[unit]} ${unit} in a ${period}`,
        seen: `${used[unit]} on ${when} (${zone}): ${all.map((each) => each.name).join(', ')}`,
      }))
  })
}

const paddedStart = (one: Taking) => one.start - one.before * minuteMs
const paddedEnd = (one: Taking) => one.end + one.after * minuteMs

/** Those who share a session have its time together. */
const sessionOf = (one: Taking): string => (one.seats > 1 ? `${one.kind} ${one.start}` : one.name)

const spanOf = (one: Taking): string => `${instantText(paddedStart(one))} to ${instantText(paddedEnd(one))}`
