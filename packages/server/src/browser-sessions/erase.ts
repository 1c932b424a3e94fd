import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Traces } from '../erasure/traces.ts'
import { browserSessions } from './model.ts'

/** Ends the sessions that were made for somebody, and forgets for whom. */
export async function eraseBrowserSessions(tx: Tx, ctx: Context, { emails, subjectIds }: Traces): Promise<void> {
  const rows = await tx
    .select({ id: browserSessions.id, guest: browserSessions.guest })
    .from(browserSessions)
    .where(and(eq(browserSessions.organizationId, ctx.organizationId), isNotNull(browserSessions.guest)))
  const theirs = rows.filter(({ guest }) => guest && emails.includes(guest.email.toLowerCase())).map(({ id }) => id)
  if (theirs.length === 0) return
  await tx
    .update(browserSessions)
    .set({ guest: null, revokedAt: ctx.serverNow() })
    .where(inArray(browserSessions.id, theirs))
  for (const id of theirs) subjectIds.add(id)
}
