import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Actor, Context, Services } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, invalidField, notFound } from '../errors.ts'
import { emit } from '../events/service.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { hashToken } from '../secrets.ts'
import { users } from '../users/model.ts'
import { createKey, isWellFormedKey } from './key.ts'
import { type ApiKey, apiKeys, type CreatedApiKey, type NewApiKey } from './model.ts'

type Row = typeof apiKeys.$inferSelect

const usedEveryMs = 60_000

/** A key with its maker's rights, or fewer; it is shown once. */
export async function createApiKey(ctx: Context, input: NewApiKey): Promise<CreatedApiKey> {
  const beyond = ctx.scopes.includes('*') ? [] : input.scopes.filter((scope) => !ctx.scopes.includes(scope))
  if (beyond.length > 0) {
    throw new AppError('forbidden', `A key can't give more than its maker has: ${beyond.join(', ')}.`)
  }
  if (input.expiresAt && input.expiresAt <= ctx.now()) {
    throw invalidField('#/expiresAt', 'in_the_past', 'The expiry must lie in the future.')
  }
  return ctx.db.transaction((tx) => insertKey(tx, ctx, userOf(ctx), input))
}

export async function insertKey(tx: Tx, ctx: Context, userId: string, input: NewApiKey): Promise<CreatedApiKey> {
  const key = createKey('live')
  const row: Row = {
    id: ctx.newId('key'),
    organizationId: ctx.organizationId,
    userId,
    name: input.name,
    hash: hashToken(key),
    prefix: key.slice(0, 8),
    last4: key.slice(-4),
    scopes: input.scopes,
    mode: 'live',
    expiresAt: input.expiresAt ?? null,
    lastUsedAt: null,
    revokedAt: null,
    createdAt: ctx.now(),
  }
  await tx.insert(apiKeys).values(row)
  await emit(tx, ctx, 'api_key.created', row.id, present(row))
  return { ...present(row), key }
}

/** An admin sees all keys of the organization, a member their own; revoked ones stay listed. */
export async function listApiKeys(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<ApiKey>> {
  const page = pageOf(asked, 'api-keys')
  const own = isAdmin(ctx) ? undefined : eq(apiKeys.userId, userOf(ctx))
  const rows = await ctx.db.read
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.organizationId, ctx.organizationId), own, page.after(apiKeys.createdAt, apiKeys.id)))
    .orderBy(...page.order(apiKeys.createdAt, apiKeys.id))
    .limit(page.fetch)
  return page.of(rows, present)
}

export async function revokeApiKey(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const own = isAdmin(ctx) ? undefined : eq(apiKeys.userId, userOf(ctx))
    const here = and(eq(apiKeys.id, id), eq(apiKeys.organizationId, ctx.organizationId), own)
    const [row] = await tx.select().from(apiKeys).where(here)
    if (!row) throw notFound('API key', id)
    if (row.revokedAt) return
    const revokedAt = ctx.now()
    await tx
      .update(apiKeys)
      .set({ revokedAt })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
    await emit(tx, ctx, 'api_key.revoked', id, present({ ...row, revokedAt }), { revokedAt: null })
  })
}

/** The key's user as the actor of a context. */
export async function authenticateKey(
  services: Services,
  token: string,
): Promise<{ actor: Actor; organizationId: string; scopes: string[] }> {
  if (!isWellFormedKey(token))
    throw new AppError('unauthenticated', 'This is not a LetsMeet API key; check for a missing character.')
  const hash = hashToken(token)
  const [found] = await services.db.read.memo([apiKeys, users], `api-key:${hash}`, () =>
    services.db.read.compiled('api-key', { hash }, () =>
      services.db.read
        .select({ key: apiKeys, role: users.role, status: users.status })
        .from(apiKeys)
        .innerJoin(users, eq(users.id, apiKeys.userId))
        .where(eq(apiKeys.hash, sql.placeholder('hash'))),
    ),
  )
  const now = services.now()
  if (!found) throw new AppError('unauthenticated', 'This API key is not known here.')
  const { key, role, status } = found
  if (key.revokedAt) throw new AppError('unauthenticated', `This API key (…${key.last4}) was revoked.`)
  if (key.expiresAt && key.expiresAt <= now)
    throw new AppError('unauthenticated', `This API key (…${key.last4}) has expired.`)
  if (status !== 'active') throw new AppError('unauthenticated', 'The member whose key this is has been suspended.')
  noteUse(services, key, now)
  return {
    actor: { type: 'api_key', id: key.id, userId: key.userId, role },
    organizationId: key.organizationId,
    scopes: key.scopes,
  }
}

/** Last use is a convenience, written at most once a minute and never waited for. */
function noteUse(services: Services, key: Row, now: Date): void {
  if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < usedEveryMs) return
  if (now.getTime() - (noted.get(key.id) ?? 0) < usedEveryMs) return
  noted.set(key.id, now.getTime())
  services.db
    .transaction(async (tx) => void (await tx.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, key.id))))
    .catch((cause: unknown) => services.log.warn('could not note the use of a key', { cause }))
}

const noted = new Map<string, number>()

function present(row: Row): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    last4: row.last4,
    scopes: row.scopes,
    mode: row.mode,
    userId: row.userId,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }
}
