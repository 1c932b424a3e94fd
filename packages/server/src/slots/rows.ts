/** The rows that fill a host's calendar, each kind read by one compiled query for any number of hosts. */
import { and, eq, gt, lt, sql } from 'drizzle-orm'
import { bookingHosts } from '../bookings/model.ts'
import { busyBlocks } from '../busy-blocks/model.ts'
import type { Read } from '../db/database.ts'
import { inList, listValue } from '../db/dialect.ts'
import { timeOff } from '../time-off/model.ts'
import type { Busy, BusyBooking, Minute } from './availability.ts'
import type { Live } from './live.ts'

export async function loadOccupations(
  db: Read,
  ids: string[],
  from: Minute,
  to: Minute,
  live: Live,
): Promise<(BusyBooking & { userId: string })[]> {
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
        heldUntil: bookingHosts.heldUntil,
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
  return rows.filter(live.isLive).map((row) => ({
    kind: row.heldUntil === null ? 'booking' : 'hold',
    userId: row.userId,
    id: row.bookingId,
    start: row.startMinute,
    end: row.endMinute,
    paddedStart: row.paddedStart,
    paddedEnd: row.paddedEnd,
    sessionId: row.sessionId,
  }))
}

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
