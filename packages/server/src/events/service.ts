import { and, asc, desc, eq, gt, sql } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { AppError, notFound } from '../errors.ts'
import { differences } from './differences.ts'
import { type Event, type EventKind, eventCounters, events } from './model.ts'

type Row = typeof events.$inferSelect

/** A fact that was just written, as subscribers in the same transaction see it. */
export type Fact = Row

export type Subscriber = (tx: Tx, ctx: Context, fact: Fact) => Promise<void>

const subscribers = new Map<string, Subscriber[]>()

/** Runs `subscriber` in the transaction of every event whose type begins with `prefix`; called once, by the server. */
export function subscribe(prefix: string, subscriber: Subscriber): () => void {
  const list = subscribers.get(prefix) ?? []
  subscribers.set(prefix, [...list, subscriber])
  return () =>
    void subscribers.set(
      prefix,
      (subscribers.get(prefix) ?? []).filter((one) => one !== subscriber),
    )
}

/** A fact that is about to be written. */
export type Draft = Pick<Fact, 'type' | 'subjectId' | 'data' | 'previous'>

/** What is to be added to a fact's `data` and `previous`. */
export type Enrichment = Partial<Pick<Fact, 'data' | 'previous'>>

export type Enricher = (tx: Tx, ctx: Context, draft: Draft) => Promise<Enrichment>

const enrichers: { prefix: string; enricher: Enricher }[] = []

/** Lets `enricher` add to every event whose type begins with `prefix` before it is written; called once, by the server. */
export function enrich(prefix: string, enricher: Enricher): () => void {
  const one = { prefix, enricher }
  enrichers.push(one)
  return () => void enrichers.splice(enrichers.indexOf(one), 1)
}

/**
 * Records a fact in the caller's transaction and answers it; everything else that must happen follows from it.
 * `before` is the resource as it was, or part of it: what differs becomes `previous`.
 */
export async function emit<D extends Record<string, unknown>>(
  tx: Tx,
  ctx: Context,
  type: EventKind,
  subjectId: string,
  about: D,
  before?: Record<string, unknown>,
): Promise<Fact & { data: D }> {
  const { data, previous } = await enriched(tx, ctx, {
    type,
    subjectId,
    data: about,
    previous: before ? differences(before, about) : null,
  })
  const seq = await nextSeq(tx, ctx.organizationId)
  // What is added never takes a field away.
  const fact = { ...factOf(ctx, { type, subjectId, data, previous }, seq), data: data as D }
  await tx.append(events, [fact])
  await announce(tx, ctx, fact)
  return fact
}

/** The same for many facts at once, in their order: one turn at the counter and one write to the log. */
export async function emitAll(tx: Tx, ctx: Context, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const all: Draft[] = []
  for (const draft of drafts) all.push(await enriched(tx, ctx, draft))
  const first = (await nextSeq(tx, ctx.organizationId, all.length)) - all.length + 1
  const facts = all.map((draft, i) => factOf(ctx, draft, first + i))
  await tx.append(events, facts)
  for (const fact of facts) await announce(tx, ctx, fact)
}

const factOf = (ctx: Context, draft: Draft, seq: number): Fact => ({
  ...draft,
  id: ctx.newId('evt'),
  organizationId: ctx.organizationId,
  seq,
  mode: ctx.clock === '' ? 'live' : 'test',
  actorType: ctx.actor.type,
  actorId: ctx.actor.id,
  createdAt: ctx.now(),
})

async function announce(tx: Tx, ctx: Context, fact: Fact): Promise<void> {
  for (const [prefix, list] of subscribers) {
    if (!fact.type.startsWith(prefix)) continue
    for (const subscriber of list) await subscriber(tx, ctx, fact)
  }
}

/** Before the counter is taken: whoever follows a fact locks rows of its own first, and always in this order. */
async function enriched(tx: Tx, ctx: Context, draft: Draft): Promise<Draft> {
  let { data, previous } = draft
  for (const { prefix, enricher } of enrichers) {
    if (!draft.type.startsWith(prefix)) continue
    const more = await enricher(tx, ctx, { ...draft, data, previous })
    if (more.data) data = { ...data, ...more.data }
    if (more.previous) previous = { ...previous, ...more.previous }
  }
  return { ...draft, data, previous }
}

/** The log after an event (exclusive), oldest first; without `after`, the newest first. */
export async function listEvents(
  ctx: Context,
  asked: { limit: number; after?: string | undefined; cursor?: string | undefined; type?: string | undefined },
): Promise<{ data: Event[]; nextCursor: string | null }> {
  const type = asked.type === undefined ? undefined : typeFilter(asked.type)
  const position = asked.cursor ?? asked.after
  // A cursor of the newest-first list begins with a dash; one of the catching-up list is an event's id.
  const catchingUp = position !== undefined && !position.startsWith('-')
  const parameter = asked.cursor === undefined ? 'after' : 'cursor'
  const from = position === undefined ? undefined : await seqOf(ctx, position.replace(/^-/, ''), parameter)
  const beyond = from === undefined ? undefined : catchingUp ? gt(events.seq, from) : sql`${events.seq} < ${from}`
  const rows = await ctx.db.read
    .select()
    .from(events)
    .where(and(eq(events.organizationId, ctx.organizationId), type, beyond))
    .orderBy(catchingUp ? asc(events.seq) : desc(events.seq))
    .limit(asked.limit + 1)
  const kept = rows.slice(0, asked.limit)
  const last = kept.at(-1)
  return {
    data: kept.map(presentEvent),
    nextCursor: rows.length > asked.limit && last ? `${catchingUp ? '' : '-'}${last.id}` : null,
  }
}

export async function getEvent(ctx: Context, id: string): Promise<Event> {
  const [row] = await ctx.db.read
    .select()
    .from(events)
    .where(and(eq(events.id, id), eq(events.organizationId, ctx.organizationId)))
  if (!row) throw notFound('event', id)
  return presentEvent(row)
}

/** The events of one resource, oldest first. */
export async function eventsOf(
  ctx: Context,
  subjectId: string,
  asked: { limit: number; cursor?: string | undefined },
): Promise<{ data: Event[]; nextCursor: string | null }> {
  const from = asked.cursor === undefined ? 0 : await seqOf(ctx, asked.cursor, 'cursor')
  const rows = await ctx.db.read
    .select()
    .from(events)
    .where(and(eq(events.subjectId, subjectId), eq(events.organizationId, ctx.organizationId), gt(events.seq, from)))
    .orderBy(asc(events.seq))
    .limit(asked.limit + 1)
  const kept = rows.slice(0, asked.limit)
  return { data: kept.map(presentEvent), nextCursor: rows.length > asked.limit ? (kept.at(-1)?.id ?? null) : null }
}

export function presentEvent(row: Row): Event {
  return {
    id: row.id,
    seq: row.seq,
    type: row.type,
    timestamp: row.createdAt.toISOString(),
    organizationId: row.organizationId,
    mode: row.mode,
    actor: { type: row.actorType, id: row.actorId },
    subjectId: row.subjectId,
    data: row.data,
    ...(row.previous && { previous: row.previous }),
  }
}

/** Takes the log's turn early, for whoever must hold something else before it emits. SQLite's single writer already does. */
export async function holdLog(tx: Tx, organizationId: string): Promise<void> {
  if (dialect === 'sqlite') return
  await tx.select().from(eventCounters).where(eq(eventCounters.organizationId, organizationId)).for('update')
}

/** The last of so many numbers. The counter's row stays locked until the commit, so that no reader sees 7 before 6. */
async function nextSeq(tx: Tx, organizationId: string, n = 1): Promise<number> {
  const [row] = await tx.compiled('next-seq', { organizationId, n }, () =>
    tx
      .insert(eventCounters)
      .values({ organizationId: sql.placeholder('organizationId'), seq: sql.placeholder('n') })
      .onConflictDoUpdate({
        target: eventCounters.organizationId,
        set: { seq: sql`${eventCounters.seq} + ${sql.placeholder('n')}` },
      })
      .returning(),
  )
  if (!row) throw new Error('The event counter answered no row.')
  return row.seq
}

async function seqOf(ctx: Context, id: string, parameter: 'after' | 'cursor'): Promise<number> {
  const [row] = await ctx.db.read
    .select({ seq: events.seq })
    .from(events)
    .where(and(eq(events.id, id), eq(events.organizationId, ctx.organizationId)))
  if (row) return row.seq
  const detail = `There is no event ${id} in this organization's log.`
  throw new AppError('invalid_request', detail, {}, [{ parameter, code: 'unknown_event', detail }])
}

const typeFilter = (type: string) =>
  type.endsWith('.*')
    ? sql`${events.type} like ${`${type.slice(0, -1).replaceAll(/[%_\\]/g, '\\$&')}%`} escape '\\'`
    : eq(events.type, type as EventKind)
