import { and, asc, eq, gte, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { within } from '../sandboxes/clock.ts'
import { presentOne, save } from './change.ts'
import { findBooking, findByToken, hold, requireOpen } from './directory.ts'
import { type Booking, type BookingRow, bookings, type Cancel } from './model.ts'
import { vacate } from './place.ts'

/** Cancels a booking, or it and the later ones of its series; cancelling twice changes nothing. */
export async function cancelBooking(ctx: Context, id: string, input: Cancel): Promise<Booking> {
  return ctx.db.transaction(async (tx) =>
    cancel(tx, ctx, await findBooking(tx, ctx, id), input, ctx.actor.type === 'guest' ? 'guest' : 'host'),
  )
}

export async function cancelByGuest(ctx: Context, token: string, input: Cancel): Promise<Booking> {
  return ctx.db.transaction(async (tx) => {
    const found = await findByToken(tx, ctx, token, 'allow closed')
    return cancel(tx, await within(ctx, found.organizationId, tx), found, input, 'guest')
  })
}

/** Cancels these bookings for their hosts, in the caller's transaction. */
export async function cancelAll(tx: Tx, ctx: Context, ids: readonly string[]): Promise<void> {
  for (const id of ids) await cancelOne(tx, ctx, id, { scope: 'this' }, 'host')
}

async function cancel(
  tx: Tx,
  asked: Context,
  found: BookingRow,
  input: Cancel,
  by: 'guest' | 'host',
): Promise<Booking> {
  const ctx = input.scope === 'following' && found.seriesId ? { ...asked, cause: asked.newId('cse') } : asked
  const first = await cancelOne(tx, ctx, found.id, input, by)
  if (input.scope === 'following' && found.seriesId) {
    const later = await tx
      .select({ id: bookings.id })
      .from(bookings)
      .where(
        and(
          eq(bookings.seriesId, found.seriesId),
          gte(bookings.startsAt, found.startsAt),
          inArray(bookings.status, ['pending', 'confirmed']),
        ),
      )
      .orderBy(asc(bookings.startsAt))
    for (const { id } of later) if (id !== found.id) await cancelOne(tx, ctx, id, input, by)
  }
  return first
}

async function cancelOne(tx: Tx, ctx: Context, id: string, input: Cancel, by: 'guest' | 'host'): Promise<Booking> {
  const { booking } = await hold(tx, id)
  const before = await presentOne(tx, ctx, booking)
  if (booking.status === 'cancelled') return before
  requireOpen(booking, ctx.now(), 'cancelled')
  await vacate(tx, booking.id)
  const change = {
    status: 'cancelled' as const,
    cancelledBy: by,
    cancelReason: input.reason ?? null,
    cancelledAt: ctx.now(),
  }
  return save(tx, ctx, booking, change, 'booking.cancelled', before)
}
