import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { presentOne, save } from './change.ts'
import { findBooking, hold, requireOpen } from './directory.ts'
import type { Booking } from './model.ts'
import { vacate } from './place.ts'

/** Accepts a request; the time was held for it since it was made. Confirming twice changes nothing. */
export async function confirmBooking(ctx: Context, id: string): Promise<Booking> {
  return ctx.db.transaction(async (tx) => {
    const { booking } = await hold(tx, (await findBooking(tx, ctx, id)).id)
    const before = await presentOne(tx, ctx, booking)
    if (booking.status === 'confirmed') return before
    requireOpen(booking, ctx.now(), 'confirmed')
    return save(tx, ctx, booking, { status: 'confirmed' }, 'booking.confirmed', before)
  })
}

/** Refuses a request and frees its time at once. Declining twice changes nothing. */
export async function declineBooking(
  ctx: Context,
  id: string,
  input: { reason?: string | undefined },
): Promise<Booking> {
  return ctx.db.transaction(async (tx) => {
    const { booking } = await hold(tx, (await findBooking(tx, ctx, id)).id)
    const before = await presentOne(tx, ctx, booking)
    if (booking.status === 'declined') return before
    requireOpen(booking, ctx.now(), 'declined')
    if (booking.status === 'confirmed') {
      throw new AppError('conflict', 'This booking is confirmed; cancel it instead.')
    }
    await vacate(tx, booking.id)
    const change = { status: 'declined' as const, cancelReason: input.reason ?? null }
    return save(tx, ctx, booking, change, 'booking.declined', before)
  })
}

/** Notes that the guest did not come, or takes the note back; only once the meeting has begun. */
export async function markNoShow(ctx: Context, id: string, input: { noShow: boolean }): Promise<Booking> {
  return ctx.db.transaction(async (tx) => {
    const { booking } = await hold(tx, (await findBooking(tx, ctx, id)).id)
    const before = await presentOne(tx, ctx, booking)
    if (booking.noShow === input.noShow) return before
    if (booking.status !== 'confirmed') {
      throw new AppError('booking_closed', `This booking is ${booking.status}; only a confirmed one can be a no-show.`)
    }
    if (booking.startsAt > ctx.now()) throw new AppError('conflict', 'The meeting has not begun yet.')
    return save(tx, ctx, booking, { noShow: input.noShow }, 'booking.no_show', before)
  })
}
