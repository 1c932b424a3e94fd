import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { isUniqueViolation } from '../db/dialect.ts'
import { AppError, notFound } from '../errors.ts'
import { emit } from '../events/service.ts'
import { requireAdmin } from '../permissions.ts'
import { given, slugOf } from '../shapes.ts'
import { type Organization, type OrganizationChange, organizations } from './model.ts'

export type OrganizationRow = typeof organizations.$inferSelect

export async function getOrganization(ctx: Context): Promise<Organization> {
  return presentOrganization(await findOrganization(ctx.db.read, ctx))
}

export async function changeOrganization(ctx: Context, change: OrganizationChange): Promise<Organization> {
  requireAdmin(ctx, 'change its settings')
  return ctx.db.transaction(async (tx) => {
    const before = await findOrganization(tx, ctx)
    const after: OrganizationRow = { ...before, ...given(change), updatedAt: ctx.now() }
    await tx
      .update(organizations)
      .set(after)
      .where(eq(organizations.id, before.id))
      .catch((error: unknown) => {
        if (isUniqueViolation(error))
          throw new AppError('slug_taken', `The address ${after.slug} is taken; choose another.`)
        throw error
      })
    await emit(tx, ctx, 'organization.updated', before.id, presentOrganization(after), presentOrganization(before))
    return presentOrganization(after)
  })
}

export async function findOrganization(db: Read, ctx: Pick<Context, 'organizationId'>): Promise<OrganizationRow> {
  const [row] = await db.memo([organizations], `organization:${ctx.organizationId}`, () =>
    db.select().from(organizations).where(eq(organizations.id, ctx.organizationId)),
  )
  if (!row) throw notFound('organization', ctx.organizationId)
  return row
}

/** Writes an organization; its members come next. */
export async function insertOrganization(
  tx: Tx,
  ctx: Context,
  input: { id: string; name: string; slug?: string; timezone: string; plan: OrganizationRow['plan'] },
): Promise<OrganizationRow> {
  const now = ctx.now()
  const row: OrganizationRow = {
    id: input.id,
    name: input.name,
    slug: await freeSlug(tx, input.slug ?? input.name),
    timezone: input.timezone,
    weekStart: 'monday',
    plan: input.plan,
    mode: ctx.clock === '' ? 'live' : 'test',
    allowedOrigins: [],
    createdAt: now,
    updatedAt: now,
  }
  await tx.insert(organizations).values(row)
  return row
}

export function presentOrganization(row: OrganizationRow): Organization {
  return { ...row, createdAt: row.createdAt.toISOString(), updatedAt: row.updatedAt.toISOString() }
}

async function freeSlug(db: Read, name: string): Promise<string> {
  const wanted = slugOf(name) || 'organization'
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    const [taken] = await db.select({ id: organizations.id }).from(organizations).where(eq(organizations.slug, slug))
    if (!taken) return slug
  }
}
