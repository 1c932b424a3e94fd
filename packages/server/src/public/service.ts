import { and, asc, eq, isNull } from 'drizzle-orm'
import { cancelByGuest } from '../bookings/cancel.ts'
import { presentOne } from '../bookings/change.ts'
import { book, manageUrl } from '../bookings/create.ts'
import { findByToken } from '../bookings/directory.ts'
import type { Booking, BookingRow, Cancel, GuestBooking, Reschedule } from '../bookings/model.ts'
import { offerToMove, rescheduleByGuest } from '../bookings/reschedule.ts'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { findOffer, withHosts } from '../event-types/directory.ts'
import { eventTypes, type Offer } from '../event-types/model.ts'
import { findOrganization } from '../organizations/service.ts'
import { within } from '../sandboxes/clock.ts'
import { schedules } from '../schedules/model.ts'
import type { PublicSlotQuery, SlotList } from '../slots/model.ts'
import { listPublicSlots } from '../slots/service.ts'
import { findUser, findUsers } from '../users/directory.ts'
import { type UserRow, users } from '../users/model.ts'
import type { GuestBookingView, Profile, PublicEventType } from './model.ts'

/** A host's page: their public, active event types. */
export async function getProfile(ctx: Context, username: string): Promise<Profile> {
  const db = ctx.db.read
  const owner = await findHost(db, username)
  const rows = await db
    .select()
    .from(eventTypes)
    .where(
      and(
        eq(eventTypes.ownerId, owner.id),
        eq(eventTypes.active, true),
        eq(eventTypes.visibility, 'public'),
        isNull(eventTypes.linkId),
      ),
    )
    .orderBy(asc(eventTypes.createdAt))
  const offers = await withHosts(db, rows)
  const organization = await findOrganization(db, owner)
  const inside = await within(ctx, owner.organizationId)
  const shown: PublicEventType[] = []
  for (const offer of offers) shown.push(await present(inside, owner, offer))
  return {
    username: owner.username,
    name: owner.name,
    organization: organization.name,
    timezone: owner.timezone,
    eventTypes: shown,
  }
}

/** One event type by its public address; unlisted ones answer to whoever knows it, switched-off ones to nobody. */
export async function getPublicEventType(ctx: Context, username: string, slug: string): Promise<PublicEventType> {
  const { owner, offer } = await findPage(ctx.db.read, username, slug)
  return present(ctx, owner, offer)
}

export async function listSlotsForGuest(
  ctx: Context,
  username: string,
  slug: string,
  query: PublicSlotQuery,
): Promise<SlotList> {
  const { owner, offer } = await findPage(ctx.db.read, username, slug)
  return listPublicSlots(await within(ctx, owner.organizationId), offer, query)
}

export async function bookAsGuest(
  ctx: Context,
  username: string,
  slug: string,
  input: GuestBooking,
): Promise<GuestBookingView> {
  return ctx.db.transaction(async (tx) => {
    const { owner, offer } = await findPage(tx, username, slug)
    const made = await book(tx, await within(ctx, owner.organizationId, tx), offer, input)
    return {
      ...viewOf(made, offer, owner.username),
      manageUrl: made.manageUrl,
      ...(made.series && { series: made.series.map(({ start, end }) => ({ start, end })) }),
    }
  })
}

/** The booking behind a guest's link. */
export async function getGuestBooking(ctx: Context, token: string): Promise<GuestBookingView> {
  return guestView(ctx, await findByToken(ctx.db.read, ctx, token))
}

/** The slots a guest may move to: their own booking does not block them. */
export async function listSlotsToMove(ctx: Context, token: string, query: PublicSlotQuery): Promise<SlotList> {
  const booking = await findByToken(ctx.db.read, ctx, token)
  const inside = await within(ctx, booking.organizationId)
  const offer = await offerToMove(ctx.db.read, inside, booking)
  return listPublicSlots(inside, offer, { ...query, rescheduleBookingId: booking.id })
}

export async function moveAsGuest(ctx: Context, token: string, input: Reschedule): Promise<GuestBookingView> {
  await rescheduleByGuest(ctx, token, input)
  return getGuestBooking(ctx, token)
}

export async function cancelAsGuest(ctx: Context, token: string, input: Cancel): Promise<GuestBookingView> {
  await cancelByGuest(ctx, token, input)
  return guestView(ctx, await findByToken(ctx.db.read, ctx, token, 'allow closed'))
}

export const organizationOfPage = async (ctx: Context, username: string): Promise<string> =>
  (await findHost(ctx.db.read, username)).organizationId

export const organizationOfBooking = async (ctx: Context, token: string): Promise<string> =>
  (await findByToken(ctx.db.read, ctx, token, 'allow closed')).organizationId

async function guestView(ctx: Context, row: BookingRow): Promise<GuestBookingView> {
  const inside = await within(ctx, row.organizationId)
  const shown = await presentOne(ctx.db.read, inside, row)
  const offer = await findOffer(ctx.db.read, inside, row.eventTypeId).catch(() => null)
  const [owner] = offer ? await findUsers(ctx.db.read, inside, [offer.ownerId]) : []
  const closed = row.status === 'cancelled' || row.status === 'declined'
  return { ...viewOf(shown, offer, owner?.username ?? ''), manageUrl: closed ? null : manageUrl(ctx, row.id) }
}

/** What a guest may know of a booking; one made through a link does not lead on to the host's page. */
export function viewOf(booking: Booking, offer: Offer | null, username: string): GuestBookingView {
  return {
    uid: booking.uid,
    title: booking.title,
    status: booking.status,
    start: booking.start,
    end: booking.end,
    timezone: booking.timezone,
    hosts: booking.hosts.map(({ name }) => ({ name })),
    guest: booking.guest,
    additionalGuests: booking.additionalGuests,
    answers: booking.answers,
    location: booking.location,
    notes: booking.notes,
    cancellation: booking.cancellation,
    ended: booking.ended,
    seriesId: booking.seriesId,
    eventType:
      booking.linkId === null ? offer && { slug: offer.slug, username, durationMinutes: offer.durationMinutes } : null,
    movable: offer !== null,
    manageUrl: null,
    redirectUrl: offer?.redirectUrl ?? null,
  }
}

async function present(ctx: Context, owner: UserRow, offer: Offer): Promise<PublicEventType> {
  const people = await findUsers(
    ctx.db.read,
    owner,
    offer.hosts.map((host) => host.userId),
  )
  const [only] = offer.hosts
  const scheduleId = offer.scheduling === 'individual' ? (only?.scheduleId ?? offer.scheduleId) : offer.scheduleId
  const zoneOwner = only?.userId ?? owner.id
  const [schedule] = await ctx.db.read
    .select({ timezone: schedules.timezone })
    .from(schedules)
    .where(
      scheduleId ? eq(schedules.id, scheduleId) : and(eq(schedules.userId, zoneOwner), eq(schedules.isDefault, true)),
    )
  return {
    slug: offer.slug,
    title: offer.title,
    description: offer.description,
    durationMinutes: offer.durationMinutes,
    durationOptions: offer.durationOptions,
    seats: offer.seats,
    requiresConfirmation: offer.requiresConfirmation,
    scheduling: offer.scheduling,
    locations: offer.locations.map(({ kind }) => ({ kind })),
    questions: offer.questions,
    hosts: offer.hosts.flatMap((host) => people.filter((one) => one.id === host.userId).map(({ name }) => ({ name }))),
    timezone: schedule?.timezone ?? owner.timezone,
    redirectUrl: offer.redirectUrl,
    url: `${ctx.publicUrl}/${owner.username}/${offer.slug}`,
  }
}

/** What a guest may know of an event type that was found. */
export async function publicEventTypeOf(ctx: Context, offer: Offer): Promise<PublicEventType> {
  const owner = await findUser(ctx.db.read, ctx, offer.ownerId)
  return present(ctx, owner, offer)
}

async function findHost(db: Read, username: string): Promise<UserRow> {
  const [row] = await db
    .select()
    .from(users)
    .where(and(eq(users.username, username), eq(users.status, 'active')))
  if (!row) throw new AppError('not_found', 'There is no such page.')
  return row
}

async function findPage(db: Read, username: string, slug: string): Promise<{ owner: UserRow; offer: Offer }> {
  const owner = await findHost(db, username)
  const [row] = await db
    .select()
    .from(eventTypes)
    .where(and(eq(eventTypes.ownerId, owner.id), eq(eventTypes.slug, slug), isNull(eventTypes.linkId)))
  const [offer] = row?.active ? await withHosts(db, [row]) : []
  if (!offer) throw new AppError('not_found', 'There is no such page.')
  return { owner, offer }
}
