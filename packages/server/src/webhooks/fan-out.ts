import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import type { Fact } from '../events/service.ts'
import { isWebhookType, matches, type WebhookType } from './catalogue.ts'
import { type Announcement, bodyOf } from './envelope.ts'
import { wants, wantsOf } from './filter.ts'
import { type DeliveryRow, deliveries, type EndpointRow, endpoints, queues, type Trigger } from './model.ts'
import { unfinished } from './outcomes.ts'

/** Writes a delivery for every endpoint that wants the event, in the event's own transaction. */
export async function fanOut(tx: Tx, ctx: Context, fact: Fact): Promise<void> {
  if (!isWebhookType(fact.type)) return
  for (const endpoint of await endpointsOf(tx, fact.organizationId)) {
    // Whoever was switched off is not told so: only the others are.
    if (endpoint.id === fact.subjectId) continue
    if (!endpoint.eventTypes.some((pattern) => matches(pattern, fact.type))) continue
    if (await wants(tx, endpoint, fact)) await deliver(tx, ctx, endpoint, fact, 'auto')
  }
}

/** Whether anybody is sent events of a type, when they are about an event type. */
export async function receives(
  tx: Tx,
  organizationId: string,
  type: WebhookType,
  eventTypeId: string,
): Promise<boolean> {
  for (const endpoint of await endpointsOf(tx, organizationId)) {
    if (!endpoint.enabled || !endpoint.eventTypes.some((pattern) => matches(pattern, type))) continue
    if (await wantsOf(tx, endpoint, eventTypeId)) return true
  }
  return false
}

/** Freezes one event for one endpoint; it is sent if, and only if, the transaction commits. */
export async function deliver(
  tx: Tx,
  ctx: Pick<Context, 'newId' | 'now'>,
  endpoint: EndpointRow,
  fact: Announcement,
  trigger: Trigger,
): Promise<DeliveryRow> {
  const nowMs = ctx.now().getTime()
  const pushed = endpoint.kind === 'url' && endpoint.enabled
  const seq = await nextSeq(tx, endpoint.id, pushed ? nowMs : null)
  const blocked = endpoint.ordering === 'per_booking' && (await hasEarlier(tx, endpoint.id, fact.subjectId))
  const row: DeliveryRow = {
    ...deliveryOf(ctx, endpoint, fact, seq),
    trigger,
    dueMs: pushed && !blocked ? nowMs : null,
    blocked,
  }
  await tx.append(deliveries, [row])
  return row
}

/** A delivery that nobody posts, as it is written. */
export const deliveryOf = (
  ctx: Pick<Context, 'newId' | 'now'>,
  endpoint: EndpointRow,
  fact: Announcement,
  seq: number,
): DeliveryRow => ({
  id: ctx.newId('wd'),
  organizationId: fact.organizationId,
  endpointId: endpoint.id,
  eventId: fact.id,
  eventType: fact.type,
  subjectId: fact.subjectId,
  seq,
  body: bodyOf(fact, seq, endpoint.apiVersion),
  status: endpoint.enabled ? 'pending' : 'held',
  trigger: 'auto',
  lane: 0,
  attempts: 0,
  dueMs: null,
  leasedBy: null,
  blocked: false,
  responseStatus: null,
  errorCode: null,
  createdAt: ctx.now(),
})

/** The endpoints of an organization; what is configured changes seldom, so it stays in memory on SQLite. */
const endpointsOf = (db: Read, organizationId: string): Promise<EndpointRow[]> =>
  db.memo([endpoints], `webhook-endpoints:${organizationId}`, () =>
    db
      .select()
      .from(endpoints)
      .where(and(eq(endpoints.organizationId, organizationId), isNull(endpoints.deletedAt)))
      .orderBy(endpoints.id),
  )

/** Numbers have no gap: the queue's row is held until the commit. `dueMs` also says that there is something to do. */
async function nextSeq(tx: Tx, endpointId: string, dueMs: number | null): Promise<number> {
  const [row] = await tx.compiled(dueMs === null ? 'webhook-seq' : 'webhook-seq-due', { endpointId, dueMs }, () =>
    tx
      .update(queues)
      .set({
        seq: sql`${queues.seq} + 1`,
        ...(dueMs !== null && {
          // While the breaker is open nobody needs to look before it closes.
          dueMs: sql`case when ${queues.dueMs} <= ${sql.placeholder('dueMs')} then ${queues.dueMs}
            when ${queues.openUntilMs} > ${sql.placeholder('dueMs')} then ${queues.openUntilMs}
            else ${sql.placeholder('dueMs')} end`,
        }),
      })
      .where(eq(queues.endpointId, sql.placeholder('endpointId')))
      .returning(),
  )
  if (!row) throw new Error(`The webhook endpoint ${endpointId} has no queue.`)
  return row.seq
}

/** True while an earlier delivery about the same thing is neither delivered nor given up. */
async function hasEarlier(tx: Tx, endpointId: string, subjectId: string): Promise<boolean> {
  const [found] = await tx.compiled('webhook-earlier', { endpointId, subjectId }, () =>
    tx
      .select({ id: deliveries.id })
      .from(deliveries)
      .where(
        and(
          eq(deliveries.endpointId, sql.placeholder('endpointId')),
          eq(deliveries.subjectId, sql.placeholder('subjectId')),
          unfinished,
        ),
      )
      .limit(1),
  )
  return found !== undefined
}
