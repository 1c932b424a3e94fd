/** The rows that availability is computed from, each read by one compiled query where it can be. */
import { and, eq, gt, gte, lt, sql } from 'drizzle-orm'
import { bookingHosts } from '../bookings/model.ts'
import { busyBlocks } from '../busy-blocks/model.ts'
import type { Read } from '../db/database.ts'
import { inList, listValue } from '../db/dialect.ts'
import { minutesPerDay } from '../time.ts'
import { timeOff } from '../time-off/model.ts'
import type { Busy, BusyBooking, Counted, Interval, Limits, Minute, Session } from './availability.ts'

/** What to leave out: a booking never blocks its own move. */
export interface Except {
  bookingId?: string | undefined
}

type Occupation = Pick<
  typeof bookingHosts.$inferSelect,
  'bookingId' | 'userId' | 'sessionId' | 'startMinute' | 'endMinute' | 'paddedStart' | 'paddedEnd'
>

export async function loadOccupations(
  db: Read,
  ids: string[],
  from: Minute,
  to: Minute,
  except: Except,
): Promise<Occupation[]> {
  const rows = await db.compiled('occupations', { ids: listValue(ids), from, to }, () =>
    db
      .select({
        bookingId: bookingHosts.bookingId,
        userId: bookingHosts.userId,
        sessionId: bookingHosts.sessionId,
        startMinute: bookingHosts.startMinute,
        endMinute: bookingHosts.endMinute,
        paddedStart: bookingHosts.paddedStart,
        paddedEnd: bookingHosts.paddedEnd,
      })
      .from(bookingHosts)
      .where(
        and(
          inList(bookingHosts.userId, 'ids'),
          eq(bookingHosts.active, true),
          gt(bookingHosts.paddedEnd, sql.placeholder('from')),
          lt(bookingHosts.paddedStart, sql.placeholder('to')),
        ),
      ),
  )
  return rows.filter((row) => row.bookingId !== except.bookingId)
}

export const asBusyBooking = (row: Occupation): BusyBooking => ({
  kind: 'booking',
  id: row.bookingId,
  start: row.startMinute,
  end: row.endMinute,
  paddedStart: row.paddedStart,
  paddedEnd: row.paddedEnd,
  sessionId: row.sessionId,
})

export async function loadBlocks(
  db: Read,
  ids: string[],
  from: Minute,
  to: Minute,
): Promise<(Busy & { userId: string })[]> {
  const rows = await db.compiled('blocks', { ids: listValue(ids), from, to }, () =>
    db
      .select({
        id: busyBlocks.id,
        userId: busyBlocks.userId,
        start: busyBlocks.startMinute,
        end: busyBlocks.endMinute,
        reason: busyBlocks.reason,
      })
      .from(busyBlocks)
      .where(
        and(
          inList(busyBlocks.userId, 'ids'),
          gt(busyBlocks.endMinute, sql.placeholder('from')),
          lt(busyBlocks.startMinute, sql.placeholder('to')),
        ),
      ),
  )
  return rows.map((row) => asBusy('block', row))
}

export async function loadTimeOff(
  db: Read,
  ids: string[],
  from: Minute,
  to: Minute,
): Promise<(Busy & { userId: string })[]> {
  const rows = await db.compiled('time-off', { ids: listValue(ids), from, to }, () =>
    db
      .select({
        id: timeOff.id,
        userId: timeOff.userId,
        start: timeOff.startMinute,
        end: timeOff.endMinute,
        reason: timeOff.reason,
      })
      .from(timeOff)
      .where(
        and(
          inList(timeOff.userId, 'ids'),
          gt(timeOff.endMinute, sql.placeholder('from')),
          lt(timeOff.startMinute, sql.placeholder('to')),
        ),
      ),
  )
  return rows.map((row) => asBusy('time_off', row))
}

const asBusy = (
  kind: Busy['kind'],
  { id, userId, start, end, reason }: { id: string; userId: string; start: number; end: number; reason: string | null },
) => ({ id, userId, kind, start, end, ...(reason && { label: reason }) })

/** Every session, once, that may share a limited period with the range. */
export async function loadCounted(
  db: Read,
  whose: ReturnType<typeof eq>,
  limits: Limits,
  range: Interval,
  except: Except,
): Promise<Counted[]> {
  const days = reachOf(limits)
  if (days === 0) return []
  const rows = await db
    .select({
      bookingId: bookingHosts.bookingId,
      sessionId: bookingHosts.sessionId,
      start: bookingHosts.startMinute,
      end: bookingHosts.endMinute,
    })
    .from(bookingHosts)
    .where(
      and(
        whose,
        eq(bookingHosts.active, true),
        gte(bookingHosts.startMinute, range.start - days * minutesPerDay),
        lt(bookingHosts.startMinute, range.end + days * minutesPerDay),
      ),
    )
  const sessions = new Map<string, Counted>()
  for (const row of rows) {
    if (row.bookingId !== except.bookingId)
      sessions.set(row.sessionId, { start: row.start, minutes: row.end - row.start })
  }
  return [...sessions.values()]
}

/** How many days the longest limited period can reach beyond a start, with a day to spare for the zone. */
function reachOf({ bookings: counts, minutes }: Limits): number {
  const longest = { day: 2, week: 8, month: 32, year: 367 }
  const periods = [counts, minutes].flatMap((one) =>
    (['day', 'week', 'month', 'year'] as const).filter((key) => one?.[key]),
  )
  return Math.max(0, ...periods.map((period) => longest[period]))
}

export async function loadSessions(
  db: Read,
  eventTypeId: string,
  from: Minute,
  to: Minute,
  except: Except,
): Promise<Session[]> {
  const rows = await db
    .select({
      bookingId: bookingHosts.bookingId,
      sessionId: bookingHosts.sessionId,
      userId: bookingHosts.userId,
      start: bookingHosts.startMinute,
      end: bookingHosts.endMinute,
    })
    .from(bookingHosts)
    .where(
      and(
        eq(bookingHosts.eventTypeId, eventTypeId),
        eq(bookingHosts.active, true),
        gt(bookingHosts.startMinute, from - minutesPerDay),
        lt(bookingHosts.startMinute, to),
      ),
    )
  const found = new Map<string, { session: Session; seats: Set<string>; hosts: Set<string> }>()
  for (const row of rows) {
    if (row.bookingId === except.bookingId) continue
    const entry = found.get(row.sessionId) ?? {
      session: { sessionId: row.sessionId, start: row.start, end: row.end, taken: 0, hostIds: [] },
      seats: new Set<string>(),
      hosts: new Set<string>(),
    }
    entry.seats.add(row.bookingId)
    entry.hosts.add(row.userId)
    found.set(row.sessionId, entry)
  }
  return [...found.values()].map(({ session, seats, hosts }) => ({
    ...session,
    taken: seats.size,
    hostIds: [...hosts],
  }))
}
