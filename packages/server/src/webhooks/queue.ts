import { and, asc, eq, inArray, isNotNull, lte, min, or, sql } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Services } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { outsideSandboxes } from '../sandboxes/clock.ts'
import { deliveries, type QueueRow, queues } from './model.ts'

/** Which endpoints somebody should look at, the longest waiting first. */
export async function dueEndpoints(
  { db: { read: db }, now, clock }: Pick<Services, 'db' | 'now' | 'clock'>,
  limit: number,
): Promise<string[]> {
  const rows = await db.compiled('webhook-due', { clock, nowMs: now().getTime(), limit }, () =>
    db
      .select({ id: queues.endpointId })
      .from(queues)
      .where(and(eq(queues.clock, sql.placeholder('clock')), lte(queues.dueMs, sql.placeholder('nowMs'))))
      .orderBy(asc(queues.dueMs))
      .limit(sql.placeholder('limit')),
  )
  return rows.map((row) => row.id)
}

/** The next moment at which anything is due by this clock; null when nothing waits. */
export async function nextDue({ db: { read: db }, clock }: Pick<Services, 'db' | 'clock'>): Promise<number | null> {
  const [row] = await db.compiled('webhook-next', { clock }, () =>
    db
      .select({ at: min(queues.dueMs) })
      .from(queues)
      .where(and(eq(queues.clock, sql.placeholder('clock')), isNotNull(queues.dueMs))),
  )
  return row?.at == null ? null : Number(row.at)
}

/** The queue's row, held until the commit; null when another process holds it, which will look itself. */
export async function heldQueue(
  tx: Tx,
  endpointId: string,
  whenHeld: 'skip' | 'wait' = 'wait',
): Promise<QueueRow | null> {
  if (dialect === 'postgres') {
    const row = tx.select().from(queues).where(eq(queues.endpointId, endpointId))
    const [held] = await (whenHeld === 'skip' ? row.for('update', { skipLocked: true }) : row.for('update'))
    return held ?? null
  }
  const [row] = await tx.compiled('webhook-queue', { endpointId }, () =>
    tx
      .select()
      .from(queues)
      .where(eq(queues.endpointId, sql.placeholder('endpointId'))),
  )
  return row ?? null
}

/**
 * Writes a held queue back, and when to look at it next: at once where more may be due, else at the next due delivery,
 * but not before `notBefore`.
 */
export async function saveQueue(
  tx: Tx,
  queue: QueueRow,
  { notBefore, moreAt }: { notBefore: number; moreAt: number | null },
): Promise<void> {
  const next = moreAt ?? (await nextOf(tx, queue.endpointId))
  const { seq: _, ...moving } = queue
  const values = { ...moving, dueMs: next === null ? null : Math.max(next, notBefore, queue.openUntilMs ?? 0) }
  await tx.compiled('webhook-queue-save', values, () => {
    const value = (name: keyof typeof values) => sql`${sql.placeholder(name)}`
    return tx
      .update(queues)
      .set({
        dueMs: value('dueMs'),
        pacedMs: value('pacedMs'),
        failures: value('failures'),
        windowMs: value('windowMs'),
        windowTotal: value('windowTotal'),
        windowFailed: value('windowFailed'),
        openUntilMs: value('openUntilMs'),
        opened: value('opened'),
        failingSinceMs: value('failingSinceMs'),
        warned: value('warned'),
      })
      .where(eq(queues.endpointId, sql.placeholder('endpointId')))
  })
}

/** Makes the claims of a dead process due, where no other process can hold them (see jobs). */
export async function takeBackDeliveries({ db, now, clock }: Pick<Services, 'db' | 'now' | 'clock'>): Promise<void> {
  if (dialect === 'postgres') return
  const nowMs = now().getTime()
  await db.transaction(async (tx) => {
    const mine = tx.select({ id: queues.endpointId }).from(queues).where(eq(queues.clock, clock))
    const freed = await tx
      .update(deliveries)
      .set({ leasedBy: null, dueMs: nowMs })
      .where(and(isNotNull(deliveries.leasedBy), isNotNull(deliveries.dueMs), inArray(deliveries.endpointId, mine)))
      .returning({ endpointId: deliveries.endpointId })
    for (const id of new Set(freed.map((row) => row.endpointId))) await lookAgain(tx, id, nowMs)
  })
}

export async function lookAgain(tx: Tx, endpointId: string, dueMs: number | null): Promise<void> {
  await tx.update(queues).set({ dueMs }).where(eq(queues.endpointId, endpointId))
}

/** When the next delivery of an endpoint is due, whichever lane it is in. */
async function nextOf(tx: Tx, endpointId: string): Promise<number | null> {
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

/** For the operator: what is due by the server's clock, for how long, and what the breakers say. */
export async function readBacklog(
  db: Read,
  nowMs: number,
): Promise<{ pending: number; oldestDueMs: number; open: number; failing: number }> {
  const [backlog] = await db
    .select({ n: sql<number>`count(*)` })
    .from(deliveries)
    .where(and(isNotNull(deliveries.dueMs), outsideSandboxes(deliveries.organizationId)))
  const [stuck] = await db
    .select({ at: min(queues.dueMs) })
    .from(queues)
    .where(and(eq(queues.clock, ''), isNotNull(queues.dueMs)))
  const [breakers] = await db
    .select({
      open: sql<number>`sum(case when ${queues.openUntilMs} > ${nowMs} then 1 else 0 end)`,
      failing: sql<number>`count(*)`,
    })
    .from(queues)
    .where(and(eq(queues.clock, ''), or(isNotNull(queues.failingSinceMs), isNotNull(queues.openUntilMs))))
  return {
    pending: Number(backlog?.n ?? 0),
    oldestDueMs: stuck?.at == null ? 0 : Math.max(0, nowMs - Number(stuck.at)),
    open: Number(breakers?.open ?? 0),
    failing: Number(breakers?.failing ?? 0),
  }
}
