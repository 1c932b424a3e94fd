import { type AnyColumn, eq, notLike, type SQL } from 'drizzle-orm'
import type { Services } from '../context.ts'
import type { Read } from '../db/database.ts'
import { notFound } from '../errors.ts'
import { type SandboxRow, sandboxes } from './model.ts'

/** What begins the ids of the organizations that have a clock of their own. */
export const sandboxPrefix = 'org_test'

/** True of the rows that live by the server's clock: what is in a sandbox stays until the sandbox goes. */
export const outsideSandboxes = (organizationId: AnyColumn): SQL => notLike(organizationId, `${sandboxPrefix}_%`)

export const isSandbox = (organizationId: string): boolean => organizationId.startsWith(`${sandboxPrefix}_`)

/** What a clock showed when the server's showed `sinceMs`, and whether it stands still. */
export type Face = Pick<SandboxRow, 'frozen' | 'shownMs' | 'sinceMs'>

/** What the clock of a sandbox shows at an instant of the server's. */
export const shownBy = ({ frozen, shownMs, sinceMs }: Face, at: Date) =>
  new Date(frozen ? shownMs : shownMs + Math.max(0, at.getTime() - sinceMs))

/** The same context inside an organization: by the clock of the sandbox, where it is one, and with nothing sent out. */
export async function within<C extends Services>(
  ctx: C,
  organizationId: string,
  db: Read = ctx.db.read,
): Promise<C & { organizationId: string }> {
  if (!isSandbox(organizationId)) return { ...ctx, organizationId }
  const row = await sandboxOf(db, organizationId)
  ctx.sandboxes.touch(organizationId)
  const now = () => shownBy(row, ctx.serverNow())
  return { ...ctx, organizationId, now, clock: organizationId, mail: 'capture' }
}

export async function sandboxOf(db: Read, organizationId: string): Promise<SandboxRow> {
  const row = await findByOrganization(db, organizationId)
  if (!row) throw notFound('sandbox', organizationId)
  return row
}

export async function findByOrganization(db: Read, organizationId: string): Promise<SandboxRow | undefined> {
  const [row] = await db.memo([sandboxes], `sandbox:${organizationId}`, () =>
    db.select().from(sandboxes).where(eq(sandboxes.organizationId, organizationId)),
  )
  return row
}
