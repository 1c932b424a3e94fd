import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { commits } from '../db/commits.ts'
import { AppError } from '../errors.ts'
import { deliveriesAfter } from '../webhooks/deliveries.ts'
import { signedHeaders } from '../webhooks/message.ts'
import { type DeliveryRow, type EndpointRow, endpoints, queues } from '../webhooks/model.ts'
import { findSession } from './service.ts'

interface Message {
  id?: number
  event: string
  data: unknown
}

/** Who reads a stream, as far as it must know. */
interface Reader {
  /** The number of the last delivery they had; empty when they go on after what was sent before. */
  lastEventId: string
  /** Ends it. */
  signal: AbortSignal
  /** Who asks, by now; throws once they may not. */
  renew(): Promise<Context>
}

const atOnce = 20
const seenEveryMs = 3_600_000

/** What a session is sent, for whoever reads it. */
export async function openStream(
  ctx: Context,
  id: string,
  { after, pingMs = 15_000 }: { after?: number | undefined; pingMs?: number },
): Promise<(reader: Reader) => AsyncGenerator<Message | null, void>> {
  const session = await findSession(ctx.db.read, ctx, id)
  return (reader) => follow(ctx, session.id, { ...reader, after: positionOf(reader.lastEventId) ?? after, pingMs })
}

/** Deliveries as they come, and null as a sign of life; ends with the session, or the right to it. */
async function* follow(
  ctx: Context,
  id: string,
  { after, signal, renew, pingMs }: Omit<Reader, 'lastEventId'> & { after: number | undefined; pingMs: number },
): AsyncGenerator<Message | null, void> {
  const queue = await queueOf(ctx, id)
  let sent = Math.min(after ?? queue.sentSeq ?? 0, queue.seq)
  let seen = await noteSeen(ctx, id)
  let heard = performance.now()
  try {
    yield { event: 'ready', data: { missed: queue.seq - sent } }
    for await (const _ of commits(ctx.db, signal)) {
      let rows: DeliveryRow[]
      do {
        const session = await stillOpen(id, renew)
        if (!session) return
        rows = await deliveriesAfter(ctx.db.read, id, sent, atOnce)
        for (const row of rows) {
          yield messageOf(ctx, session, row)
          sent = row.seq
          heard = performance.now()
        }
        if (rows.length > 0) await noteSent(ctx, id, sent)
      } while (rows.length === atOnce && !signal.aborted)
      if (ctx.serverNow().getTime() - seen >= seenEveryMs) seen = await noteSeen(ctx, id)
      if (performance.now() - heard < pingMs) continue
      yield null
      heard = performance.now()
    }
  } finally {
    await noteSent(ctx, id, sent)
    await noteSeen(ctx, id)
  }
}

function messageOf(ctx: Context, session: EndpointRow, row: DeliveryRow): Message {
  const headers = signedHeaders(ctx, session, row)
  return { id: row.seq, event: row.eventType, data: { deliveryId: row.id, headers, body: row.body } }
}

const positionOf = (lastEventId: string): number | undefined =>
  /^\d{1,15}$/.test(lastEventId) ? Number(lastEventId) : undefined

async function stillOpen(id: string, renew: Reader['renew']): Promise<EndpointRow | null> {
  try {
    const ctx = await renew()
    return await findSession(ctx.db.read, ctx, id)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

async function queueOf(ctx: Context, id: string) {
  const [queue] = await ctx.db.read.select().from(queues).where(eq(queues.endpointId, id))
  if (!queue) throw new Error(`The listen session ${id} has no queue.`)
  return queue
}

/** Never back: a reader that asked for older ones again has had the newer ones. */
async function noteSent(ctx: Context, id: string, sent: number): Promise<void> {
  const behind = or(isNull(queues.sentSeq), lt(queues.sentSeq, sent))
  await ctx.db.transaction(
    async (tx) =>
      void (await tx
        .update(queues)
        .set({ sentSeq: sent })
        .where(and(eq(queues.endpointId, id), behind))),
  )
}

async function noteSeen(ctx: Context, id: string): Promise<number> {
  const seenAt = ctx.serverNow()
  await ctx.db.transaction(async (tx) => void (await tx.update(endpoints).set({ seenAt }).where(eq(endpoints.id, id))))
  return seenAt.getTime()
}
