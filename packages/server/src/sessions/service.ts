import { and, eq, gt, isNull, ne } from 'drizzle-orm'
import type { Actor, Context, Services } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, notFound } from '../errors.ts'
import { emit } from '../events/service.ts'
import { randomText } from '../ids.ts'
import { organizations } from '../organizations/model.ts'
import { userOf } from '../permissions.ts'
import { hashToken } from '../secrets.ts'
import { normalizeEmail } from '../shapes.ts'
import { type UserRow, users } from '../users/model.ts'
import { type Session, sessions } from './model.ts'
import { hashPassword, isPassword } from './password.ts'

type Row = typeof sessions.$inferSelect
export interface Device {
  ip: string
  userAgent: string
}
export interface SignedIn {
  session: Session
  token: string
}

const sessionDays = 30
const seenEveryMs = 60_000

/** Signs in with e-mail and password; a wrong one and an unknown address answer alike. */
export async function signIn(
  ctx: Context,
  input: { email: string; password: string },
  device: Device,
): Promise<SignedIn> {
  const user = await findSignIn(ctx, input.email)
  if (!(await isPassword(input.password, user?.passwordHash ?? null)) || !user) {
    throw new AppError('unauthenticated', 'The e-mail address or the password is not right.')
  }
  return ctx.db.transaction((tx) => openSession(tx, ctx, user, device))
}

export async function listSessions(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined },
  currentToken: string | null,
): Promise<Page<Session>> {
  const page = pageOf('sessions', asked)
  const rows = await ctx.db.read
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userOf(ctx)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, ctx.now()),
        page.after(sessions.createdAt, sessions.id),
      ),
    )
    .orderBy(...page.order(sessions.createdAt, sessions.id))
    .limit(page.fetch)
  const current = currentToken === null ? null : hashToken(currentToken)
  return page.of(rows, (row) => present(row, current))
}

export async function revokeSession(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(sessions)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(sessions.id, id), eq(sessions.userId, userOf(ctx)), isNull(sessions.revokedAt)))
      .returning()
    if (!row) throw notFound('session', id)
    await emit(tx, ctx, 'session.revoked', row.id, { id: row.id, userId: row.userId })
  })
}

/** Ends the session that this cookie belongs to; harmless when it has ended. */
export async function signOut(ctx: Context, token: string | null): Promise<void> {
  if (token === null) return
  await ctx.db.transaction(async (tx) => {
    await tx
      .update(sessions)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(sessions.tokenHash, hashToken(token)), isNull(sessions.revokedAt)))
  })
}

/** Sets a password; every other session of the user ends. */
export async function setPassword(
  ctx: Context,
  input: { password: string; current?: string | undefined },
  token: string | null,
): Promise<void> {
  const userId = userOf(ctx)
  const [user] = await ctx.db.read.select().from(users).where(eq(users.id, userId))
  if (user?.passwordHash && !(await isPassword(input.current ?? '', user.passwordHash))) {
    throw new AppError('forbidden', 'The current password is not right.')
  }
  const passwordHash = await hashPassword(input.password)
  await ctx.db.transaction(async (tx) => {
    await tx.update(users).set({ passwordHash, updatedAt: ctx.now() }).where(eq(users.id, userId))
    const others = token === null ? undefined : ne(sessions.tokenHash, hashToken(token))
    await tx
      .update(sessions)
      .set({ revokedAt: ctx.now() })
      .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), others))
  })
}

/** The user behind a cookie, as the actor of a context. */
export async function authenticateSession(
  services: Services,
  token: string,
): Promise<Pick<Context, 'actor' | 'organizationId' | 'plan'>> {
  const now = services.now()
  const [found] = await services.db.read
    .select({ session: sessions, user: users, plan: organizations.plan })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(organizations, eq(organizations.id, users.organizationId))
    .where(eq(sessions.tokenHash, hashToken(token)))
  const ended = !found || found.session.revokedAt !== null || found.session.expiresAt <= now
  if (ended || found.user.status !== 'active')
    throw new AppError('unauthenticated', 'This session has ended; sign in again.')
  const { session, user, plan } = found
  if (now.getTime() - session.lastSeenAt.getTime() > seenEveryMs) {
    await services.db.transaction(async (tx) => {
      await tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id))
    })
  }
  return {
    actor: { type: 'user', id: user.id, userId: user.id, role: user.role },
    organizationId: user.organizationId,
    plan,
  }
}

/** A new session with a new token: nothing that was known before the sign-in is worth anything after it. */
export async function openSession(tx: Tx, ctx: Context, user: UserRow, device: Device): Promise<SignedIn> {
  const token = randomText(43)
  const now = ctx.now()
  const row: Row = {
    id: ctx.newId('ses'),
    userId: user.id,
    tokenHash: hashToken(token),
    userAgent: device.userAgent,
    ip: device.ip,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + sessionDays * 86_400_000),
    revokedAt: null,
  }
  await tx.insert(sessions).values(row)
  const actor: Actor = { type: 'user', id: user.id, userId: user.id, role: user.role }
  const inside = { ...ctx, organizationId: user.organizationId, actor }
  await emit(tx, inside, 'session.created', row.id, {
    id: row.id,
    userId: user.id,
    ip: row.ip,
    userAgent: row.userAgent,
  })
  return { session: present(row, row.tokenHash), token }
}

export async function findSignIn(ctx: Context, email: string): Promise<UserRow | undefined> {
  const [user] = await ctx.db.read
    .select()
    .from(users)
    .where(eq(users.signInKey, normalizeEmail(email)))
  return user?.status === 'active' ? user : undefined
}

function present(row: Row, currentHash: string | null): Session {
  return {
    id: row.id,
    userId: row.userId,
    current: row.tokenHash === currentHash,
    userAgent: row.userAgent,
    ip: row.ip,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}
