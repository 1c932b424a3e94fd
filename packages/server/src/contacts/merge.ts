import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { AppError, invalidField } from '../errors.ts'
import { emit, holdLog } from '../events/service.ts'
import { normalizeEmail } from '../shapes.ts'
import { findContact, rewriteWords } from './directory.ts'
import { refreshFigures } from './figures.ts'
import { freeze } from './frozen.ts'
import { type Contact, type ContactRow, contactMerges, contacts, contactWords, guestFields } from './model.ts'
import { moveRows } from './moved-rows.ts'
import { changedFields, presentContact } from './present.ts'
import { holdContact } from './service.ts'
import { nameKeyOf } from './words.ts'

/** Makes two contacts one: everything of `from` follows, and its address leads to the one that stays. */
export async function mergeContacts(ctx: Context, id: string, { fromId }: { fromId: string }): Promise<Contact> {
  return ctx.db.transaction(async (tx) => {
    const before = await holdContact(tx, ctx, id)
    const from = await findOther(tx, ctx, before, fromId)
    // Nothing may reach a timeline while it moves.
    await holdLog(tx, ctx.organizationId)
    const after: ContactRow = { ...united(before, from), updatedAt: ctx.now() }
    const moved = await moveRows(tx, from, before)
    await tx.delete(contactWords).where(eq(contactWords.contactId, from.id))
    await tx.delete(contacts).where(eq(contacts.id, from.id))
    await tx.update(contacts).set(after).where(eq(contacts.id, after.id))
    await rewriteWords(tx, after)
    const shown = presentContact({ ...after, ...(await refreshFigures(tx, ctx, after.id)) })
    const previous = changedFields(presentContact(before), shown)
    const fact = await emit(tx, ctx, 'contact.merged', after.id, { ...shown, mergedIds: [from.id] }, previous)
    await tx.insert(contactMerges).values({
      id: ctx.newId('mrg'),
      organizationId: ctx.organizationId,
      contactId: after.id,
      fromId: from.id,
      fromExternalId: from.externalId,
      from: freeze(from),
      before: freeze(before),
      after: freeze(after),
      moved,
      eventId: fact.id,
      createdAt: ctx.now(),
    })
    return shown
  })
}

async function findOther(tx: Tx, ctx: Context, into: ContactRow, fromId: string): Promise<ContactRow> {
  const from = await findContact(tx, ctx, fromId).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    const fault = { pointer: '#/fromId', code: error.code, detail: error.message }
    throw new AppError(error.code, error.message, error.details, [fault])
  })
  if (from.id === into.id) throw invalidField('#/fromId', 'same_contact', 'A contact cannot be merged into itself.')
  if (from.userId === into.userId) return from
  throw invalidField('#/fromId', 'other_host', 'Both contacts must be of the same member.')
}

/** What is known of both: what is empty is filled, and what the host wrote goes before what a guest typed. */
export function united(into: ContactRow, from: ContactRow): ContactRow {
  const taken = guestFields.filter((field) => {
    if (into.edited.includes(field) || from[field] === null) return false
    return into[field] === null || from.edited.includes(field)
  })
  const named = {
    ...into,
    ...Object.fromEntries(taken.map((field) => [field, from[field]])),
    phone: into.phone ?? from.phone,
    company: into.company ?? from.company,
    about: into.about ?? from.about,
    externalId: into.externalId ?? from.externalId,
    tags: joinedTags(into.tags, from.tags),
    edited: guestFields.filter(
      (field) => into.edited.includes(field) || (taken.includes(field) && from.edited.includes(field)),
    ),
  }
  return { ...named, emailKey: normalizeEmail(named.email), nameKey: nameKeyOf(named) }
}

/** Tags of both, the same word in another case once. */
export const joinedTags = (tags: readonly string[], more: readonly string[]): string[] => {
  const known = new Set(tags.map((tag) => tag.toLowerCase()))
  return [...tags, ...more.filter((tag) => !known.has(tag.toLowerCase()))]
}
