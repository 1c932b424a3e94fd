import { and, asc, count, eq, gt, gte, inArray, lt, type SQL } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, notFound } from '../errors.ts'
import { requireAdmin } from '../permissions.ts'
import { matches, webhookTypes } from './catalogue.ts'
import {
  attempts,
  type DeliveryRow,
  deliveries,
  type endpoints,
  queues,
  type WebhookAttempt,
  type WebhookDelivery,
  type WebhookDeliveryWithBody,
} from './model.ts'
import { presentAttempt, presentDelivery } from './present.ts'
import { heldQueue } from './queue.ts'
import { heldEndpoint } from './service.ts'

export interface DeliveryFilter {
  limit: number
  cursor?: string | undefined
  endpointId?: string | undefined
  eventId?: string | undefined
  eventType?: string | undefined
  status?: DeliveryRow['status'] | undefined
  'created[gte]'?: Date | undefined
  'created[lt]'?: Date | undefined
}

/** Newest first. */
export async function listDeliveries(ctx: Context, asked: DeliveryFilter): Promise<Page<WebhookDelivery>> {
  requireAdmin(ctx, 'read the delivery log')
  const { limit, cursor, ...filters } = asked
  const page = pageOf('webhook-deliveries', { limit, cursor }, filters)
  const { body: _, ...columns } = fieldsOf
  const rows = await ctx.db.read
    .select(columns)
    .from(deliveries)
    .where(
      and(
        eq(deliveries.organizationId, ctx.organizationId),
        asked.endpointId === undefined ? undefined : eq(deliveries.endpointId, asked.endpointId),
        asked.eventId === undefined ? undefined : eq(deliveries.eventId, asked.eventId),
        asked.eventType === undefined ? undefined : eq(deliveries.eventType, asked.eventType),
        asked.status === undefined ? undefined : eq(deliveries.status, asked.status),
        asked['created[gte]'] && gte(deliveries.createdAt, asked['created[gte]']),
        asked['created[lt]'] && lt(deliveries.createdAt, asked['created[lt]']),
        page.after(deliveries.createdAt, deliveries.id),
      ),
    )
    .orderBy(...page.order(deliveries.createdAt, deliveries.id))
    .limit(page.fetch)
  return page.of(rows, presentDelivery)
}

export async function getDelivery(ctx: Context, id: string): Promise<WebhookDeliveryWithBody> {
  const row = await findDelivery(ctx.db.read, ctx, id)
  return { ...presentDelivery(row), body: row.body }
}

/** Newest first. */
export async function listAttempts(
  ctx: Context,
  id: string,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<WebhookAttempt>> {
  const delivery = await findDelivery(ctx.db.read, ctx, id)
  const page = pageOf(`webhook-attempts:${id}`, asked)
  const rows = await ctx.db.read
    .select()
    .from(attempts)
    .where(and(eq(attempts.deliveryId, delivery.id), page.after(attempts.createdAt, attempts.id)))
    .orderBy(...page.order(attempts.createdAt, attempts.id))
    .limit(page.fetch)
  return page.of(rows, presentAttempt)
}

/** Sends one again now, whatever became of it; the same id, the same bytes. */
export async function redeliver(ctx: Context, id: string): Promise<WebhookDelivery> {
  return ctx.db.transaction(async (tx) => {
    const found = await findDelivery(tx, ctx, id)
    const endpoint = await heldEndpoint(tx, ctx, found.endpointId)
    requireEnabled(endpoint)
    await heldQueue(tx, endpoint.id)
    const dueMs = ctx.now().getTime()
    const change = { dueMs, trigger: 'manual', status: 'pending', lane: 0, leasedBy: null, blocked: false } as const
    await tx.update(deliveries).set(change).where(eq(deliveries.id, found.id))
    // Who asks by hand wants to see it tried, also while the breaker is open.
    await tx.update(queues).set({ dueMs, openUntilMs: null }).where(eq(queues.endpointId, endpoint.id))
    return presentDelivery({ ...found, ...change })
  })
}

export interface Recovery {
  since: Date
  until?: Date | undefined
  types?: string[] | undefined
  status: 'failed' | 'all'
  dryRun: boolean
}

/** Sends a window again, behind whatever happens now. */
export async function recover(ctx: Context, endpointId: string, input: Recovery): Promise<{ count: number }> {
  return ctx.db.transaction(async (tx) => {
    const endpoint = await heldEndpoint(tx, ctx, endpointId)
    requireEnabled(endpoint)
    const wanted: (SQL | undefined)[] = [
      eq(deliveries.endpointId, endpoint.id),
      gte(deliveries.createdAt, input.since),
      input.until && lt(deliveries.createdAt, input.until),
      input.types && inArray(deliveries.eventType, expanded(input.types)),
      input.status === 'failed' ? eq(deliveries.status, 'failed') : inArray(deliveries.status, ['failed', 'succeeded']),
    ]
    const [found] = await tx
      .select({ n: count() })
      .from(deliveries)
      .where(and(...wanted))
    if (input.dryRun) return { count: found?.n ?? 0 }
    await heldQueue(tx, endpoint.id)
    const dueMs = ctx.now().getTime()
    await tx
      .update(deliveries)
      .set({ dueMs, trigger: 'recover', status: 'pending', lane: 1, leasedBy: null })
      .where(and(...wanted))
    await tx.update(queues).set({ dueMs, openUntilMs: null }).where(eq(queues.endpointId, endpoint.id))
    return { count: found?.n ?? 0 }
  })
}

/** The deliveries of an endpoint after a number, in order: what a reader that fell behind goes on from. */
export const deliveriesAfter = (db: Read, endpointId: string, seq: number, limit: number) =>
  db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.endpointId, endpointId), gt(deliveries.seq, seq)))
    .orderBy(asc(deliveries.seq))
    .limit(limit)

/** One delivery of this organization; a stranger's is a 404. */
export async function findDelivery(db: Read, ctx: Context, id: string): Promise<DeliveryRow> {
  requireAdmin(ctx, 'read the delivery log')
  const [row] = await db
    .select()
    .from(deliveries)
    .where(and(eq(deliveries.id, id), eq(deliveries.organizationId, ctx.organizationId)))
  if (!row) throw notFound('delivery', id)
  return row
}

export function requireEnabled(endpoint: typeof endpoints.$inferSelect): void {
  if (endpoint.enabled) return
  throw new AppError('conflict', 'This endpoint is switched off; enable it first, which also sends what was held.')
}

/** `booking.*` as the types of its family. */
const expanded = (patterns: readonly string[]): string[] =>
  webhookTypes.filter((type) => patterns.some((pattern) => matches(pattern, type)))

const fieldsOf = {
  id: deliveries.id,
  organizationId: deliveries.organizationId,
  endpointId: deliveries.endpointId,
  eventId: deliveries.eventId,
  eventType: deliveries.eventType,
  subjectId: deliveries.subjectId,
  seq: deliveries.seq,
  body: deliveries.body,
  status: deliveries.status,
  trigger: deliveries.trigger,
  lane: deliveries.lane,
  attempts: deliveries.attempts,
  dueMs: deliveries.dueMs,
  leasedBy: deliveries.leasedBy,
  blocked: deliveries.blocked,
  responseStatus: deliveries.responseStatus,
  errorCode: deliveries.errorCode,
  createdAt: deliveries.createdAt,
}
