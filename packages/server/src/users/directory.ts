import { and, eq, inArray, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { AppError, notFound } from '../errors.ts'
import { byEitherId } from '../shapes.ts'
import { type UserRow, users } from './model.ts'

type Tenant = Pick<Context, 'organizationId'>

/** One user of this organization, by id or `ext:` id; anybody else's is a 404. */
export async function findUser(db: Read, tenant: Tenant, id: string): Promise<UserRow> {
  const key = id.startsWith('ext:') ? eq(users.externalId, id.slice(4)) : eq(users.id, id)
  const [row] = await db
    .select()
    .from(users)
    .where(and(key, eq(users.organizationId, tenant.organizationId)))
  if (!row) throw notFound('member', id)
  return row
}

/** The user that a field of the body names; the 404 points at the field. */
export async function findUserAt(db: Read, tenant: Tenant, id: string, pointer: string): Promise<UserRow> {
  return findUser(db, tenant, id).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, error.message, {}, [{ pointer, code: error.code, detail: error.message }])
  })
}

/** These users of this organization, in any order; ids of others are left out. */
export async function findUsers(db: Read, tenant: Tenant, ids: readonly string[]): Promise<UserRow[]> {
  if (ids.length === 0) return []
  const here = and(inArray(users.id, [...ids]), eq(users.organizationId, tenant.organizationId))
  return db.memo([users], `users:${tenant.organizationId}:${ids}`, () => db.select().from(users).where(here))
}

/** Users of this organization by the ids they were asked for, `ext:` ones too; those not there are left out. */
export async function findUsersByIds(db: Read, tenant: Tenant, ids: readonly string[]): Promise<Map<string, UserRow>> {
  const external = ids.filter((id) => id.startsWith('ext:')).map((id) => id.slice(4))
  const named = or(inArray(users.id, [...ids]), inArray(users.externalId, external))
  const rows = await db
    .select()
    .from(users)
    .where(and(eq(users.organizationId, tenant.organizationId), named))
  return byEitherId(rows)
}

/** The id behind an id or `ext:` id in a filter; nobody's when there is none, so that the list is empty. */
export async function userIdOf(db: Read, tenant: Tenant, id: string | undefined): Promise<string | undefined> {
  if (id === undefined || !id.startsWith('ext:')) return id
  const [row] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.externalId, id.slice(4)), eq(users.organizationId, tenant.organizationId)))
  return row?.id ?? ''
}
