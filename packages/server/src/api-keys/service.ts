import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, invalidField, notFound } from '../errors.ts'
import { emit } from '../events/service.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { requireRoom } from '../plans/plans.ts'
import { hashToken } from '../secrets.ts'
import { given } from '../shapes.ts'
import { createKey } from './key.ts'
import { type ApiKey, type ApiKeyChange, apiKeys, type CreatedApiKey, type NewApiKey, type Roll } from './model.ts'

type Row = typeof apiKeys.$inferSelect

const longestOverlapMs = 7 * 86_400_000

/** A key with its maker's rights, or fewer; it is shown once. */
export async function createApiKey(ctx: Context, input: NewApiKey): Promise<CreatedApiKey> {
  const beyond = ctx.scopes.includes('*') ? [] : input.scopes.filter((scope) => !ctx.scopes.includes(scope))
  if (beyond.length > 0) {
    throw new AppError('forbidden', `A key can't give more than its maker has: ${beyond.join(', ')}.`)
  }
  if (input.expiresAt && input.expiresAt <= ctx.now()) {
    throw invalidField('#/expiresAt', 'in_the_past', 'The expiry must lie in the future.')
  }
  return ctx.db.transaction(async (tx) => {
    const now = ctx.now()
    const usable = and(isNull(apiKeys.revokedAt), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now)))
    await lockRows(tx, 'organizations', [ctx.organizationId])
    await requireRoom(tx, ctx.plan, 'apiKeys', apiKeys, and(eq(apiKeys.organizationId, ctx.organizationId), usable))
    return insertKey(tx, ctx, userOf(ctx), input)
  })
}

export async function insertKey(tx: Tx, ctx: Context, userId: string, input: NewApiKey): Promise<CreatedApiKey> {
  const mode = ctx.clock === '' ? 'live' : 'test'
  const key = createKey(mode)
  const row: Row = {
    id: ctx.newId('key'),
    organizationId: ctx.organizationId,
    userId,
    name: input.name,
    hash: hashToken(key),
    prefix: key.slice(0, 8),
    last4: key.slice(-4),
    scopes: input.scopes,
    mode,
    allowedIps: input.allowedIps ?? [],
    expiresAt: input.expiresAt ?? null,
    lastUsedAt: null,
    revokedAt: null,
    createdAt: ctx.now(),
  }
  await tx.insert(apiKeys).values(row)
  await emit(tx, ctx, 'api_key.created', row.id, presentKey(row))
  return { ...presentKey(row), key }
}

/** An admin sees all keys of the organization, a member their own; revoked ones stay listed. */
export async function listApiKeys(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<ApiKey>> {
  const page = pageOf('api-keys', asked)
  const own = isAdmin(ctx) ? undefined : eq(apiKeys.userId, userOf(ctx))
  const rows = await ctx.db.read
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.organizationId, ctx.organizationId), own, page.after(apiKeys.createdAt, apiKeys.id)))
    .orderBy(...page.order(apiKeys.createdAt, apiKeys.id))
    .limit(page.fetch)
  return page.of(rows, presentKey)
}

export async function getApiKey(ctx: Context, id: string): Promise<ApiKey> {
  return presentKey(await findKey(ctx.db.read, ctx, id))
}

/** Changes what does not widen the key: its name and where it may be used from. */
export async function changeApiKey(ctx: Context, id: string, change: ApiKeyChange): Promise<ApiKey> {
  return ctx.db.transaction(async (tx) => {
    const before = await findKey(tx, ctx, id)
    const after: Row = { ...before, ...given(change) }
    await tx.update(apiKeys).set(after).where(eq(apiKeys.id, before.id))
    await emit(tx, ctx, 'api_key.updated', before.id, presentKey(after), presentKey(before))
    return presentKey(after)
  })
}

/** A new key with the same rights; the old one goes on for the overlap, never past its own expiry. */
export async function rollApiKey(ctx: Context, id: string, input: Roll): Promise<CreatedApiKey> {
  return ctx.db.transaction(async (tx) => {
    await lockRows(tx, 'api_keys', [id])
    const old = await findKey(tx, ctx, id)
    const now = ctx.now()
    if (old.revokedAt || (old.expiresAt && old.expiresAt <= now)) {
      throw new AppError('conflict', 'This key was revoked or has expired; create a new one instead.')
    }
    const end = new Date(now.getTime() + Math.min(input.overlapSeconds * 1000, longestOverlapMs))
    const expiresAt = old.expiresAt && old.expiresAt < end ? old.expiresAt : end
    const { name, allowedIps } = old
    // A stored scope was one of the known ones when it was written.
    const scopes = old.scopes as NewApiKey['scopes']
    const made = await insertKey(tx, ctx, old.userId, {
      name,
      scopes,
      allowedIps,
      ...(old.expiresAt && { expiresAt: old.expiresAt }),
    })
    await tx.update(apiKeys).set({ expiresAt }).where(eq(apiKeys.id, old.id))
    await emit(tx, ctx, 'api_key.rolled', old.id, presentKey({ ...old, expiresAt }), {
      expiresAt: old.expiresAt?.toISOString() ?? null,
    })
    return made
  })
}

export async function revokeApiKey(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await findKey(tx, ctx, id)
    if (row.revokedAt) return
    const revokedAt = ctx.now()
    await tx
      .update(apiKeys)
      .set({ revokedAt })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    await emit(tx, ctx, 'api_key.revoked', id, presentKey({ ...row, revokedAt }), { revokedAt: null })
  })
}

async function findKey(db: Read, ctx: Context, id: string): Promise<Row> {
  const own = isAdmin(ctx) ? undefined : eq(apiKeys.userId, userOf(ctx))
  const here = and(eq(apiKeys.id, id), eq(apiKeys.organizationId, ctx.organizationId), own)
  const [row] = await db.select().from(apiKeys).where(here)
  if (!row) throw notFound('API key', id)
  return row
}

export function presentKey(row: Row): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    last4: row.last4,
    scopes: row.scopes,
    mode: row.mode,
    userId: row.userId,
    allowedIps: row.allowedIps,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
