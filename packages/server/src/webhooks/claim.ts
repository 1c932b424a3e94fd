import { and, asc, eq, isNotNull, lte, sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { inList, listValue } from '../db/dialect.ts'
import { type DeliveryRow, deliveries, type EndpointRow, type QueueRow } from './model.ts'

/** A claim that nobody finished is free again after this: longer than an attempt may take, with its turn in line. */
export const leaseMs = 60_000
/** So many at once may go to an endpoint whose last attempt failed. */
const carefully = 2

export interface Asked {
  /** How many more the asking process may send to this endpoint. */
  room: number
  /** How many it is sending there already. */
  busy: number
  /** Names this claim and no other, so that what comes late is known for what it is. */
  token: string
}

export interface Claimed {
  deliveries: DeliveryRow[]
  queue: QueueRow
  /** Nobody needs to look before. */
  notBefore: number
  /** Now, where all that was asked for was there: whoever asks next finds out. Null where the rest is known to wait. */
  moreAt: number | null
  /** More is due than a failing endpoint gets at once: the end of an attempt decides. */
  isFull: boolean
}

/** Takes the deliveries of one endpoint that may be sent now; the queue is held, and the caller's to write back. */
export async function claim(
  tx: Tx,
  endpoint: EndpointRow,
  queue: QueueRow,
  { room, busy, token }: Asked,
  nowMs: number,
): Promise<Claimed> {
  const nothing: Claimed = { deliveries: [], queue, notBefore: 0, moreAt: null, isFull: false }
  if (!endpoint.enabled || endpoint.deletedAt || endpoint.kind !== 'url') return nothing
  if (queue.openUntilMs !== null && queue.openUntilMs > nowMs) return nothing
  // Half-open: one probe tells whether the others may follow.
  const isHalfOpen = queue.openUntilMs !== null
  const most = isHalfOpen ? 1 : queue.failures > 0 ? carefully : Number.POSITIVE_INFINITY
  const wanted = Math.max(0, Math.min(room, most - busy))
  const { count } = pace(queue.pacedMs, endpoint.maxPerSecond, wanted, nowMs)
  const taken = count === 0 ? [] : await take(tx, endpoint.id, { nowMs, token, count })
  const used = pace(queue.pacedMs, endpoint.maxPerSecond, taken.length, nowMs)
  const isFull = busy + taken.length >= most
  return {
    deliveries: taken,
    queue: { ...queue, pacedMs: used.pacedMs },
    notBefore: Math.max(used.freeMs ?? 0, isHalfOpen && isFull ? nowMs + leaseMs : 0),
    moreAt: room > 0 && taken.length === room ? nowMs : null,
    isFull,
  }
}

/** Live deliveries first; recovered ones fill what room is left. */
async function take(
  tx: Tx,
  endpointId: string,
  { nowMs, token, count }: { nowMs: number; token: string; count: number },
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
        .orderBy(asc(deliveries.dueMs), asc(deliveries.seq))
        .limit(sql.placeholder('count')),
    )
    taken.push(...found)
  }
  if (taken.length === 0) return []
  const ids = listValue(taken.map((row) => row.id))
  const dueMs = nowMs + leaseMs
  await tx.compiled('webhook-lease', { ids, token, dueMs }, () =>
    tx
      .update(deliveries)
      .set({ leasedBy: sql`${sql.placeholder('token')}`, dueMs: sql`${sql.placeholder('dueMs')}` })
      .where(inList(deliveries.id, 'ids')),
  )
  return taken.map((row) => ({ ...row, leasedBy: token, dueMs })).sort((a, b) => a.seq - b.seq)
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
