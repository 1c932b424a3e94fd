import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { findOffer } from '../event-types/directory.ts'
import { linkDesk } from '../event-types/link-desk.ts'
import type { Offer } from '../event-types/model.ts'
import { within } from '../sandboxes/clock.ts'
import { chosenDuration } from '../slots/service.ts'
import { presentOne, save } from './change.ts'
import { takeSeat } from './create.ts'
import { findBooking, findByToken, hold, requireOpen } from './directory.ts'
import { type Booking, type BookingRow, bookingHosts, type Reschedule } from './model.ts'
import { chooseHosts, occupy, openSlot } from './place.ts'

/** Moves a booking; it keeps its id, and its own time never blocks the new one. */
export async function rescheduleBooking(ctx: Context, id: string, input: Reschedule): Promise<Booking> {
  return ctx.db.transaction(async (tx) => move(tx, ctx, await findBooking(tx, ctx, id), input))
}

export async function rescheduleByGuest(ctx: Context, token: string, input: Reschedule): Promise<Booking> {
  return ctx.db.transaction(async (tx) => {
    const found = await findByToken(tx, ctx, token)
    return move(tx, await within(ctx, found.organizationId, tx), found, input)
  })
}

/** Hosts move a booking as its event type allows, and a link's guest to what the link offered. */
export const offerToMove = (
  db: Read,
  ctx: Context,
  { eventTypeId, linkId }: Pick<BookingRow, 'eventTypeId' | 'linkId'>,
): Promise<Offer> =>
  linkId !== null && ctx.actor.type === 'guest'
    ? linkDesk().offerToMove(db, ctx, linkId, eventTypeId)
    : findOffer(db, ctx, eventTypeId)

async function move(tx: Tx, ctx: Context, found: BookingRow, input: Reschedule): Promise<Booking> {
  const offer = await offerToMove(tx, ctx, found)
  await lockRows(
    tx,
    'users',
    offer.hosts.map((host) => host.userId),
  )
  const { booking, hostIds } = await hold(tx, found.id)
  requireOpen(booking, ctx.now(), 'moved')
  const before = await presentOne(tx, ctx, booking)
  const lasting = (booking.endsAt.getTime() - booking.startsAt.getTime()) / 60_000
  const durationMinutes = input.durationMinutes === undefined ? lasting : chosenDuration(offer, input.durationMinutes)
  if (input.start.getTime() === booking.startsAt.getTime() && durationMinutes === lasting) return before
  const { slot, availability } = await openSlot(tx, ctx, offer, durationMinutes, input.start, { bookingId: booking.id })
  const chosen = await chooseHosts(tx, ctx, offer, slot, { keep: hostIds })
  const moved: BookingRow = {
    ...booking,
    startsAt: new Date(slot.start * 60_000),
    endsAt: new Date(slot.end * 60_000),
    timezone: availability.rules.zone,
    rescheduleReason: input.reason ?? null,
    bufferBeforeMinutes: offer.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes,
    sessionId: slot.sessionId ?? (offer.seats > 1 ? ctx.newId('ssn') : booking.sessionId),
  }
  await takeSeat(tx, offer, moved)
  await tx.delete(bookingHosts).where(eq(bookingHosts.bookingId, booking.id))
  await occupy(tx, ctx, moved, chosen)
  return save(tx, ctx, booking, moved, 'booking.rescheduled', before)
}
