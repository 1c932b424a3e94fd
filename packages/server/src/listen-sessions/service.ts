import { and, eq, isNull, lte } from 'drizzle-orm'
import type { Context, Services } from '../context.ts'
import type { Read } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { notFound } from '../errors.ts'
import { emit } from '../events/service.ts'
import { requireAdmin } from '../permissions.ts'
import { requireFeature } from '../plans/plans.ts'
import {
  type AttemptRow,
  attempts,
  type DeliveryRow,
  deliveries,
  type EndpointRow,
  endpoints,
} from '../webhooks/model.ts'
import { insertEndpoint, retire } from '../webhooks/service.ts'
import { newSecret } from '../webhooks/sign.ts'
import type { ListenResult, ListenSession, NewListenSession } from './model.ts'
import { replay } from './replay.ts'

const what = 'listen to events'
const idleMs = 86_400_000
const keptBody = 16_384

/** An endpoint that a program reads instead of being posted to: for a machine that nobody can reach. */
export async function createListenSession(ctx: Context, input: NewListenSession): Promise<ListenSession> {
  requireAdmin(ctx, what)
  requireFeature(ctx.plan, 'webhooks')
  return ctx.db.transaction(async (tx) => {
    const secret = newSecret()
    const row = await insertEndpoint(tx, ctx, { ...settings, eventTypes: input.eventTypes, secret })
    const shown = present(row)
    // Whoever writes an event after this waits for the commit and finds the session; what came before is replayed.
    await emit(tx, ctx, 'listen_session.created', row.id, shown)
    if (input.since) await replay(tx, ctx, row, input.since)
    return { ...shown, secret }
  })
}

/** Ends a session; what it was sent stays in the log. */
export async function endListenSession(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockRows(tx, 'webhook_endpoints', [id])
    const row = await findSession(tx, ctx, id)
    await emit(tx, ctx, 'listen_session.ended', row.id, present(row))
    await retire(tx, ctx, row.id)
  })
}

/** Writes what became of a delivery on the machine that listens into the log, as an attempt like the others. */
export async function reportResult(ctx: Context, id: string, result: ListenResult): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const session = await findSession(tx, ctx, id)
    await lockRows(tx, 'webhook_deliveries', [result.deliveryId])
    const [row] = await tx
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.id, result.deliveryId), eq(deliveries.endpointId, session.id)))
    if (!row) throw notFound('delivery', result.deliveryId)
    const attempt = attemptOf(ctx, row, result)
    const succeeded = attempt.errorCode === null
    await tx
      .update(deliveries)
      .set({
        status: succeeded ? 'succeeded' : 'failed',
        attempts: attempt.number,
        responseStatus: attempt.responseStatus,
        errorCode: attempt.errorCode,
      })
      .where(eq(deliveries.id, row.id))
    await tx.append(attempts, [attempt])
  })
}

/** Ends sessions that nobody was connected to for a day. */
export async function pruneListenSessions({ db, now }: Services): Promise<void> {
  await db.transaction(async (tx) => {
    const idle = await tx
      .select({ id: endpoints.id })
      .from(endpoints)
      .where(
        and(
          eq(endpoints.kind, 'listen'),
          isNull(endpoints.deletedAt),
          lte(endpoints.seenAt, new Date(now().getTime() - idleMs)),
        ),
      )
      .limit(100)
    for (const { id } of idle) await retire(tx, { now }, id)
  })
}

/** One session of this organization that has not ended. */
export async function findSession(db: Read, ctx: Context, id: string): Promise<EndpointRow> {
  requireAdmin(ctx, what)
  const [row] = await db.memo([endpoints], `listen-session:${id}`, () =>
    db
      .select()
      .from(endpoints)
      .where(and(eq(endpoints.id, id), eq(endpoints.kind, 'listen'), isNull(endpoints.deletedAt))),
  )
  if (!row || row.organizationId !== ctx.organizationId || expiryOf(row) <= ctx.serverNow())
    throw notFound('listen session', id)
  return row
}

const settings = {
  kind: 'listen',
  url: 'letsmeet:listen',
  ordering: 'none',
  asymmetric: false,
  enabled: true,
} as const

const present = (row: EndpointRow): Omit<ListenSession, 'secret'> => ({
  id: row.id,
  eventTypes: row.eventTypes,
  expiresAt: expiryOf(row).toISOString(),
  createdAt: row.createdAt.toISOString(),
})

const expiryOf = (row: EndpointRow) => new Date((row.seenAt ?? row.createdAt).getTime() + idleMs)

function attemptOf(ctx: Context, row: DeliveryRow, result: ListenResult): AttemptRow {
  const number = row.attempts + 1
  const durationMs = Math.round(result.durationMs)
  const body = Buffer.from(result.body)
  const truncated = body.length > keptBody
  return {
    id: ctx.newId('wa'),
    organizationId: row.organizationId,
    deliveryId: row.id,
    endpointId: row.endpointId,
    number,
    trigger: number === 1 ? row.trigger : 'manual',
    url: settings.url,
    requestHeaders: {
      'content-type': 'application/json',
      'webhook-id': row.eventId,
      'webhook-attempt': String(number),
    },
    durationMs,
    timings: { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: durationMs },
    remoteAddress: null,
    responseStatus: result.status,
    responseHeaders: {},
    // A character that is cut in two is left out.
    responseBody: truncated ? new TextDecoder().decode(body.subarray(0, keptBody), { stream: true }) : result.body,
    truncated,
    ...faultOf(result),
    nextAttemptAt: null,
    createdAt: new Date(ctx.now().getTime() - durationMs),
  }
}

function faultOf({ status, error }: ListenResult): Pick<AttemptRow, 'errorCode' | 'errorDetail'> {
  if (status === null)
    return { errorCode: 'unreachable', errorDetail: error ?? 'The program that listens got no answer.' }
  if (status >= 200 && status < 300) return { errorCode: null, errorDetail: null }
  const errorCode = status >= 300 && status < 400 ? 'redirect' : 'http_error'
  return { errorCode, errorDetail: error ?? `The receiver answered ${status}.` }
}
