import { eq } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { holdLog } from '../events/service.ts'
import { type Asked, claim } from './claim.ts'
import { disable } from './disable.ts'
import {
  type AttemptRow,
  attempts,
  type DeliveryRow,
  type EndpointRow,
  endpoints,
  type QueueRow,
  queues,
} from './model.ts'
import {
  type Conclusion,
  concludeLate,
  conclusionOf,
  failOne,
  giveBack,
  succeedAll,
  type Tried,
  unblock,
} from './outcomes.ts'
import { heldQueue, saveQueue } from './queue.ts'
import { afterOutcome, patienceWith } from './schedule.ts'
import { warn } from './warn.ts'

/** What may be sent now, and whether the end of an attempt must be waited for before more may. */
export interface Turn {
  endpoint: EndpointRow
  deliveries: DeliveryRow[]
  isFull: boolean
}

/**
 * Writes what was tried at one endpoint and claims what may be sent next, holding its queue once for both. Null when
 * there was nothing to write and another process has its turn.
 */
export async function takeTurn(
  tx: Tx,
  ctx: Context,
  endpointId: string,
  tried: readonly Tried[],
  asked: Asked,
): Promise<Turn | null> {
  const nowMs = ctx.now().getTime()
  await holdWhatEnds(tx, endpointId, tried, nowMs)
  const queue = await heldQueue(tx, endpointId, tried.length > 0 ? 'wait' : 'skip')
  if (!queue) return null
  const [endpoint] = await tx.memo([endpoints], `webhook-endpoint:${endpointId}`, () => endpointOf(tx, endpointId))
  if (!endpoint) return null
  const inside = { ...ctx, organizationId: endpoint.organizationId }
  const after = tried.length === 0 ? { endpoint, queue } : await note(tx, inside, endpoint, queue, tried)
  const claimed = await claim(tx, after.endpoint, after.queue, asked, nowMs)
  await saveQueue(tx, claimed.queue, claimed)
  return { endpoint: after.endpoint, deliveries: claimed.deliveries, isFull: claimed.isFull }
}

/** The log of attempts, the deliveries, the breaker, and the end of our patience. */
async function note(
  tx: Tx,
  ctx: Context,
  endpoint: EndpointRow,
  queue: QueueRow,
  tried: readonly Tried[],
): Promise<{ endpoint: EndpointRow; queue: QueueRow }> {
  const nowMs = ctx.now().getTime()
  const [cutShort, made] = partition(tried, (one) => one.outcome.errorCode === 'shutting_down')
  for (const { delivery } of cutShort) await giveBack(tx, delivery, nowMs)
  await conclude(tx, ctx, endpoint, made, nowMs)
  const state = made
    .filter((one) => one.delivery.trigger !== 'test')
    .reduce((before, one) => afterOutcome(before, one.outcome.errorCode === null, nowMs), queue)
  const patience = patienceWith(state.failingSinceMs, nowMs)
  const warned = state.failingSinceMs === null ? 0 : Math.max(state.warned, patience.warnings)
  const isGone = made.some(saysGone)
  const after = { endpoint, queue: { ...state, warned } }
  if (!endpoint.enabled) return after
  if (isGone || patience.over) {
    return { ...after, endpoint: await disable(tx, ctx, endpoint, isGone ? 'gone' : 'failing') }
  }
  if (warned > state.warned) {
    await warn(tx, ctx, endpoint, { kind: 'failing', since: new Date(state.failingSinceMs ?? nowMs) })
  }
  return after
}

async function conclude(
  tx: Tx,
  ctx: Context,
  endpoint: EndpointRow,
  made: readonly Tried[],
  nowMs: number,
): Promise<void> {
  const [well, badly] = partition(made, (one) => one.outcome.errorCode === null)
  const late: Tried[] = []
  const written: AttemptRow[] = []
  const done = new Map<string, DeliveryRow>()
  const write = (one: Tried, { status, dueMs, number }: Conclusion & { number: number }) => {
    written.push(attemptOf(ctx, one, number, dueMs))
    if (dueMs === null && status !== 'held') done.set(one.delivery.subjectId, one.delivery)
  }
  for (const [status, group] of Map.groupBy(well, (one) => one.outcome.status)) {
    const rows = group.map((one) => one.delivery)
    const ids = await succeedAll(tx, rows, status)
    for (const one of group) {
      if (!ids.has(one.delivery.id)) late.push(one)
      else write(one, { status: 'succeeded', dueMs: null, number: one.delivery.attempts + 1 })
    }
  }
  for (const one of badly) {
    const conclusion = conclusionOf(endpoint, one, nowMs, Math.random() * 2 - 1)
    if (await failOne(tx, one.delivery, one.outcome, conclusion)) {
      write(one, { ...conclusion, number: one.delivery.attempts + 1 })
    } else late.push(one)
  }
  for (const one of late) {
    const conclusion = await concludeLate(tx, endpoint, one, nowMs)
    if (conclusion) write(one, conclusion)
  }
  await tx.append(attempts, written)
  if (endpoint.ordering !== 'per_booking') return
  for (const delivery of done.values()) await unblock(tx, delivery, nowMs)
}

/**
 * Whoever switches an endpoint off holds it and then the log before its queue, like everybody who changes it; this
 * guesses from what is known without any lock, and errs on the side of holding.
 */
async function holdWhatEnds(tx: Tx, endpointId: string, tried: readonly Tried[], nowMs: number): Promise<void> {
  if (dialect === 'sqlite') return
  const failed = tried.find((one) => one.outcome.errorCode !== null)
  if (!failed) return
  const [queue] = await tx.select().from(queues).where(eq(queues.endpointId, endpointId))
  const mayEnd = tried.some(saysGone) || patienceWith(queue?.failingSinceMs ?? null, nowMs).over
  if (!mayEnd) return
  await lockRows(tx, 'webhook_endpoints', [endpointId])
  await holdLog(tx, failed.delivery.organizationId)
}

function attemptOf(
  ctx: Context,
  { delivery, url, requestHeaders, outcome, at }: Tried,
  number: number,
  dueMs: number | null,
): AttemptRow {
  return {
    id: ctx.newId('wa'),
    organizationId: delivery.organizationId,
    deliveryId: delivery.id,
    endpointId: delivery.endpointId,
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
}

const endpointOf = (tx: Tx, id: string) => tx.select().from(endpoints).where(eq(endpoints.id, id))

const saysGone = (one: Tried) => one.outcome.status === 410

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): [T[], T[]] {
  const groups = Map.groupBy(all, isFirst)
  return [groups.get(true) ?? [], groups.get(false) ?? []]
}
