import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { holdLog } from '../events/service.ts'
import type { Job } from '../jobs/model.ts'
import { dequeue, enqueue } from '../jobs/queue.ts'
import { type LinkRow, links } from './model.ts'
import { stateOf } from './rules.ts'
import { tell } from './tell.ts'

/** Has the end of a link told at its instant; from then on it opens nothing, told or not. */
export async function expireLater(tx: Tx, ctx: Context, { id, expiresAt, revokedAt }: LinkRow): Promise<void> {
  const key = `link-expire:${id}`
  if (expiresAt && !revokedAt) await enqueue(tx, ctx, 'link.expire', { linkId: id }, { key, dueAt: expiresAt })
  else await dequeue(tx, key)
}

/** Says that a link has expired, once: the job goes with the event. */
export async function expireLink(ctx: Context, job: Job, done: (tx: Tx) => Promise<void>): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await holdLog(tx, ctx.organizationId)
    const here = and(eq(links.id, String(job.payload.linkId)), eq(links.organizationId, ctx.organizationId))
    const [row] = await tx.select().from(links).where(here)
    // A used link that runs out tells nothing new.
    if (row && stateOf(row, ctx.now()) === 'expired') await tell(tx, ctx, 'link.expired', row, { state: 'active' })
    await done(tx)
  })
}
