import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { type ReminderReason, reminders } from './model.ts'
import { type Changes, over, type Planned, type Standing } from './plan.ts'

export interface About {
  bookingId: string
  eventTypeId: string
}

/** Writes new rows of the ledger. */
export async function writePlanned(
  tx: Tx,
  ctx: Context,
  { bookingId, eventTypeId }: About,
  fresh: readonly (Planned & Standing)[],
): Promise<void> {
  const now = ctx.now()
  await tx.append(
    reminders,
    fresh.map((one) => ({
      id: ctx.newId('rmd'),
      organizationId: ctx.organizationId,
      clock: ctx.clock,
      bookingId,
      eventTypeId,
      ...one,
      leasedBy: null,
      error: null,
      attempts: 0,
      mailId: null,
      sentAt: null,
      createdAt: now,
      updatedAt: now,
    })),
  )
}

/** Brings the ledger of one booking up to what is wanted; `reason` says why the rest is cancelled. */
export async function writeChanges(
  tx: Tx,
  ctx: Context,
  about: About,
  { fresh, changed, cancelled }: Changes,
  reason: ReminderReason,
): Promise<void> {
  const updatedAt = ctx.now()
  if (fresh.length > 0) await writePlanned(tx, ctx, about, fresh)
  for (const { row, change } of changed) {
    const anew = { ...change, attempts: 0, error: null, leasedBy: null, updatedAt }
    await tx.update(reminders).set(anew).where(eq(reminders.id, row.id))
  }
  if (cancelled.length === 0) return
  const ids = cancelled.map((row) => row.id)
  await tx
    .update(reminders)
    .set({ ...over('cancelled', reason), updatedAt })
    .where(inArray(reminders.id, ids))
}
