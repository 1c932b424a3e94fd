import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { given, normalizeEmail } from '../shapes.ts'
import { newRow } from './directory.ts'
import type { ImportedRow, RowFault } from './import-row.ts'
import { joinedTags } from './merge.ts'
import { type ContactRow, contactAliases, contacts, guestFields } from './model.ts'
import { changedFields, presentContact } from './present.ts'
import { nameKeyOf } from './words.ts'

/** A contact that rows speak of: as it is, and as it will be. */
export interface Planned {
  before: ContactRow | null
  after: ContactRow
}

/** What is known while a file is read: whom addresses and external ids belong to. */
export interface Known {
  byEmail: Map<string, Planned>
  byId: Map<string, Planned>
  byExternalId: Map<string, string>
}

export type Outcome = 'created' | 'updated' | 'unchanged' | RowFault

export const nobodyKnown = (): Known => ({ byEmail: new Map(), byId: new Map(), byExternalId: new Map() })

/** Reads whom these rows may speak of, besides those known already. */
export async function meetAll(
  db: Read,
  ctx: Context,
  userId: string,
  rows: readonly ImportedRow[],
  known: Known,
): Promise<void> {
  const keys = [...new Set(rows.map((row) => normalizeEmail(row.email)))].filter((key) => !known.byEmail.has(key))
  const found = keys.length === 0 ? [] : await byAddress(db, userId, keys)
  for (const { key, row } of found) {
    const one = known.byId.get(row.id) ?? { before: row, after: row }
    known.byId.set(row.id, one)
    known.byEmail.set(key, one)
  }
  const externalIds = rows.flatMap((row) => row.externalId ?? [])
  if (externalIds.length === 0) return
  const owners = await db
    .select({ id: contacts.id, externalId: contacts.externalId })
    .from(contacts)
    .where(and(eq(contacts.organizationId, ctx.organizationId), inArray(contacts.externalId, externalIds)))
  for (const { id, externalId } of owners) {
    if (externalId !== null && !known.byExternalId.has(externalId)) known.byExternalId.set(externalId, id)
  }
}

/** What a row makes of what is known. Empty cells say nothing, so they take nothing away. */
export function apply(ctx: Context, userId: string, row: ImportedRow, known: Known): Outcome {
  const { email, ...said } = given(row)
  const key = normalizeEmail(email)
  const one = known.byEmail.get(key)
  const { externalId } = said
  const edited = guestFields.filter((field) => typeof said[field] === 'string')
  const base = one?.after ?? newRow(ctx, { ...said, userId, email, edited, source: 'import' })
  if (externalId != null && (known.byExternalId.get(externalId) ?? base.id) !== base.id) return taken
  if (externalId != null) known.byExternalId.set(externalId, base.id)
  if (!one) {
    known.byEmail.set(key, { before: null, after: base })
    return 'created'
  }
  // Under an address that was merged away a file tells of what is missing, and changes nothing that is there.
  const added = key === base.emailKey ? said : missing(base, said)
  const named = { ...base, ...added, tags: joinedTags(base.tags, said.tags ?? []) }
  const all = guestFields.filter((field) => base.edited.includes(field) || edited.includes(field))
  const after: ContactRow = { ...named, edited: all, nameKey: nameKeyOf(named) }
  if (Object.keys(changedFields(presentContact(base), presentContact(after))).length === 0) return 'unchanged'
  one.after = { ...after, updatedAt: ctx.now() }
  return 'updated'
}

const missing = <S extends Partial<ContactRow>>(base: ContactRow, said: S): Partial<S> =>
  // What is left of a row's fields are fields of it still.
  Object.fromEntries(Object.entries(said).filter(([field]) => (Reflect.get(base, field) ?? '') === '')) as Partial<S>

const taken: RowFault = {
  column: null,
  code: 'external_id_taken',
  detail: 'Another contact of the organization has this external id.',
}

/** Contacts by their own addresses and by those of contacts that were merged into them. */
async function byAddress(db: Read, userId: string, keys: string[]): Promise<{ key: string; row: ContactRow }[]> {
  const own = await db
    .select()
    .from(contacts)
    .where(and(eq(contacts.userId, userId), inArray(contacts.emailKey, keys)))
  const merged = await db
    .select({ key: contactAliases.emailKey, row: contacts })
    .from(contactAliases)
    .innerJoin(contacts, eq(contacts.id, contactAliases.contactId))
    .where(and(eq(contactAliases.userId, userId), inArray(contactAliases.emailKey, keys)))
  const seen = new Set(own.map((row) => row.emailKey))
  return [...own.map((row) => ({ key: row.emailKey, row })), ...merged.filter(({ key }) => !seen.has(key))]
}
