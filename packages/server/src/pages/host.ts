import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { organizations } from '../organizations/model.ts'
import { users } from '../users/model.ts'

export interface Host {
  name: string
  organization: string
}

/** Whose page this is. */
export async function hostOf(ctx: Context, username: string): Promise<Host> {
  const [found] = await ctx.db.read
    .select({ name: users.name, organization: organizations.name })
    .from(users)
    .innerJoin(organizations, eq(organizations.id, users.organizationId))
    .where(eq(users.username, username))
  if (!found) throw notFound('host', username)
  return found
}
