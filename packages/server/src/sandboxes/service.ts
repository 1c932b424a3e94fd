import { and, eq } from 'drizzle-orm'
import { insertKey } from '../api-keys/service.ts'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, notFound } from '../errors.ts'
import { NewEventType } from '../event-types/model.ts'
import { insertEventType } from '../event-types/service.ts'
import { emit } from '../events/service.ts'
import { findOrganization, insertOrganization } from '../organizations/service.ts'
import { requireAdmin, userOf } from '../permissions.ts'
import { requireFeature, requireRoom } from '../plans/plans.ts'
import { findUser } from '../users/directory.ts'
import { users } from '../users/model.ts'
import { insertUser } from '../users/service.ts'
import { freeUsername } from '../users/usernames.ts'
import { isSandbox, sandboxPrefix, shownBy, within } from './clock.ts'
import { type CreatedSandbox, type NewSandbox, type Sandbox, type SandboxRow, sandboxes } from './model.ts'
import { removeAll } from './remove.ts'

const what = 'use sandboxes'

/** An organization of its own, with an owner like whoever asks, one event type and a key that is shown once. */
export async function createSandbox(ctx: Context, input: NewSandbox): Promise<CreatedSandbox> {
  requireAdmin(ctx, what)
  if (isSandbox(ctx.organizationId)) {
    throw new AppError('in_sandbox', 'A sandbox has no sandboxes of its own; ask with a key of your live organization.')
  }
  requireFeature(ctx.plan, 'sandbox')
  return ctx.db.transaction(async (tx) => {
    const mine = eq(sandboxes.parentId, ctx.organizationId)
    await lockRows(tx, 'organizations', [ctx.organizationId])
    await requireRoom(tx, ctx.plan, 'sandboxes', sandboxes, mine)
    const maker = await findUser(tx, ctx, userOf(ctx))
    const organizationId = ctx.newId(sandboxPrefix)
    const now = input.now ?? ctx.now()
    const inside: Context = {
      ...ctx,
      actor: { type: 'system', id: 'sandbox' },
      organizationId,
      clock: organizationId,
      now: () => now,
      mail: 'capture',
    }
    const { slug, timezone } = await findOrganization(tx, ctx)
    const organization = { id: organizationId, name: input.name, slug: `${slug}-sandbox`, timezone, plan: ctx.plan }
    await insertOrganization(tx, inside, organization)
    const owner = await insertUser(tx, inside, {
      email: maker.email,
      name: maker.name,
      username: await freeUsername(tx, inside, { name: maker.username, email: maker.email }),
      timezone: maker.timezone,
      role: 'owner',
      signIn: true,
    })
    const meeting = { title: '30 minute meeting', slug: '30min', durationMinutes: 30, ownerId: owner.id }
    await insertEventType(tx, inside, NewEventType.parse(meeting))
    const { key } = await insertKey(tx, inside, owner.id, { name: 'Sandbox', scopes: ['*'] })
    const row: SandboxRow = {
      id: ctx.newId('sbx'),
      organizationId,
      parentId: ctx.organizationId,
      ownerId: owner.id,
      name: input.name,
      frozen: true,
      shownMs: now.getTime(),
      sinceMs: ctx.serverNow().getTime(),
      movedBy: null,
      movedUntilMs: null,
      moveKey: null,
      moveTargetMs: null,
      createdAt: ctx.serverNow(),
    }
    await tx.insert(sandboxes).values(row)
    const shown = present(ctx, row, owner.username)
    await emit(tx, ctx, 'sandbox.created', row.id, shown)
    return { ...shown, apiKey: key }
  })
}

/** Those of the organization, the newest first; a sandbox's own key sees that one alone. */
export async function listSandboxes(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<Sandbox>> {
  requireAdmin(ctx, what)
  const page = pageOf('sandboxes', asked)
  const rows = await ctx.db.read
    .select({ row: sandboxes, username: users.username })
    .from(sandboxes)
    .innerJoin(users, eq(users.id, sandboxes.ownerId))
    .where(and(reachable(ctx), page.after(sandboxes.createdAt, sandboxes.id)))
    .orderBy(...page.order(sandboxes.createdAt, sandboxes.id))
    .limit(page.fetch)
  return page.of(
    rows.map(({ row, username }) => ({ ...row, username })),
    (row) => present(ctx, row, row.username),
  )
}

export async function getSandbox(ctx: Context, id: string): Promise<Sandbox> {
  const row = await findSandbox(ctx.db.read, ctx, id)
  return present(ctx, row, await usernameOf(ctx.db.read, row))
}

/** Deletes a sandbox with everything in it; nothing of it is left, and nobody can bring it back. */
export async function deleteSandbox(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await findSandbox(tx, ctx, id)
    // Whatever works there stops when it sees that the sandbox is gone.
    ctx.sandboxes.touch(row.organizationId)
    const shown = present(ctx, row, await usernameOf(tx, row))
    // Of several who delete it at once one does.
    const gone = await tx.delete(sandboxes).where(eq(sandboxes.id, row.id)).returning()
    if (gone.length === 0) throw notFound('sandbox', id)
    await removeAll(tx, row.organizationId)
    const parent: Context = { ...ctx, organizationId: row.parentId, clock: '', now: ctx.serverNow }
    await emit(tx, parent, 'sandbox.deleted', row.id, shown)
  })
}

/** One sandbox of the organization, or the one that asks; `current` is the latter. */
export async function findSandbox(db: Read, ctx: Context, id: string): Promise<SandboxRow> {
  requireAdmin(ctx, what)
  const [row] = await db
    .select()
    .from(sandboxes)
    .where(and(id === 'current' ? undefined : eq(sandboxes.id, id), reachable(ctx)))
  if (!row || (id === 'current' && !isSandbox(ctx.organizationId))) throw notFound('sandbox', id)
  return row
}

/** The caller inside a sandbox: with all rights there, by its clock. */
export async function inSandbox(ctx: Context, id: string): Promise<{ row: SandboxRow; inside: Context }> {
  const row = await findSandbox(ctx.db.read, ctx, id)
  return { row, inside: await within(ctx, row.organizationId) }
}

const reachable = (ctx: Context) =>
  isSandbox(ctx.organizationId)
    ? eq(sandboxes.organizationId, ctx.organizationId)
    : eq(sandboxes.parentId, ctx.organizationId)

async function usernameOf(db: Read | Tx, row: SandboxRow): Promise<string> {
  const [owner] = await db.select({ username: users.username }).from(users).where(eq(users.id, row.ownerId))
  return owner?.username ?? ''
}

const present = (ctx: Context, row: SandboxRow, username: string): Sandbox => ({
  id: row.id,
  name: row.name,
  organizationId: row.organizationId,
  bookingPage: `${ctx.publicUrl}/${username}`,
  clock: { now: shownBy(row, ctx.serverNow()).toISOString(), frozen: row.frozen },
  createdAt: row.createdAt.toISOString(),
})
