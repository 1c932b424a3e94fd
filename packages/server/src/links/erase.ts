import { and, eq, inArray } from 'drizzle-orm'
import { bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { scrubbed } from '../erasure/scrub.ts'
import { inParts, type Traces } from '../erasure/traces.ts'
import { expireLater } from './expire.ts'
import { type LinkRow, links } from './model.ts'
import { tell } from './tell.ts'

/** Takes back the links that were made for somebody, and their words with them. */
export async function eraseLinks(tx: Tx, ctx: Context, traces: Traces): Promise<void> {
  for (const some of inParts(traces.contactIds)) {
    for (const row of await tx.select().from(links).where(inArray(links.contactId, some))) {
      const before: LinkRow = { ...row, greeting: null, contactId: null }
      const after: LinkRow = { ...before, revokedAt: row.revokedAt ?? ctx.now(), updatedAt: ctx.now() }
      await tx.update(links).set(after).where(eq(links.id, row.id))
      traces.subjectIds.add(row.id)
      if (row.revokedAt) continue
      await expireLater(tx, ctx, after)
      await tell(tx, ctx, 'link.revoked', after, before)
    }
  }
  for (const some of inParts(traces.bookingIds)) {
    const rows = await tx
      .selectDistinct({ id: links.id, title: links.title, greeting: links.greeting })
      .from(links)
      .innerJoin(bookings, and(eq(bookings.linkId, links.id), inArray(bookings.id, some)))
    for (const { id, title, greeting } of rows) {
      await tx.update(links).set(scrubbed({ title, greeting }, traces)).where(eq(links.id, id))
      traces.subjectIds.add(id)
    }
  }
}
