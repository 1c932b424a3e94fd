import { and, asc, desc, eq, gte } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { events } from '../events/model.ts'
import { isWebhookType, matches } from '../webhooks/catalogue.ts'
import { deliveryOf } from '../webhooks/fan-out.ts'
import { deliveries, type EndpointRow, queues } from '../webhooks/model.ts'

const most = 10_000
const batch = 500

/** Writes deliveries of what the log holds since an instant, in its order, for an endpoint that has none yet. */
export async function replay(tx: Tx, ctx: Context, endpoint: EndpointRow, since: Date): Promise<void> {
  let seq = 0
  let next = await firstSince(tx, ctx, since)
  while (next !== null) {
    const facts = await tx
      .select()
      .from(events)
      .where(and(eq(events.organizationId, ctx.organizationId), gte(events.seq, next)))
      .orderBy(asc(events.seq))
      .limit(batch)
    const wanted = facts.filter(
      ({ type }) => isWebhookType(type) && endpoint.eventTypes.some((pattern) => matches(pattern, type)),
    )
    const rows = wanted.map((fact) => deliveryOf(ctx, endpoint, fact, ++seq))
    if (rows.length > 0) await tx.append(deliveries, rows)
    const last = facts.at(-1)
    next = last && facts.length === batch ? last.seq + 1 : null
  }
  await tx.update(queues).set({ seq }).where(eq(queues.endpointId, endpoint.id))
}

/** The number of the first event since an instant; the log rises with time, so it is looked through from its end. */
async function firstSince(db: Read, { organizationId }: Context, since: Date): Promise<number | null> {
  const newest = await db
    .select({ seq: events.seq, createdAt: events.createdAt })
    .from(events)
    .where(eq(events.organizationId, organizationId))
    .orderBy(desc(events.seq))
    .limit(most + 1)
  const within = newest.filter(({ createdAt }) => createdAt >= since)
  if (within.length > most) {
    const detail = `There are more than ${most} events since then; send a later time, or read them from GET /events.`
    throw new AppError('invalid_request', detail, {}, [{ pointer: '#/since', code: 'too_many_events', detail }])
  }
  return within.at(-1)?.seq ?? null
}
