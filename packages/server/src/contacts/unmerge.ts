import { and, desc, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { emit, holdLog } from '../events/service.ts'
import { findByEmail, rewriteWords } from './directory.ts'
import { refreshFigures } from './figures.ts'
import { thaw } from './frozen.ts'
import { type Contact, type ContactRow, contactMerges, contacts, type MergeRow } from './model.ts'
import { moveBack } from './moved-rows.ts'
import { changedFields, presentContact } from './present.ts'
import { explainConflict, holdContact } from './service.ts'
import { nameKeyOf } from './words.ts'

const undoneForMs = 24 * 60 * 60 * 1000

/** Parts two contacts again that were merged within a day; what was booked since stays with the one it landed on. */
export async function undoMerge(ctx: Context, id: string): Promise<{ contact: Contact; restored: Contact }> {
  return ctx.db.transaction(async (tx) => {
    const now = await holdContact(tx, ctx, id)
    const merge = await lastMerge(tx, ctx, now.id)
    await holdLog(tx, ctx.organizationId)
    const restored = thaw(merge.from)
    const kept = partedFrom(now, thaw(merge.before), thaw(merge.after))
    await moveBack(tx, merge)
    await tx.update(contacts).set(kept).where(eq(contacts.id, kept.id))
    await requireFreeAddress(tx, restored)
    await tx.insert(contacts).values(restored).catch(explainConflict)
    await tx.delete(contactMerges).where(eq(contactMerges.id, merge.id))
    for (const row of [kept, restored]) await rewriteWords(tx, row)
    const contact = presentContact({ ...kept, ...(await refreshFigures(tx, ctx, kept.id)) })
    const other = presentContact({ ...restored, ...(await refreshFigures(tx, ctx, restored.id)) })
    const previous = changedFields(presentContact(now), contact)
    await emit(tx, ctx, 'contact.unmerged', kept.id, { ...contact, restoredIds: [restored.id] }, previous)
    return { contact, restored: other }
  })
}

async function lastMerge(tx: Tx, ctx: Context, contactId: string): Promise<MergeRow> {
  const [merge] = await tx
    .select()
    .from(contactMerges)
    .where(and(eq(contactMerges.contactId, contactId), eq(contactMerges.organizationId, ctx.organizationId)))
    .orderBy(desc(contactMerges.createdAt), desc(contactMerges.id))
    .limit(1)
  if (!merge) throw new AppError('conflict', 'No contact was merged into this one, so there is nothing to undo.')
  if (merge.createdAt.getTime() + undoneForMs > ctx.now().getTime()) return merge
  throw new AppError('conflict', 'A merge can be undone for 24 hours; this one is older.')
}

const merged = [
  ...(['email', 'emailKey', 'name', 'phone', 'company', 'timezone', 'about', 'tags', 'externalId'] as const),
  ...(['edited', 'archivedAt', 'updatedAt'] as const),
]

/** The contact as it was before a merge, but for what was changed since. */
export function partedFrom(now: ContactRow, before: ContactRow, after: ContactRow): ContactRow {
  const old = merged.filter((field) => JSON.stringify(now[field]) === JSON.stringify(after[field]))
  const row: ContactRow = { ...now, ...Object.fromEntries(old.map((field) => [field, before[field]])) }
  return { ...row, nameKey: nameKeyOf(row) }
}

async function requireFreeAddress(tx: Tx, { userId, email }: ContactRow): Promise<void> {
  const other = await findByEmail(tx, userId, email)
  if (!other) return
  const detail = `The address ${email} belongs to another contact by now; change that one first.`
  throw new AppError('email_taken', detail, { contactId: other.id })
}
