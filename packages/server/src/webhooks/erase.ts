import { eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Fact } from '../events/service.ts'
import { attempts, deliveries } from './model.ts'

/** Makes the deliveries of a fact say what it says now, and forgets what endpoints answered. */
export async function eraseDeliveries(tx: Tx, _ctx: Context, { id, data, previous }: Fact): Promise<void> {
  const rows = await tx
    .select({ id: deliveries.id, body: deliveries.body })
    .from(deliveries)
    .where(eq(deliveries.eventId, id))
  for (const row of rows) {
    const body = JSON.stringify({ ...JSON.parse(row.body), data, ...(previous && { previous }) })
    await tx.update(deliveries).set({ body }).where(eq(deliveries.id, row.id))
  }
  if (rows.length === 0) return
  const answered = inArray(
    attempts.deliveryId,
    rows.map((row) => row.id),
  )
  await tx.update(attempts).set({ responseHeaders: {}, responseBody: '', errorDetail: null }).where(answered)
}
