import { createHash } from 'node:crypto'
import { eq, lt, sql } from 'drizzle-orm'
import type { Context, Services } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { claimRow, isLockTimeout } from '../db/dialect.ts'
import { joined } from '../db/joined.ts'
import { AppError } from '../errors.ts'
import type { Answer } from './answer.ts'
import { idempotencyKeys } from './model.ts'

const keptMs = 24 * 60 * 60 * 1000
const waitMs = 5000
const neverKept = new Set([400, 401, 403, 413, 415, 429])

export interface Once {
  key: string
  /** What must be the same when the key comes again. */
  fingerprint: string
}

export interface Outcome {
  answer: Answer
  replayed: boolean
}

/** The key of a request, quoted or bare (draft-ietf-httpapi-idempotency-key-header); undefined when it has none. */
export function keyOf(header: string, sent: boolean): string | undefined {
  if (!sent) return undefined
  const key = /^"((?:[^"\\]|\\.)*)"$/.exec(header.trim())?.[1] ?? header.trim()
  if (key.length > 0 && key.length <= 255) return key
  throw new AppError(
    'invalid_request',
    'An Idempotency-Key has 1 to 255 characters; send a random one for each request.',
  )
}

/** Method, full path, query and canonical body in one digest. */
export function fingerprintOf(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(`${method} ${url}\n${canonical(body)}`)
    .digest('base64url')
}

/**
 * Runs a request once per key: effect and answer commit together, equal requests wait for the first and get its
 * answer, another request under the same key is refused.
 */
export async function once(
  ctx: Context,
  { key, fingerprint }: Once,
  run: (ctx: Context) => Promise<Answer>,
  refusalOf: (error: unknown) => Answer,
): Promise<Outcome> {
  // A browser's keys are its own: one guest's answer is never another's.
  const owner = ctx.browserSession ? `${ctx.organizationId}\n${ctx.browserSession.id}` : ctx.organizationId
  const id = createHash('sha256').update(`${owner}\n${key}`).digest('base64url')
  // Most that come again find their answer without queueing behind those who write.
  const kept = await recall(ctx.db.read, ctx, id, fingerprint)
  if (kept) return { answer: kept, replayed: true }
  for (let before = running.get(id); before; before = running.get(id)) await patience(before)
  const first = runFirst(ctx, id, fingerprint, run, refusalOf)
  running.set(id, first)
  try {
    return await first
  } finally {
    running.delete(id)
  }
}

/** Forgets what is older than a day. */
export async function pruneIdempotencyKeys({ db, now }: Services): Promise<void> {
  await db.transaction(
    async (tx) => void (await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, now()))),
  )
}

/** The requests that this process runs now; other processes are waited for at the row. */
const running = new Map<string, Promise<Outcome>>()

async function patience(before: Promise<Outcome>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, waitMs, 'late')
  })
  const seen = await Promise.race([
    before.then(
      () => 'done',
      () => 'done',
    ),
    late,
  ])
  clearTimeout(timer)
  if (seen === 'late') throw inProgress()
}

async function runFirst(
  ctx: Context,
  id: string,
  fingerprint: string,
  run: (ctx: Context) => Promise<Answer>,
  refusalOf: (error: unknown) => Answer,
): Promise<Outcome> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const claimed = await claim(tx, ctx, id, fingerprint)
      if (claimed) return { answer: claimed, replayed: true }
      const answer = await run({ ...ctx, db: joined(ctx.db, tx) })
      await keep(tx, ctx, id, answer)
      return { answer, replayed: false }
    })
  } catch (error) {
    if (isLockTimeout(error)) throw inProgress()
    const answer = refusalOf(error)
    // What is not kept may be tried again under the same key: nothing has happened.
    if (answer.status >= 500 || neverKept.has(answer.status) || answer.status === 422 || isMine(error)) throw error
    await ctx.db.transaction(async (tx) => {
      if (!(await claim(tx, ctx, id, fingerprint))) await keep(tx, ctx, id, answer)
    })
    throw error
  }
}

/** Takes the key, or answers what was kept under it. */
async function claim(tx: Tx, ctx: Context, id: string, fingerprint: string): Promise<Answer | null> {
  const now = ctx.serverNow()
  await tx.delete(idempotencyKeys).where(lt(idempotencyKeys.expiresAt, now))
  const expiresAt = new Date(now.getTime() + keptMs)
  const row = { id, fingerprint, status: 0, answer: '', createdAt: now, expiresAt }
  if (await claimRow(tx, idempotencyKeys, row, waitMs)) return null
  const kept = await recall(tx, ctx, id, fingerprint)
  if (!kept) throw inProgress()
  return kept
}

/** The answer that was kept under a key, if there is one and it has not expired; refuses another request's key. */
async function recall(db: Read, ctx: Context, id: string, fingerprint: string): Promise<Answer | null> {
  const [kept] = await db.compiled('idempotency-key', { id }, () =>
    db
      .select()
      .from(idempotencyKeys)
      .where(eq(idempotencyKeys.id, sql.placeholder('id'))),
  )
  if (!kept || kept.status === 0 || kept.expiresAt < ctx.serverNow()) return null
  if (kept.fingerprint !== fingerprint) {
    throw new AppError(
      'idempotency_mismatch',
      'This Idempotency-Key was used for another request within the last 24 hours; send a new one.',
    )
  }
  const { type, text } = JSON.parse(ctx.secrets.open(kept.answer))
  return { status: kept.status, type, text }
}

async function keep(tx: Tx, ctx: Context, id: string, { status, type, text }: Answer): Promise<void> {
  const answer = ctx.secrets.seal(JSON.stringify({ type, text }))
  await tx.update(idempotencyKeys).set({ status, answer }).where(eq(idempotencyKeys.id, id))
}

const inProgress = () =>
  new AppError('idempotency_in_progress', 'An equal request is still running; ask again in a moment.', {
    retryAfterSeconds: 1,
  })

const isMine = (error: unknown) => error instanceof AppError && error.code === 'idempotency_in_progress'

/** JSON with sorted keys: the order in which a client writes fields means nothing. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
