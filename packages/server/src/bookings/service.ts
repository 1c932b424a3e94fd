import { and, eq, gte, inArray, lt } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError } from '../errors.ts'
import { eventTypeIdOf } from '../event-types/directory.ts'
import { mergePatch } from '../event-types/merge.ts'
import type { Event } from '../events/model.ts'
import { eventsOf } from '../events/service.ts'
import { within } from '../sandboxes/clock.ts'
import { normalizeEmail } from '../shapes.ts'
import { findUsers, userIdOf } from '../users/directory.ts'
import { calendarFile } from './calendar.ts'
import { presentOne, save } from './change.ts'
import { manageUrl } from './create.ts'
import { findBooking, findByToken, hold, hostsOf, visible } from './directory.ts'
import { bookingInvite } from './invitation.ts'
import { mailData } from './mail-source.ts'
import {
  type Booking,
  type BookingChange,
  type BookingOrder,
  type BookingRow,
  type BookingStatus,
  bookingContacts,
  bookingHosts,
  bookings,
} from './model.ts'
import { presentAll } from './present.ts'

export interface BookingFilter {
  limit: number
  cursor?: string | undefined
  status?: BookingStatus[] | undefined
  'start[gte]'?: Date | undefined
  'start[lt]'?: Date | undefined
  hostId?: string | undefined
  eventTypeId?: string | undefined
  guestEmail?: string | undefined
  contactId?: string | undefined
  seriesId?: string | undefined
  order?: BookingOrder | undefined
}

export async function listBookings(ctx: Context, asked: BookingFilter): Promise<Page<Booking>> {
  const { limit, cursor, ...filters } = asked
  const { at, placeOf, direction } = order[asked.order ?? '-created']
  const page = pageOf('bookings', { limit, cursor }, filters, direction)
  const db = ctx.db.read
  const from = asked['start[gte]']
  const before = asked['start[lt]']
  const hosting = (userId: string) =>
    db.select({ id: bookingHosts.bookingId }).from(bookingHosts).where(eq(bookingHosts.userId, userId))
  const hostId = await userIdOf(db, ctx, asked.hostId)
  const eventTypeId = await eventTypeIdOf(db, ctx, asked.eventTypeId)
  const contactId = await contactIdOf(db, ctx, asked.contactId)
  const withContact = (id: string) =>
    db.select({ id: bookingContacts.bookingId }).from(bookingContacts).where(eq(bookingContacts.contactId, id))
  const rows = await db
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.organizationId, ctx.organizationId),
        visible(db, ctx),
        asked.status && inArray(bookings.status, asked.status),
        from && gte(bookings.startsAt, from),
        before && lt(bookings.startsAt, before),
        hostId === undefined ? undefined : inArray(bookings.id, hosting(hostId)),
        eventTypeId === undefined ? undefined : eq(bookings.eventTypeId, eventTypeId),
        asked.guestEmail === undefined ? undefined : eq(bookings.guestKey, normalizeEmail(asked.guestEmail)),
        contactId === undefined ? undefined : inArray(bookings.id, withContact(contactId)),
        asked.seriesId === undefined ? undefined : eq(bookings.seriesId, asked.seriesId),
        page.after(at, bookings.id),
      ),
    )
    .orderBy(...page.order(at, bookings.id))
    .limit(page.fetch)
  const shown = new Map((await presentAll(db, ctx, rows)).map((booking) => [booking.id, booking]))
  const present = (row: BookingRow) => {
    const booking = shown.get(row.id)
    if (!booking) throw new Error('A listed booking could not be shown.')
    return booking
  }
  return page.of(rows, present, placeOf)
}

type ContactFinder = (db: Read, ctx: Context, id: string) => Promise<string>

let findContact: ContactFinder = async (_db, _ctx, id) => id

/** Hands over how the id behind a contact's `ext:` id is found: bookings know contacts by their ids alone. */
export function findContactsWith(finder: ContactFinder): void {
  findContact = finder
}

const contactIdOf = async (db: Read, ctx: Context, id: string | undefined): Promise<string | undefined> =>
  id === undefined ? undefined : findContact(db, ctx, id)

/** What the places in a list are counted by. */
const byStart = { at: bookings.startsAt, placeOf: (row: BookingRow) => row.startsAt }
const byCreation = { at: bookings.createdAt, placeOf: (row: BookingRow) => row.createdAt }
const order = {
  start: { ...byStart, direction: 'earliest first' },
  '-start': { ...byStart, direction: 'latest first' },
  '-created': { ...byCreation, direction: 'latest first' },
} as const

export async function getBooking(ctx: Context, id: string): Promise<Booking> {
  return presentOne(ctx.db.read, ctx, await findBooking(ctx.db.read, ctx, id))
}

/** Changes what does not move the meeting: notes, location, metadata, your own id. */
export async function changeBooking(ctx: Context, id: string, change: BookingChange): Promise<Booking> {
  return ctx.db.transaction(async (tx) => {
    const { booking } = await hold(tx, (await findBooking(tx, ctx, id)).id)
    if (booking.status === 'cancelled' || booking.status === 'declined') {
      throw new AppError('booking_closed', `This booking was ${booking.status}; it can't be changed.`)
    }
    const before = await presentOne(tx, ctx, booking)
    const next: Partial<BookingRow> = {
      ...(change.notes !== undefined && { notes: change.notes }),
      ...(change.location !== undefined && { location: change.location }),
      ...(change.externalId !== undefined && { externalId: change.externalId }),
      ...(change.metadata !== undefined && {
        // A merge of two flat records of strings is one again.
        metadata: mergePatch(booking.metadata, change.metadata) as Record<string, string>,
      }),
    }
    const same = (key: string, value: unknown) => JSON.stringify(value) === JSON.stringify(Reflect.get(booking, key))
    if (Object.entries(next).every(([key, value]) => same(key, value))) return before
    return save(tx, ctx, booking, next, 'booking.updated', before)
  })
}

/** The booking's events, oldest first. */
export async function listBookingEvents(
  ctx: Context,
  id: string,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<Event>> {
  const booking = await findBooking(ctx.db.read, ctx, id)
  return eventsOf(ctx, booking.id, asked)
}

/** The invitation as a file to download, RFC 5545, METHOD:PUBLISH. */
export async function bookingCalendar(ctx: Context, id: string): Promise<string> {
  return calendarOf(ctx, await findBooking(ctx.db.read, ctx, id))
}

export async function calendarByToken(ctx: Context, token: string): Promise<string> {
  const booking = await findByToken(ctx.db.read, ctx, token)
  return calendarOf(await within(ctx, booking.organizationId), booking)
}

async function calendarOf(ctx: Context, booking: BookingRow): Promise<string> {
  const people = await findUsers(
    ctx.db.read,
    ctx,
    (await hostsOf(ctx.db.read, booking.id)).map((host) => host.userId),
  )
  const data = mailData({
    booking,
    hosts: people,
    now: ctx.now(),
    manageUrl: manageUrl(ctx, booking.id),
    publicUrl: ctx.publicUrl,
  })
  const status = {
    pending: 'tentative',
    confirmed: 'confirmed',
    declined: 'cancelled',
    cancelled: 'cancelled',
  } as const
  return calendarFile({ ...bookingInvite(data, { role: 'guest' }, data), status: status[booking.status] }, 'PUBLISH')
}
