import { and, asc, eq, isNotNull, or, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { inList, listValue } from '../db/dialect.ts'
import type { Outcome } from './attempt.ts'
import { type DeliveryRow, deliveries, type EndpointRow } from './model.ts'
import { delayAfter } from './schedule.ts'

/** One attempt that was made, and what came of it. */
export interface Tried {
  delivery: DeliveryRow
  url: string
  /** As they were sent, without secrets. */
  requestHeaders: Record<string, string>
  outcome: Outcome
  at: Date
}

/** What an outcome means for its delivery: `dueMs` is the next attempt, null when there is none. */
export interface Conclusion {
  status: DeliveryRow['status']
  dueMs: number | null
}

/** `spread` in [-1, 1] keeps retries of many deliveries from coming back as one wave. */
export function conclusionOf(
  endpoint: EndpointRow,
  { delivery, outcome }: Pick<Tried, 'delivery' | 'outcome'>,
  nowMs: number,
  spread: number,
): Conclusion {
  if (outcome.errorCode === null) return { status: 'succeeded', dueMs: null }
  const isOnce = delivery.trigger === 'test' || endpoint.kind === 'listen'
  const wait = isOnce ? null : delayAfter(delivery.attempts + 1, spread, outcome.retryAfterSeconds)
  if (wait === null || endpoint.deletedAt) return { status: 'failed', dueMs: null }
  if (!endpoint.enabled || outcome.status === 410) return { status: 'held', dueMs: null }
  return { status: 'failed', dueMs: nowMs + wait }
}

/** Concludes what succeeded with the same status, in one statement; the ids of those whose claim still stood. */
export async function succeedAll(
  tx: Tx,
  group: readonly DeliveryRow[],
  responseStatus: number | null,
): Promise<Set<string>> {
  const values = {
    ids: listValue(group.map((row) => row.id)),
    claims: listValue(group.map((row) => `${row.leasedBy} ${row.id}`)),
    responseStatus,
  }
  const done = await tx.compiled('webhook-succeed', values, () =>
    tx
      .update(deliveries)
      .set({
        status: 'succeeded',
        attempts: sql`${deliveries.attempts} + 1`,
        trigger: 'auto',
        dueMs: null,
        leasedBy: null,
        responseStatus: sql`${sql.placeholder('responseStatus')}`,
        errorCode: null,
      })
      .where(and(inList(deliveries.id, 'ids'), inList(claimOf, 'claims')))
      .returning({ id: deliveries.id }),
  )
  return new Set(done.map((row) => row.id))
}

/** Concludes one that failed, if its claim still stands. */
export async function failOne(
  tx: Tx,
  { id, leasedBy }: DeliveryRow,
  outcome: Outcome,
  { status, dueMs }: Conclusion,
): Promise<boolean> {
  const done = await tx
    .update(deliveries)
    .set({
      ...{ status, dueMs, trigger: 'auto', leasedBy: null },
      attempts: sql`${deliveries.attempts} + 1`,
      responseStatus: outcome.status,
      errorCode: outcome.errorCode,
    })
    .where(and(eq(deliveries.id, id), eq(deliveries.leasedBy, leasedBy ?? '')))
    .returning({ id: deliveries.id })
  return done.length > 0
}

/**
 * Concludes one whose claim was overtaken: it was asked for again, held, deleted or claimed anew. A success still
 * counts, unless somebody wants to see it tried again; a failure is only logged. Null when there is no such delivery.
 */
export async function concludeLate(
  tx: Tx,
  endpoint: EndpointRow,
  tried: Tried,
  nowMs: number,
): Promise<(Conclusion & { number: number }) | null> {
  const [row] = await tx.select().from(deliveries).where(eq(deliveries.id, tried.delivery.id))
  if (!row) return null
  const { outcome } = tried
  const isWanted = row.dueMs !== null && row.trigger !== 'auto'
  const isOwn = row.leasedBy === tried.delivery.leasedBy
  const settled = isOwn || (outcome.errorCode === null && !isWanted)
  const after = settled
    ? { ...conclusionOf(endpoint, tried, nowMs, 0), trigger: 'auto' as const, leasedBy: null }
    : { status: row.status, dueMs: row.dueMs }
  const isLast = settled || row.status !== 'succeeded'
  await tx
    .update(deliveries)
    .set({
      ...after,
      attempts: row.attempts + 1,
      ...(isLast && { responseStatus: outcome.status, errorCode: outcome.errorCode }),
    })
    .where(eq(deliveries.id, row.id))
  return { status: after.status, dueMs: after.dueMs, number: row.attempts + 1 }
}

/** An attempt that our own end cut short says nothing about the receiver. */
export async function giveBack(tx: Tx, { id, leasedBy }: DeliveryRow, dueMs: number): Promise<void> {
  const mine = and(eq(deliveries.id, id), eq(deliveries.leasedBy, leasedBy ?? ''), isNotNull(deliveries.dueMs))
  await tx.update(deliveries).set({ dueMs, leasedBy: null }).where(mine)
}

/** Lets the next delivery of the same booking go, once nothing before it waits. */
export async function unblock(
  tx: Tx,
  { endpointId, subjectId }: Pick<DeliveryRow, 'endpointId' | 'subjectId'>,
  nowMs: number,
): Promise<void> {
  const [next] = await tx
    .select({ id: deliveries.id, status: deliveries.status, blocked: deliveries.blocked })
    .from(deliveries)
    .where(and(eq(deliveries.endpointId, endpointId), eq(deliveries.subjectId, subjectId), unfinished))
    .orderBy(asc(deliveries.seq))
    .limit(1)
  if (!next?.blocked) return
  await tx
    .update(deliveries)
    .set({ blocked: false, ...(next.status !== 'held' && { dueMs: nowMs }) })
    .where(eq(deliveries.id, next.id))
}

/** Neither delivered nor given up. */
export const unfinished = or(eq(deliveries.blocked, true), eq(deliveries.status, 'held'), isNotNull(deliveries.dueMs))

const claimOf = sql`${deliveries.leasedBy} || ' ' || ${deliveries.id}`
