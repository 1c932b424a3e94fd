import { and, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { emit } from '../events/service.ts'
import { deliveries, type disabledReasons, type EndpointRow, endpoints, queues } from './model.ts'
import { presentEndpoint } from './present.ts'
import { heldQueue } from './queue.ts'
import { closed } from './schedule.ts'
import { warn } from './warn.ts'

// Whoever changes an endpoint holds it, then the log, then its queue, then its deliveries: in this order nobody waits
// in a circle, for events take the log before the queues.

/** Stops sending to an endpoint; what waits, and what comes, is held. Nothing is dropped. */
export async function disable(
  tx: Tx,
  ctx: Context,
  endpoint: EndpointRow,
  reason: (typeof disabledReasons)[number],
): Promise<EndpointRow> {
  const now = ctx.now()
  const row: EndpointRow = { ...endpoint, enabled: false, disabledReason: reason, disabledAt: now, updatedAt: now }
  await tx
    .update(endpoints)
    .set({ enabled: false, disabledReason: reason, disabledAt: now, updatedAt: now })
    .where(eq(endpoints.id, endpoint.id))
  await emit(tx, ctx, 'webhook_endpoint.disabled', endpoint.id, presentEndpoint(ctx, row), {
    enabled: true,
    disabledReason: null,
  })
  await heldQueue(tx, endpoint.id)
  // What is on its way loses its claim: if it fails, it is held like the others.
  await tx
    .update(deliveries)
    .set({ status: 'held', dueMs: null, leasedBy: null })
    .where(and(eq(deliveries.endpointId, endpoint.id), or(isNotNull(deliveries.dueMs), eq(deliveries.blocked, true))))
  await tx.update(queues).set({ dueMs: null }).where(eq(queues.endpointId, endpoint.id))
  if (reason !== 'manual') await warn(tx, ctx, endpoint, { kind: reason === 'gone' ? 'gone' : 'disabled', since: now })
  return row
}

/** Begins anew: what was held is sent in its order, the breaker and the days of failures are forgotten. */
export async function enable(tx: Tx, ctx: Context, endpoint: EndpointRow): Promise<EndpointRow> {
  const now = ctx.now()
  const row: EndpointRow = { ...endpoint, enabled: true, disabledReason: null, disabledAt: null, updatedAt: now }
  await tx
    .update(endpoints)
    .set({ enabled: true, disabledReason: null, disabledAt: null, updatedAt: now })
    .where(eq(endpoints.id, endpoint.id))
  await emit(tx, ctx, 'webhook_endpoint.enabled', endpoint.id, presentEndpoint(ctx, row), { enabled: false })
  await heldQueue(tx, endpoint.id)
  await tx
    .update(deliveries)
    .set({
      status: 'pending',
      leasedBy: null,
      dueMs: sql`case when ${deliveries.blocked} then null else cast(${now.getTime()} as bigint) end`,
    })
    .where(and(eq(deliveries.endpointId, endpoint.id), eq(deliveries.status, 'held')))
  await tx
    .update(queues)
    .set({ ...closed, warned: 0, dueMs: now.getTime() })
    .where(eq(queues.endpointId, endpoint.id))
  return row
}
