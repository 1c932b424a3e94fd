import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Outcome } from './attempt.ts'
import { disable } from './disable.ts'
import {
  type AttemptRow,
  attempts,
  type DeliveryRow,
  deliveries,
  type EndpointRow,
  endpoints,
  queues,
} from './model.ts'
import { heldQueue, nextOf } from './queue.ts'
import { afterOutcome, delayAfter, patienceWith } from './schedule.ts'
import { warn } from './warn.ts'

/** One attempt that was made, and what came of it. */
export interface Tried {
  delivery: DeliveryRow
  url: string
  /** As they were sent, without secrets. */
  requestHeaders: Record<string, string>
  outcome: Outcome
  at: Date
}

/** Writes the attempts of one endpoint, what follows for their deliveries, and when to look again. */
export async function record(tx: Tx, ctx: Context, endpointId: string, tried: readonly Tried[]): Promise<void> {
  const nowMs = ctx.now().getTime()
  const queue = await heldQueue(tx, endpointId, 'wait')
  const [endpoint] = await tx.select().from(endpoints).where(eq(endpoints.id, endpointId))
  if (!queue || !endpoint) return
  const current = await rowsOf(tx, tried)
  let state = queue
  let isGone = false
  for (const one of tried) {
    const succeeded = one.outcome.errorCode === null
    if (one.outcome.errorCode === 'shutting_down') {
      await giveBack(tx, one.delivery, nowMs)
      continue
    }
    if (one.delivery.trigger !== 'test') state = afterOutcome(state, succeeded, nowMs)
    isGone ||= one.outcome.status === 410
    const row = current.get(one.delivery.id)
    if (row) await conclude(tx, ctx, endpoint, row, one, nowMs)
  }
  const patience = patienceWith(state.failingSinceMs, nowMs)
  const warned = state.failingSinceMs === null ? 0 : Math.max(state.warned, patience.warnings)
  if (endpoint.enabled && (isGone || patience.over)) {
    await disable(tx, ctx, endpoint, isGone ? 'gone' : 'failing')
  } else if (endpoint.enabled && warned > state.warned) {
    await warn(tx, ctx, endpoint, { kind: 'failing', since: new Date(state.failingSinceMs ?? nowMs) })
  }
  const next = await nextOf(tx, endpointId)
  const open = state.openUntilMs !== null && state.openUntilMs > nowMs ? state.openUntilMs : 0
  const { failures, windowMs, windowTotal, windowFailed, openUntilMs, opened, failingSinceMs } = state
  await tx
    .update(queues)
    .set({
      ...{ failures, windowMs, windowTotal, windowFailed, openUntilMs, opened, failingSinceMs, warned },
      dueMs: next === null ? null : Math.max(next, open, state.pacedMs ?? 0),
    })
    .where(eq(queues.endpointId, endpointId))
}

async function conclude(
  tx: Tx,
  ctx: Context,
  endpoint: EndpointRow,
  row: DeliveryRow,
  { delivery, url, requestHeaders, outcome, at }: Tried,
  nowMs: number,
): Promise<void> {
  const number = row.attempts + 1
  const succeeded = outcome.errorCode === null
  const wait = succeeded || delivery.trigger === 'test' ? null : delayAfter(number, spread(), outcome.retryAfterSeconds)
  const stopped = !endpoint.enabled || endpoint.deletedAt !== null || outcome.status === 410
  const dueMs = wait === null || stopped ? null : nowMs + wait
  const status = succeeded ? 'succeeded' : stopped && !endpoint.deletedAt && wait !== null ? 'held' : 'failed'
  // Somebody may have asked to send it again meanwhile: then that request stands.
  const asked = row.leasedBy !== delivery.leasedBy && row.dueMs !== null && !(succeeded && row.trigger === 'auto')
  await tx
    .update(deliveries)
    .set({
      status,
      attempts: number,
      trigger: asked ? row.trigger : 'auto',
      dueMs: asked ? row.dueMs : dueMs,
      leasedBy: null,
      responseStatus: outcome.status,
      errorCode: outcome.errorCode,
    })
    .where(eq(deliveries.id, row.id))
  const attempt: AttemptRow = {
    id: ctx.newId('wa'),
    organizationId: row.organizationId,
    deliveryId: row.id,
    endpointId: row.endpointId,
    number,
    trigger: delivery.trigger,
    url,
    requestHeaders,
    durationMs: Math.round(outcome.durationMs),
    timings: outcome.timings,
    remoteAddress: outcome.remoteAddress,
    responseStatus: outcome.status,
    responseHeaders: outcome.headers,
    responseBody: outcome.body,
    truncated: outcome.truncated,
    errorCode: outcome.errorCode,
    errorDetail: outcome.errorDetail,
    nextAttemptAt: dueMs === null ? null : new Date(dueMs),
    createdAt: at,
  }
  await tx.append(attempts, [attempt])
  if (endpoint.ordering === 'per_booking' && status !== 'held' && dueMs === null) await unblock(tx, row, nowMs)
}

/** An attempt that our own end cut short says nothing about the receiver. */
async function giveBack(tx: Tx, { id, leasedBy }: DeliveryRow, dueMs: number): Promise<void> {
  const mine = and(eq(deliveries.id, id), eq(deliveries.leasedBy, leasedBy ?? ''))
  await tx.update(deliveries).set({ dueMs, leasedBy: null }).where(mine)
}

/** Lets the next delivery of the same booking go. */
async function unblock(tx: Tx, { endpointId, subjectId }: DeliveryRow, nowMs: number): Promise<void> {
  const [next] = await tx
    .select({ id: deliveries.id, status: deliveries.status })
    .from(deliveries)
    .where(
      and(eq(deliveries.endpointId, endpointId), eq(deliveries.subjectId, subjectId), eq(deliveries.blocked, true)),
    )
    .orderBy(asc(deliveries.seq))
    .limit(1)
  if (!next) return
  await tx
    .update(deliveries)
    .set({ blocked: false, ...(next.status !== 'held' && { dueMs: nowMs }) })
    .where(eq(deliveries.id, next.id))
}

async function rowsOf(tx: Tx, tried: readonly Tried[]): Promise<Map<string, DeliveryRow>> {
  const ids = tried.map((one) => one.delivery.id)
  const rows = await tx.select().from(deliveries).where(inArray(deliveries.id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** Between -1 and 1: retries of many deliveries shall not come back as one wave. */
const spread = () => Math.random() * 2 - 1
