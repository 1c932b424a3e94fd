import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { type UserRow, users } from '../users/model.ts'
import { type Booking, type BookingRow, bookingContacts, bookingHosts, bookings } from './model.ts'

type Host = Pick<UserRow, 'id' | 'name' | 'email'>

/** Bookings as callers see them, in the order given: hosts and free seats are read for all of them at once. */
export async function presentAll(db: Read, ctx: Pick<Context, 'now'>, rows: readonly BookingRow[]): Promise<Booking[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const hosts = await db
    .select({ bookingId: bookingHosts.bookingId, id: users.id, name: users.name, email: users.email })
    .from(bookingHosts)
    .innerJoin(users, eq(users.id, bookingHosts.userId))
    .where(inArray(bookingHosts.bookingId, ids))
    .orderBy(asc(bookingHosts.position))
  const known = await contactsOf(db, ids)
  const taken = await seatsTaken(db, rows)
  return rows.map((row) =>
    presentBooking(
      row,
      hosts.filter((host) => host.bookingId === row.id),
      known.filter((contact) => contact.bookingId === row.id).map((contact) => contact.id),
      ctx.now(),
      taken.get(row.sessionId) ?? 0,
    ),
  )
}

/** `taken` counts the session's active bookings. */
export function presentBooking(
  row: BookingRow,
  hosts: readonly Host[],
  contactIds: string[],
  now: Date,
  taken: number,
): Booking {
  return {
    id: row.id,
    uid: row.uid,
    eventTypeId: row.eventTypeId,
    title: row.title,
    status: row.status,
    start: row.startsAt.toISOString(),
    end: row.endsAt.toISOString(),
    timezone: row.timezone,
    hosts: hosts.map((host) => ({ userId: host.id, name: host.name, email: host.email })),
    guest: { name: row.guestName, email: row.guestEmail, timezone: row.guestTimezone, locale: row.guestLocale },
    additionalGuests: row.additionalGuests,
    answers: row.answers,
    location: row.location,
    notes: row.notes,
    source: row.source,
    linkId: row.linkId,
    apiKeyId: row.apiKeyId,
    contactIds,
    sessionId: row.sessionId,
    seriesId: row.seriesId,
    seatsLeft: row.seats > 1 ? Math.max(0, row.seats - taken) : null,
    noShow: row.noShow,
    ended: row.endsAt <= now,
    cancellation: row.cancelledAt
      ? { by: row.cancelledBy ?? 'host', reason: row.cancelReason, at: row.cancelledAt.toISOString() }
      : null,
    rescheduleReason: row.rescheduleReason,
    manageUrl: null,
    metadata: row.metadata,
    externalId: row.externalId,
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

const contactsOf = (db: Read, bookingIds: readonly string[]) =>
  db
    .select({ bookingId: bookingContacts.bookingId, id: bookingContacts.contactId })
    .from(bookingContacts)
    .where(inArray(bookingContacts.bookingId, [...bookingIds]))

async function seatsTaken(db: Read, rows: readonly BookingRow[]): Promise<Map<string, number>> {
  const sessions = [...new Set(rows.filter((row) => row.seats > 1).map((row) => row.sessionId))]
  if (sessions.length === 0) return new Map()
  const counts = await db
    .select({ sessionId: bookings.sessionId, n: sql<number>`count(*)` })
    .from(bookings)
    .where(and(inArray(bookings.sessionId, sessions), inArray(bookings.status, ['pending', 'confirmed'])))
    .groupBy(bookings.sessionId)
  return new Map(counts.map((row) => [row.sessionId, Number(row.n)]))
}
