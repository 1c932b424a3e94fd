import { eq, sql } from 'drizzle-orm'
import { addressList } from '../addresses.ts'
import type { Context, Services } from '../context.ts'
import { AppError } from '../errors.ts'
import { organizations } from '../organizations/model.ts'
import { isSandbox, within } from '../sandboxes/clock.ts'
import { hashToken } from '../secrets.ts'
import { users } from '../users/model.ts'
import { isWellFormedKey } from './key.ts'
import { apiKeys } from './model.ts'

type Row = typeof apiKeys.$inferSelect

const usedEveryMs = 60_000

/** The key's user as the actor of a context. */
export async function authenticateKey(
  services: Services,
  token: string,
  ip: string,
): Promise<Pick<Context, 'actor' | 'organizationId' | 'scopes' | 'plan'> & { allowedOrigins: string[] }> {
  const [found] = await services.db.read.memo([apiKeys, users, organizations], `api-key:${token}`, async () => {
    if (!isWellFormedKey(token))
      throw new AppError('unauthenticated', 'This is not a LetsMeet API key; check for a missing character.')
    return services.db.read.compiled('api-key', { hash: hashToken(token) }, () =>
      services.db.read
        .select({
          key: apiKeys,
          role: users.role,
          status: users.status,
          plan: organizations.plan,
          allowedOrigins: organizations.allowedOrigins,
        })
        .from(apiKeys)
        .innerJoin(users, eq(users.id, apiKeys.userId))
        .innerJoin(organizations, eq(organizations.id, apiKeys.organizationId))
        .where(eq(apiKeys.hash, sql.placeholder('hash'))),
    )
  })
  if (!found) throw new AppError('unauthenticated', 'This API key is not known here.')
  const { key, role, status, plan, allowedOrigins } = found
  // A key of a sandbox ends by the sandbox's clock, like all that is in it.
  const now = isSandbox(key.organizationId) ? (await within(services, key.organizationId)).now() : services.now()
  if (key.revokedAt) throw new AppError('unauthenticated', `This API key (…${key.last4}) was revoked.`)
  if (key.expiresAt && key.expiresAt <= now)
    throw new AppError('unauthenticated', `This API key (…${key.last4}) has expired.`)
  if (status !== 'active') throw new AppError('unauthenticated', 'The member whose key this is has been suspended.')
  if (key.allowedIps.length > 0 && !isAllowed(key.allowedIps, ip)) {
    throw new AppError('forbidden', `This API key may not be used from ${ip}; its allow-list names other addresses.`)
  }
  noteUse(services, key, now)
  return {
    actor: { type: 'api_key', id: key.id, userId: key.userId, role },
    organizationId: key.organizationId,
    scopes: key.scopes,
    plan,
    allowedOrigins,
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

const isAllowed = (cidrs: readonly string[], ip: string): boolean => addressList(cidrs)(ip)
