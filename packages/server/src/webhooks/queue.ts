import { and, asc, eq, inArray, isNotNull, lte, min, or, sql } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Services } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { type DeliveryRow, deliveries, endpoints, type QueueRow, queues } from './model.ts'

/** A claim that nobody finished is free again after this: longer than an attempt may take, with its turn in line. */
export const leaseMs = 60_000

/** Which endpoints somebody should look at, the longest waiting first. */
export async function dueEndpoints(db: Read, nowMs: number, limit: number): Promise<string[]> {
  const rows = await db.compiled('webhook-due', { nowMs, limit }, () =>
    db
      .select({ id: queues.endpointId })
      .from(queues)
      .where(lte(queues.dueMs, sql.placeholder('nowMs')))
      .orderBy(asc(queues.dueMs))
      .limit(sql.placeholder('limit')),
  )
  return rows.map((row) => row.id)
}

/** The next moment at which anything is due; null when nothing waits. */
export async function nextDue(db: Read): Promise<number | null> {
  const [row] = await db.compiled('webhook-next', {}, () =>
    db
      .select({ at: min(queues.dueMs) })
      .from(queues)
      .where(isNotNull(queues.dueMs)),
  )
  return row?.at == null ? null : Number(row.at)
}

/** Takes up to `room` deliveries of one endpoint that may be sent now, and says when to look again. */
export async function claim(
  tx: Tx,
  endpointId: string,
  asked: { nowMs: number; room: number; claimant: string },
): Promise<DeliveryRow[]> {
  const { nowMs, claimant } = asked
  const queue = await heldQueue(tx, endpointId)
  if (!queue) return []
  const [endpoint] = await tx.memo([endpoints], `webhook-endpoint:${endpointId}`, () =>
    tx.select().from(endpoints).where(eq(endpoints.id, endpointId)),
  )
  if (!endpoint?.enabled || endpoint.deletedAt || endpoint.kind !== 'url') {
    await lookAgain(tx, endpointId, null)
    return []
  }
  if (queue.openUntilMs !== null && queue.openUntilMs > nowMs) {
    await lookAgain(tx, endpointId, queue.openUntilMs)
    return []
  }
  // Half-open: one probe tells whether the others may follow.
  const wanted = queue.openUntilMs !== null ? 1 : queue.failures > 0 ? Math.min(asked.room, 2) : asked.room
  const paced = pace(queue.pacedMs, endpoint.maxPerSecond, wanted, nowMs)
  const rows = paced.count === 0 ? [] : await take(tx, endpointId, { nowMs, claimant, count: paced.count })
  const used = rows.length < paced.count ? pace(queue.pacedMs, endpoint.maxPerSecond, rows.length, nowMs) : paced
  const next = await nextOf(tx, endpointId)
  const notBefore = Math.max(
    used.freeMs ?? 0,
    // The probe's outcome decides when the next may go.
    queue.openUntilMs !== null && rows.length > 0 ? nowMs + leaseMs : 0,
  )
  await tx
    .update(queues)
    .set({ pacedMs: used.pacedMs, dueMs: next === null ? null : Math.max(next, notBefore) })
    .where(eq(queues.endpointId, endpointId))
  return rows
}

/** Makes the claims of a dead process due, where no other process can hold them (see jobs). */
export async function takeBackDeliveries({ db, now }: Pick<Services, 'db' | 'now'>): Promise<void> {
  if (dialect === 'postgres') return
  const nowMs = now().getTime()
  await db.transaction(async (tx) => {
    const freed = await tx
      .update(deliveries)
      .set({ leasedBy: null, dueMs: nowMs })
      .where(and(isNotNull(deliveries.leasedBy), isNotNull(deliveries.dueMs)))
      .returning({ endpointId: deliveries.endpointId })
    for (const id of new Set(freed.map((row) => row.endpointId))) await lookAgain(tx, id, nowMs)
  })
}

/** When the next delivery of an endpoint is due, whichever lane it is in. */
export async function nextOf(tx: Tx, endpointId: string): Promise<number | null> {
  const dues: number[] = []
  for (const lane of [0, 1]) {
    const [row] = await tx.compiled('webhook-next-of', { endpointId, lane }, () =>
      tx
        .select({ at: min(deliveries.dueMs) })
        .from(deliveries)
        .where(
          and(
            eq(deliveries.endpointId, sql.placeholder('endpointId')),
            eq(deliveries.lane, sql.placeholder('lane')),
            isNotNull(deliveries.dueMs),
          ),
        ),
    )
    if (row?.at != null) dues.push(Number(row.at))
  }
  return dues.length === 0 ? null : Math.min(...dues)
}

export async function lookAgain(tx: Tx, endpointId: string, dueMs: number | null): Promise<void> {
  await tx.update(queues).set({ dueMs }).where(eq(queues.endpointId, endpointId))
}

/** The queue's row, held until the commit; null when another process holds it, which will look itself. */
export async function heldQueue(
  tx: Tx,
  endpointId: string,
  whenHeld: 'skip' | 'wait' = 'skip',
): Promise<QueueRow | null> {
  if (dialect === 'postgres') {
    const locked: unknown = await tx.execute(
      sql`select endpoint_id from webhook_queues where endpoint_id = ${endpointId} for update ${sql.raw(whenHeld === 'skip' ? 'skip locked' : '')}`,
    )
    if (isEmpty(locked)) return null
  }
  const [row] = await tx.compiled('webhook-queue', { endpointId }, () =>
    tx
      .select()
      .from(queues)
      .where(eq(queues.endpointId, sql.placeholder('endpointId'))),
  )
  return row ?? null
}

const isEmpty = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'rows' in answer &&
  Array.isArray(answer.rows) &&
  answer.rows.length === 0

/** Live deliveries first; recovered ones fill what room is left. */
async function take(
  tx: Tx,
  endpointId: string,
  { nowMs, claimant, count }: { nowMs: number; claimant: string; count: number },
): Promise<DeliveryRow[]> {
  const taken: DeliveryRow[] = []
  for (const lane of [0, 1]) {
    if (taken.length >= count) break
    const found = await tx.compiled('webhook-take', { endpointId, lane, nowMs, count: count - taken.length }, () =>
      tx
        .select()
        .from(deliveries)
        .where(
          and(
            eq(deliveries.endpointId, sql.placeholder('endpointId')),
            eq(deliveries.lane, sql.placeholder('lane')),
            isNotNull(deliveries.dueMs),
            lte(deliveries.dueMs, sql.placeholder('nowMs')),
          ),
        )
        .orderBy(asc(deliveries.dueMs))
        .limit(sql.placeholder('count')),
    )
    taken.push(...found)
  }
  if (taken.length === 0) return []
  await tx
    .update(deliveries)
    .set({ leasedBy: claimant, dueMs: nowMs + leaseMs })
    .where(
      inArray(
        deliveries.id,
        taken.map((row) => row.id),
      ),
    )
  return taken.map((row) => ({ ...row, leasedBy: claimant })).sort((a, b) => a.seq - b.seq)
}

/** How many of `wanted` may go now at so many a second, with a burst of one second; and when the next may. */
export function pace(
  pacedMs: number | null,
  perSecond: number | null,
  wanted: number,
  nowMs: number,
): { count: number; pacedMs: number | null; freeMs: number | null } {
  if (perSecond === null) return { count: wanted, pacedMs: null, freeMs: null }
  const each = 1000 / perSecond
  const from = Math.max(pacedMs ?? 0, nowMs - 1000)
  const count = Math.min(wanted, Math.floor((nowMs - from) / each + 1e-6))
  const next = from + count * each
  return { count, pacedMs: Math.ceil(next), freeMs: Math.ceil(next + each) }
}

/** For the operator: what is due, for how long, and what the breakers say. */
export async function readBacklog(
  db: Read,
  nowMs: number,
): Promise<{ pending: number; oldestDueMs: number; open: number; failing: number }> {
  const [backlog] = await db
    .select({ n: sql<number>`count(*)`, oldest: min(deliveries.dueMs) })
    .from(deliveries)
    .where(isNotNull(deliveries.dueMs))
  const [stuck] = await db
    .select({ at: min(queues.dueMs) })
    .from(queues)
    .where(isNotNull(queues.dueMs))
  const [breakers] = await db
    .select({
      open: sql<number>`sum(case when ${queues.openUntilMs} > ${nowMs} then 1 else 0 end)`,
      failing: sql<number>`count(*)`,
    })
    .from(queues)
    .where(or(isNotNull(queues.failingSinceMs), isNotNull(queues.openUntilMs)))
  return {
    pending: Number(backlog?.n ?? 0),
    oldestDueMs: stuck?.at == null ? 0 : Math.max(0, nowMs - Number(stuck.at)),
    open: Number(breakers?.open ?? 0),
    failing: Number(breakers?.failing ?? 0),
  }
}
