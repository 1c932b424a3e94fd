import { and, eq, gt, lt, ne } from 'drizzle-orm'
import { busyBlocks } from '../busy-blocks/model.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { AppError } from '../errors.ts'
import { timeOff } from '../time-off/model.ts'
import { findUserAt } from '../users/directory.ts'
import type { UserRow } from '../users/model.ts'
import { presentOne, save } from './change.ts'
import { findBooking, hold, requireOpen } from './directory.ts'
import { type Booking, type BookingRow, bookingHosts } from './model.ts'
import { occupy, takesTime } from './place.ts'

/** Gives a booking to another member who is free then; hours, notice and limits are for the one who asks to weigh. */
export async function reassignBooking(ctx: Context, id: string, input: { hostId: string }): Promise<Booking> {
  return ctx.db.transaction(async (tx) => {
    const found = await findBooking(tx, ctx, id)
    const next = await findUserAt(tx, ctx, input.hostId, '#/hostId')
    await lockRows(tx, 'users', [next.id])
    const { booking, hostIds } = await hold(tx, found.id)
    requireOpen(booking, ctx.now(), 'reassigned')
    const before = await presentOne(tx, ctx, booking)
    if (hostIds.length > 1)
      throw new AppError('conflict', 'A collective booking has all of its hosts; it has no one to replace.')
    if (hostIds[0] === next.id) return before
    if (booking.seats > 1) throw new AppError('conflict', 'A seated session keeps its host; cancel and book it anew.')
    await requireFree(tx, next, booking, ctx.now())
    await tx.delete(bookingHosts).where(eq(bookingHosts.bookingId, booking.id))
    await occupy(tx, ctx, booking, [next.id])
    return save(tx, ctx, booking, {}, 'booking.reassigned', before)
  })
}

async function requireFree(tx: Tx, host: UserRow, booking: BookingRow, now: Date): Promise<void> {
  const start = booking.startsAt.getTime() / 60_000
  const end = booking.endsAt.getTime() / 60_000
  const from = start - booking.bufferBeforeMinutes
  const to = end + booking.bufferAfterMinutes
  const [booked] = await tx
    .select({ id: bookingHosts.id })
    .from(bookingHosts)
    .where(
      and(
        eq(bookingHosts.userId, host.id),
        takesTime(now),
        gt(bookingHosts.paddedEnd, from),
        lt(bookingHosts.paddedStart, to),
        ne(bookingHosts.bookingId, booking.id),
      ),
    )
  const [busy] = await tx
    .select({ id: busyBlocks.id })
    .from(busyBlocks)
    .where(and(eq(busyBlocks.userId, host.id), gt(busyBlocks.endMinute, from), lt(busyBlocks.startMinute, to)))
  const [away] = await tx
    .select({ id: timeOff.id })
    .from(timeOff)
    .where(and(eq(timeOff.userId, host.id), gt(timeOff.endMinute, start), lt(timeOff.startMinute, end)))
  if (host.status === 'active' && !booked && !busy && !away) return
  const detail = `${host.name} is not free at that time.`
  throw new AppError('slot_unavailable', detail, {}, [{ pointer: '#/hostId', code: 'host_unavailable', detail }])
}
