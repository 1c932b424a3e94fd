import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { inParts, type Traces } from '../erasure/traces.ts'
import { reminderStops, reminders } from './model.ts'

/** Takes what mail servers answered about somebody out of the ledger; what was planned for them finds nobody to write to. */
export async function eraseReminders(tx: Tx, ctx: Context, traces: Traces): Promise<void> {
  for (const some of inParts([...traces.bookingIds, ...traces.alongIds])) {
    const ids = await tx.select({ id: reminders.id }).from(reminders).where(inArray(reminders.bookingId, some))
    for (const { id } of ids) traces.subjectIds.add(id)
    await tx
      .update(reminders)
      .set({ error: 'Erased' })
      .where(and(inArray(reminders.bookingId, some), isNotNull(reminders.error)))
  }
  for (const some of inParts(traces.emails)) {
    const theirs = and(eq(reminderStops.organizationId, ctx.organizationId), inArray(reminderStops.emailKey, some))
    await tx.delete(reminderStops).where(theirs)
  }
}
