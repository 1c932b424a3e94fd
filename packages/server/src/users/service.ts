import { and, count, eq, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation, lockRows } from '../db/dialect.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, invalidField } from '../errors.ts'
import { emit } from '../events/service.ts'
import { getOrganization } from '../organizations/service.ts'
import { isAdmin, requireAdmin, requireOwner, userOf } from '../permissions.ts'
import { addDefaultSchedule } from '../schedules/service.ts'
import { normalizeEmail } from '../shapes.ts'
import { findUser } from './directory.ts'
import { type Me, type MeChange, type Member, type MemberChange, type NewMember, type UserRow, users } from './model.ts'
import { freeUsername, isReserved } from './usernames.ts'

export async function whoAmI(ctx: Context): Promise<Me> {
  const user = await findUser(ctx.db.read, ctx, userOf(ctx))
  const organization = await getOrganization(ctx)
  return {
    user: presentMember(user),
    organization,
    plan: organization.plan,
    scopes: [...ctx.scopes],
    mode: organization.mode,
    bookingPage: `${ctx.publicUrl}/${user.username}`,
  }
}

export async function changeMe(ctx: Context, change: MeChange): Promise<Me> {
  if (change.limits !== undefined && !isAdmin(ctx) && change.limits === null) requireAdmin(ctx, 'lift limits')
  await ctx.db.transaction((tx) => updateUser(tx, ctx, userOf(ctx), change))
  return whoAmI(ctx)
}

/** Adds a person at once, with working hours in their zone so that they can be booked. */
export async function addMember(ctx: Context, input: NewMember): Promise<Member> {
  requireAdmin(ctx, 'add members')
  return ctx.db.transaction(async (tx) => presentMember(await insertUser(tx, ctx, input)))
}

export async function listMembers(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined; email?: string | undefined },
): Promise<Page<Member>> {
  const page = pageOf('users', asked, { email: asked.email })
  const rows = await ctx.db.read
    .select()
    .from(users)
    .where(
      and(
        eq(users.organizationId, ctx.organizationId),
        asked.email === undefined ? undefined : eq(users.emailKey, normalizeEmail(asked.email)),
        page.after(users.createdAt, users.id),
      ),
    )
    .orderBy(...page.order(users.createdAt, users.id))
    .limit(page.fetch)
  return page.of(rows, presentMember)
}

export async function getMember(ctx: Context, id: string): Promise<Member> {
  return presentMember(await findUser(ctx.db.read, ctx, id))
}

export async function changeMember(ctx: Context, id: string, change: MemberChange): Promise<Member> {
  requireAdmin(ctx, 'change members')
  return ctx.db.transaction(async (tx) => presentMember(await updateUser(tx, ctx, id, change)))
}

/** A suspended member can't sign in, their keys stop, and nothing of theirs is offered; nothing is deleted. */
export async function suspendMember(ctx: Context, id: string): Promise<Member> {
  requireAdmin(ctx, 'suspend members')
  return setStatus(ctx, id, 'suspended', 'member.suspended')
}

export async function reactivateMember(ctx: Context, id: string): Promise<Member> {
  requireAdmin(ctx, 'reactivate members')
  return setStatus(ctx, id, 'active', 'member.reactivated')
}

/** Writes a user with their default schedule; the piece behind adding, inviting, signing up and the first run. */
export async function insertUser(
  tx: Tx,
  ctx: Context,
  input: Omit<NewMember, 'role'> & { role: UserRow['role']; passwordHash?: string },
): Promise<UserRow> {
  const now = ctx.now()
  if (input.username !== undefined && isReserved(input.username)) {
    throw invalidField('#/username', 'reserved', `The username ${input.username} is reserved; choose another.`)
  }
  const row: UserRow = {
    id: ctx.newId('usr'),
    organizationId: ctx.organizationId,
    email: input.email,
    emailKey: normalizeEmail(input.email),
    // Nobody signs in to a sandbox: its people take no address from the server's own.
    signInKey: input.signIn && ctx.clock === '' ? normalizeEmail(input.email) : null,
    name: input.name,
    username: input.username ?? (await freeUsername(tx, ctx, input)),
    timezone: input.timezone,
    role: input.role,
    status: 'active',
    signIn: input.signIn,
    passwordHash: input.passwordHash ?? null,
    limits: input.limits ?? {},
    externalId: input.externalId ?? null,
    createdAt: now,
    updatedAt: now,
  }
  await refuseTaken(tx, row)
  await tx.insert(users).values(row).catch(explainConflict)
  await addDefaultSchedule(tx, ctx, row)
  await emit(tx, ctx, 'member.added', row.id, presentMember(row))
  return row
}

export function presentMember(row: UserRow): Member {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    username: row.username,
    timezone: row.timezone,
    role: row.role,
    status: row.status,
    signIn: row.signIn,
    limits: row.limits,
    externalId: row.externalId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

async function updateUser(tx: Tx, ctx: Context, id: string, change: MemberChange): Promise<UserRow> {
  const before = await findUser(tx, ctx, id)
  if (change.role !== undefined && change.role !== before.role) {
    if (change.role === 'owner' || before.role === 'owner') requireOwner(ctx, 'appoint or demote owners')
    if (before.role === 'owner') await keepAnOwner(tx, ctx, before)
  }
  if (change.username !== undefined && isReserved(change.username)) {
    throw invalidField('#/username', 'reserved', `The username ${change.username} is reserved; choose another.`)
  }
  const after: UserRow = {
    ...before,
    name: change.name ?? before.name,
    timezone: change.timezone ?? before.timezone,
    username: change.username ?? before.username,
    role: change.role ?? before.role,
    limits: change.limits === undefined ? before.limits : (change.limits ?? {}),
    externalId: change.externalId === undefined ? before.externalId : change.externalId,
    updatedAt: ctx.now(),
  }
  await tx.update(users).set(after).where(eq(users.id, before.id)).catch(explainConflict)
  await emit(tx, ctx, 'member.updated', before.id, presentMember(after), presentMember(before))
  return after
}

async function setStatus(
  ctx: Context,
  id: string,
  status: UserRow['status'],
  event: 'member.suspended' | 'member.reactivated',
): Promise<Member> {
  return ctx.db.transaction(async (tx) => {
    const before = await findUser(tx, ctx, id)
    if (before.status === status) return presentMember(before)
    if (before.role === 'owner') {
      requireOwner(ctx, 'suspend an owner')
      if (status === 'suspended') await keepAnOwner(tx, ctx, before)
    }
    const after = { ...before, status, updatedAt: ctx.now() }
    await tx.update(users).set({ status, updatedAt: after.updatedAt }).where(eq(users.id, before.id))
    await emit(tx, ctx, event, before.id, presentMember(after), { status: before.status })
    return presentMember(after)
  })
}

async function keepAnOwner(tx: Tx, ctx: Context, leaving: UserRow): Promise<void> {
  await lockRows(tx, 'organizations', [ctx.organizationId])
  const [owners] = await tx
    .select({ n: count() })
    .from(users)
    .where(and(eq(users.organizationId, ctx.organizationId), eq(users.role, 'owner'), eq(users.status, 'active')))
  if ((owners?.n ?? 0) <= (leaving.status === 'active' ? 1 : 0)) {
    throw new AppError('last_owner', 'This is the last owner; appoint another one first.')
  }
}

async function refuseTaken(tx: Tx, row: UserRow): Promise<void> {
  const mine = and(eq(users.organizationId, row.organizationId), eq(users.emailKey, row.emailKey))
  const [same] = await tx
    .select({ id: users.id })
    .from(users)
    .where(row.signInKey === null ? mine : or(mine, eq(users.signInKey, row.signInKey)))
  if (same) throw new AppError('email_taken', `There is already an account for ${row.email}.`)
}

function explainConflict(error: unknown): never {
  if (isUniqueViolation(error, 'users_external', 'external_id')) {
    throw new AppError('external_id_taken', 'Another member has this external id.')
  }
  if (isUniqueViolation(error, 'users_username', 'username')) {
    throw new AppError('slug_taken', 'This username is taken; choose another.')
  }
  if (isUniqueViolation(error)) throw new AppError('email_taken', 'There is already an account for this address.')
  throw error
}
