import { and, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Context, Services } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { AppError, notFound } from '../errors.ts'
import { eventTypes } from '../event-types/model.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { within } from '../sandboxes/clock.ts'
import { hashToken } from '../secrets.ts'
import { type BookingRow, bookingHosts, bookings } from './model.ts'

const graceMs = 30 * 86_400_000

/** One booking that the caller may see, by id or `ext:` id; all others are a 404. */
export async function findBooking(db: Read, ctx: Context, id: string): Promise<BookingRow> {
  const key = id.startsWith('ext:') ? eq(bookings.externalId, id.slice(4)) : eq(bookings.id, id)
  const [row] = await db
    .select()
    .from(bookings)
    .where(and(key, eq(bookings.organizationId, ctx.organizationId), visible(db, ctx)))
  if (!row) throw notFound('booking', id)
  return row
}

/**
 * An admin sees every booking of the organization, a member those they host or whose event type they own, a host's
 * browser session only those that they host.
 */
export function visible(db: Read, ctx: Context): SQL | undefined {
  if (ctx.actor.type === 'guest' || isAdmin(ctx)) return undefined
  const userId = userOf(ctx)
  const hosted = inArray(
    bookings.id,
    db.select({ id: bookingHosts.bookingId }).from(bookingHosts).where(eq(bookingHosts.userId, userId)),
  )
  if (ctx.actor.type === 'browser_session') return hosted
  return or(
    hosted,
    inArray(
      bookings.eventTypeId,
      db.select({ id: eventTypes.id }).from(eventTypes).where(eq(eventTypes.ownerId, userId)),
    ),
  )
}

/** The booking behind a guest's secret link; cancelled ones and those long over are gone. */
export async function findByToken(
  db: Read,
  ctx: Services,
  token: string,
  closed: 'refuse closed' | 'allow closed' = 'refuse closed',
): Promise<BookingRow> {
  const [row] = await db
    .select()
    .from(bookings)
    .where(eq(bookings.manageHash, hashToken(token)))
  if (!row) throw new AppError('not_found', 'There is no booking behind this link.')
  const { now } = await within(ctx, row.organizationId, db)
  if (row.endsAt.getTime() + graceMs <= now().getTime()) {
    throw new AppError('gone', 'This booking ended long ago; its link no longer works.')
  }
  const isClosed = row.status === 'cancelled' || row.status === 'declined'
  if (isClosed && closed === 'refuse closed') throw new AppError('gone', `This booking was ${row.status}.`)
  return row
}

/** Holds the booking and its hosts until the commit, and reads it again as it is now. */
export async function hold(tx: Tx, id: string): Promise<{ booking: BookingRow; hostIds: string[] }> {
  const hostIds = (await hostsOf(tx, id)).map((host) => host.userId)
  await lockRows(tx, 'users', hostIds)
  await lockRows(tx, 'bookings', [id])
  const [booking] = await tx.select().from(bookings).where(eq(bookings.id, id))
  if (!booking) throw notFound('booking', id)
  return { booking, hostIds: (await hostsOf(tx, id)).map((host) => host.userId) }
}

export const hostsOf = (db: Read, bookingId: string) =>
  db.select().from(bookingHosts).where(eq(bookingHosts.bookingId, bookingId)).orderBy(bookingHosts.position)

/** Refuses what can no longer change. */
export function requireOpen(
  booking: BookingRow,
  now: Date,
  what: 'moved' | 'cancelled' | 'confirmed' | 'declined' | 'reassigned',
): void {
  if (booking.status === 'cancelled' || booking.status === 'declined') {
    throw new AppError('booking_closed', `This booking was ${booking.status}; it can't be ${what}.`, {
      bookingStatus: booking.status,
    })
  }
  if (booking.endsAt <= now) throw new AppError('booking_ended', `This booking has ended; it can't be ${what}.`)
}
