import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { isUniqueViolation, lockRows } from '../db/dialect.ts'
import { AppError } from '../errors.ts'
import { findEventType } from '../event-types/directory.ts'
import { linkDesk } from '../event-types/link-desk.ts'
import type { Offer } from '../event-types/model.ts'
import { emit } from '../events/service.ts'
import { heldFor, letGo } from '../holds/directory.ts'
import { hashToken } from '../secrets.ts'
import { normalizeEmail } from '../shapes.ts'
import { chosenDuration } from '../slots/service.ts'
import { findUser } from '../users/directory.ts'
import { checkAnswers, chooseLocation } from './answers.ts'
import { type Booking, type BookingRow, bookings, type CreatedBooking, type NewBooking } from './model.ts'
import { chooseHosts, occupy, openSlot, type Place, requireActive } from './place.ts'
import { presentBooking } from './present.ts'
import { allOrNothing, startsOf } from './series.ts'

/** Books a time: the one verb behind the API, the CLI, the pages and the demo. */
export async function createBooking(ctx: Context, input: NewBooking): Promise<CreatedBooking> {
  return ctx.db.transaction(async (tx) => book(tx, ctx, await offerFor(tx, ctx, input), input))
}

/** The event type that is asked for, as a link offers it where one is named. */
export const offerFor = (
  db: Read,
  ctx: Context,
  { eventTypeId, linkToken }: { eventTypeId: string; linkToken?: string | undefined },
): Promise<Offer> =>
  linkToken === undefined ? findEventType(db, ctx, eventTypeId) : linkDesk().offer(db, ctx, linkToken, eventTypeId)

/** The same inside a transaction, for an event type that was found. */
export async function book(
  tx: Tx,
  asked: Context,
  offer: Offer,
  input: Omit<NewBooking, 'eventTypeId'>,
): Promise<CreatedBooking> {
  const ctx = input.recurrence ? { ...asked, cause: asked.newId('cse') } : asked
  const { answers, location } = check(offer, input)
  const hostId = input.hostId === undefined ? undefined : (await findUser(tx, ctx, input.hostId)).id
  // Whoever books one of these hosts waits here until this booking is made or refused.
  await lockRows(
    tx,
    'users',
    offer.hosts.map((host) => host.userId),
  )
  const held = await heldFor(tx, ctx, offer.id, { ...input, hostId })
  // The booking takes the hold's place: it is judged as if there were none, and takes the hold back if it is refused.
  if (held) await letGo(tx, held.id)
  const durationMinutes = chosenDuration(offer, input.durationMinutes ?? held?.durationMinutes)
  const starts = await startsOf(tx, ctx, offer, input, durationMinutes)
  const seriesId = input.recurrence ? ctx.newId('ser') : null
  const made: Booking[] = []
  let keep = held?.hostIds ?? []
  for (const [i, start] of starts.entries()) {
    const place = await allOrNothing(input, start, i, () => openSlot(tx, ctx, offer, durationMinutes, start))
    const hostIds = await chooseHosts(tx, ctx, offer, place.slot, { hostId, keep })
    keep = hostIds
    const row = newRow(ctx, offer, input, {
      place,
      seriesId,
      answers,
      location,
      externalId: i === 0 ? input.externalId : undefined,
    })
    const seats = await takeSeat(tx, offer, row)
    await tx.append(bookings, [row]).catch(explainConflict)
    await occupy(tx, ctx, row, hostIds)
    const hosts = hostIds.flatMap((id) => place.availability.users.filter((user) => user.id === id))
    const booking = presentBooking(row, hosts, [], ctx.now(), seats)
    const kind = row.status === 'pending' ? 'booking.requested' : 'booking.created'
    const fact = await emit(tx, ctx, kind, row.id, booking)
    made.push({ ...fact.data, manageUrl: manageUrl(ctx, row.id) })
  }
  const [first] = made
  if (!first) throw new Error('A booking was made of no starts.')
  return seriesId === null ? first : { ...first, series: made }
}

/** The guest's secret page; the server can derive its token again, and keeps only its hash. */
export const manageUrl = (ctx: Pick<Context, 'secrets' | 'publicUrl'>, bookingId: string): string =>
  `${ctx.publicUrl}/booking/${manageToken(ctx, bookingId)}`

const manageToken = (ctx: Pick<Context, 'secrets'>, bookingId: string) => ctx.secrets.derive('manage', bookingId)

function check(offer: Offer, input: Omit<NewBooking, 'eventTypeId'>) {
  requireActive(offer)
  if (offer.seats > 1 && input.additionalGuests?.length) {
    const detail = 'Every guest of a seated event type books a seat of their own.'
    throw new AppError('invalid_request', detail, {}, [{ pointer: '#/additionalGuests', code: 'not_allowed', detail }])
  }
  return {
    answers: checkAnswers(offer.questions, input.answers),
    location: chooseLocation(offer.locations, input.location),
  }
}

function newRow(
  ctx: Context,
  offer: Offer,
  input: Omit<NewBooking, 'eventTypeId'>,
  made: {
    place: Place
    seriesId: string | null
    answers: BookingRow['answers']
    location: BookingRow['location']
    externalId: string | undefined
  },
): BookingRow {
  const id = ctx.newId('bk')
  const now = ctx.now()
  const { slot, availability } = made.place
  return {
    id,
    uid: `${id}@${new URL(ctx.publicUrl).hostname}`,
    organizationId: ctx.organizationId,
    eventTypeId: offer.id,
    title: offer.title,
    questions: offer.questions,
    sessionId: slot.sessionId ?? ctx.newId('ssn'),
    seriesId: made.seriesId,
    status: offer.requiresConfirmation ? 'pending' : 'confirmed',
    startsAt: new Date(slot.start * 60_000),
    endsAt: new Date(slot.end * 60_000),
    timezone: availability.rules.zone,
    bufferBeforeMinutes: offer.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes,
    seats: offer.seats,
    guestName: input.guest.name,
    guestEmail: input.guest.email,
    guestKey: normalizeEmail(input.guest.email),
    guestTimezone: input.guest.timezone,
    guestLocale: input.guest.locale ?? null,
    additionalGuests: input.additionalGuests ?? [],
    answers: made.answers,
    location: made.location,
    notes: input.notes ?? null,
    source: offer.link ? 'link' : ctx.source,
    linkId: offer.link?.id ?? null,
    apiKeyId: ctx.actor.type === 'api_key' ? ctx.actor.id : null,
    noShow: false,
    cancelledBy: null,
    cancelReason: null,
    cancelledAt: null,
    rescheduleReason: null,
    manageHash: hashToken(manageToken(ctx, id)),
    metadata: input.metadata ?? {},
    externalId: made.externalId ?? null,
    revision: 1,
    createdAt: now,
    updatedAt: now,
  }
}

/** One seat per normalized address in a session; answers how many are taken with this one. */
export async function takeSeat(tx: Tx, offer: Pick<Offer, 'seats'>, row: BookingRow): Promise<number> {
  if (offer.seats === 1) return 1
  const seated = await tx
    .select({ id: bookings.id, guestKey: bookings.guestKey })
    .from(bookings)
    .where(and(eq(bookings.sessionId, row.sessionId), inArray(bookings.status, ['pending', 'confirmed'])))
  if (seated.some((one) => one.guestKey === row.guestKey && one.id !== row.id)) {
    throw new AppError('seat_taken', `${row.guestEmail} already has a seat in this session.`)
  }
  return seated.filter((one) => one.id !== row.id).length + 1
}

export function explainConflict(error: unknown): never {
  if (isUniqueViolation(error, 'bookings_external', 'external_id')) {
    throw new AppError('external_id_taken', 'Another booking has this external id.')
  }
  throw error
}
