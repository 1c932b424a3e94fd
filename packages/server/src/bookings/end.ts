import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { emit } from '../events/service.ts'
import type { Job } from '../jobs/model.ts'
import { presentOne } from './change.ts'
import { bookings } from './model.ts'

/** Says that a confirmed meeting is over, once: the job goes with the event. */
export async function endBooking(ctx: Context, job: Job, done: (tx: Tx) => Promise<void>): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const here = and(eq(bookings.id, String(job.payload.bookingId)), eq(bookings.organizationId, ctx.organizationId))
    const [row] = await tx.select().from(bookings).where(here)
    if (row?.status === 'confirmed' && row.endsAt <= ctx.now()) {
      await emit(tx, ctx, 'booking.ended', row.id, await presentOne(tx, ctx, row), { ended: false })
    }
    await done(tx)
  })
}
