/** The meetings that count towards limits, and the seated sessions that a guest may join. */
import { and, eq, gt, gte, inArray, lt } from 'drizzle-orm'
import { bookingHosts } from '../bookings/model.ts'
import type { Read } from '../db/database.ts'
import { minutesPerDay } from '../time.ts'
import type { Counted, Interval, Limits, Minute, Session } from './availability.ts'
import type { Live } from './live.ts'

/** For each host or event type that has limits: every session, once, that may share a limited period with the range. */
export async function loadCounted(
  db: Read,
  whose: 'userId' | 'eventTypeId',
  limits: ReadonlyMap<string, Limits>,
  range: Interval,
  live: Live,
): Promise<Map<string, Counted[]>> {
  const days = Math.max(0, ...[...limits.values()].map(reachOf))
  if (days === 0) return new Map()
  const limited = [...limits].filter(([, one]) => reachOf(one) > 0).map(([id]) => id)
  const rows = await db
    .select({
      bookingId: bookingHosts.bookingId,
      whose: bookingHosts[whose],
      sessionId: bookingHosts.sessionId,
      start: bookingHosts.startMinute,
      end: bookingHosts.endMinute,
      heldUntil: bookingHosts.heldUntil,
    })
    .from(bookingHosts)
    .where(
      and(
        inArray(bookingHosts[whose], limited),
        eq(bookingHosts.active, true),
        gte(bookingHosts.startMinute, range.start - days * minutesPerDay),
        lt(bookingHosts.startMinute, range.end + days * minutesPerDay),
      ),
    )
  const sessions = new Map<string, Map<string, Counted>>()
  for (const row of rows.filter(live.isLive)) {
    const theirs = sessions.get(row.whose) ?? new Map<string, Counted>()
    theirs.set(row.sessionId, { start: row.start, minutes: row.end - row.start })
    sessions.set(row.whose, theirs)
  }
  return new Map([...sessions].map(([id, theirs]) => [id, [...theirs.values()]]))
}

/** How many days the longest limited period can reach beyond a start, with a day to spare for the zone. */
function reachOf({ bookings: counts, minutes }: Limits): number {
  const longest = { day: 2, week: 8, month: 32, year: 367 }
  const periods = [counts, minutes].flatMap((one) =>
    (['day', 'week', 'month', 'year'] as const).filter((key) => one?.[key]),
  )
  return Math.max(0, ...periods.map((period) => longest[period]))
}

/** The sessions of seated event types, by event type. */
export async function loadSessions(
  db: Read,
  eventTypeIds: string[],
  from: Minute,
  to: Minute,
  live: Live,
): Promise<Map<string, Session[]>> {
  if (eventTypeIds.length === 0) return new Map()
  const rows = await db
    .select({
      bookingId: bookingHosts.bookingId,
      eventTypeId: bookingHosts.eventTypeId,
      sessionId: bookingHosts.sessionId,
      userId: bookingHosts.userId,
      start: bookingHosts.startMinute,
      end: bookingHosts.endMinute,
      heldUntil: bookingHosts.heldUntil,
    })
    .from(bookingHosts)
    .where(
      and(
        inArray(bookingHosts.eventTypeId, eventTypeIds),
        eq(bookingHosts.active, true),
        gt(bookingHosts.startMinute, from - minutesPerDay),
        lt(bookingHosts.startMinute, to),
      ),
    )
  const byType = Map.groupBy(rows.filter(live.isLive), (row) => row.eventTypeId)
  return new Map([...byType].map(([id, theirs]) => [id, sessionsOf(theirs)]))
}

interface SessionRow {
  bookingId: string
  sessionId: string
  userId: string
  start: Minute
  end: Minute
}

function sessionsOf(rows: readonly SessionRow[]): Session[] {
  return [...Map.groupBy(rows, (row) => row.sessionId)].map(([sessionId, seats]) => ({
    sessionId,
    // Rows of one session lie at one time: any of them tells when.
    start: Math.max(...seats.map((row) => row.start)),
    end: Math.max(...seats.map((row) => row.end)),
    taken: new Set(seats.map((row) => row.bookingId)).size,
    hostIds: [...new Set(seats.map((row) => row.userId))],
  }))
}
