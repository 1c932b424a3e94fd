import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { EventKind } from '../events/model.ts'
import { emit } from '../events/service.ts'
import { explainConflict } from './create.ts'
import { type Booking, type BookingRow, bookings } from './model.ts'
import { presentAll } from './present.ts'

/** Writes a changed booking and the fact of it. */
export async function save(
  tx: Tx,
  ctx: Context,
  before: BookingRow,
  change: Partial<BookingRow>,
  event: EventKind,
  shownBefore: Booking,
): Promise<Booking> {
  const after: BookingRow = { ...before, ...change, revision: before.revision + 1, updatedAt: ctx.now() }
  await tx.update(bookings).set(after).where(eq(bookings.id, before.id)).catch(explainConflict)
  const shown = await presentOne(tx, ctx, after)
  return (await emit(tx, ctx, event, before.id, shown, shownBefore)).data
}

export async function presentOne(tx: Tx | Context['db']['read'], ctx: Context, row: BookingRow): Promise<Booking> {
  const [shown] = await presentAll(tx, ctx, [row])
  if (!shown) throw new Error('A booking could not be shown.')
  return shown
}
