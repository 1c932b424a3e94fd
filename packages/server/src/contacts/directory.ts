import { and, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { AppError, notFound } from '../errors.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { normalizeEmail } from '../shapes.ts'
import { noFigures } from './figures.ts'
import { type ContactRow, contactAliases, contactMerges, contacts, contactWords } from './model.ts'
import { keysOf, nameKeyOf } from './words.ts'

/** One contact that the caller may see, by id or `ext:` id; all others are a 404. */
export async function findContact(db: Read, ctx: Context, id: string): Promise<ContactRow> {
  const key = id.startsWith('ext:') ? eq(contacts.externalId, id.slice(4)) : eq(contacts.id, id)
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(key, eq(contacts.organizationId, ctx.organizationId)))
  if (row && sees(ctx, row)) return row
  const survivor = row ? undefined : await mergedInto(db, ctx, id)
  if (!survivor || !sees(ctx, survivor)) throw notFound('contact', id)
  throw new AppError('gone', `This contact was merged into ${survivor.id}.`, { contactId: survivor.id })
}

const sees = (ctx: Context, row: ContactRow): boolean => isAdmin(ctx) || row.userId === userOf(ctx)

/** Where a contact went that is there no more. */
async function mergedInto(db: Read, ctx: Context, id: string): Promise<ContactRow | undefined> {
  const key = id.startsWith('ext:') ? eq(contactMerges.fromExternalId, id.slice(4)) : eq(contactMerges.fromId, id)
  const [merge] = await db
    .select({ contactId: contactMerges.contactId })
    .from(contactMerges)
    .where(and(key, eq(contactMerges.organizationId, ctx.organizationId)))
    .orderBy(desc(contactMerges.createdAt))
    .limit(1)
  return merge && survivorOf(db, merge.contactId)
}

/** The contact with this id, or the one that it was merged into. */
export async function survivorOf(db: Read, id: string): Promise<ContactRow | undefined> {
  const row = await findById(db, id)
  if (row) return row
  const [merge] = await db.select().from(contactMerges).where(eq(contactMerges.fromId, id))
  return merge && survivorOf(db, merge.contactId)
}

/** The id behind an id or `ext:` id in a filter; nobody's when there is none, so that the list is empty. */
export async function contactIdOf(db: Read, ctx: Context, id: string): Promise<string> {
  if (!id.startsWith('ext:')) return id
  const [row] = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.externalId, id.slice(4)), eq(contacts.organizationId, ctx.organizationId)))
  return row?.id ?? ''
}

/** The contact of a host with this address, its own or that of one merged into it, compared as addresses are. */
export async function findByEmail(db: Read, userId: string, email: string): Promise<ContactRow | undefined> {
  const asked = { userId, emailKey: normalizeEmail(email) }
  const [row] = await db.compiled('contact-by-email', asked, () =>
    db
      .select()
      .from(contacts)
      .where(and(eq(contacts.userId, sql.placeholder('userId')), eq(contacts.emailKey, sql.placeholder('emailKey')))),
  )
  if (row) return row
  const [alias] = await db.compiled('contact-by-alias', asked, () =>
    db
      .select({ contactId: contactAliases.contactId })
      .from(contactAliases)
      .where(
        and(
          eq(contactAliases.userId, sql.placeholder('userId')),
          eq(contactAliases.emailKey, sql.placeholder('emailKey')),
        ),
      ),
  )
  return alias && findById(db, alias.contactId)
}

export async function findById(db: Read, id: string): Promise<ContactRow | undefined> {
  const [row] = await db.compiled('contact-by-id', { id }, () =>
    db
      .select()
      .from(contacts)
      .where(eq(contacts.id, sql.placeholder('id'))),
  )
  return row
}

type NewRow = Pick<ContactRow, 'userId' | 'email' | 'source'> &
  Partial<Pick<ContactRow, 'name' | 'phone' | 'company' | 'timezone' | 'about' | 'tags' | 'externalId' | 'edited'>>

/**
 * Writes a new contact and the words it is found by, or nothing if its host has one with this address or the
 * organization one with this external id.
 */
export async function insertContact(tx: Tx, ctx: Context, input: NewRow): Promise<ContactRow | undefined> {
  const row = newRow(ctx, input)
  if (!(await tx.appendNew(contacts, row))) return undefined
  await writeWords(tx, [row])
  return row
}

/** A contact as it is first written. */
export function newRow(ctx: Context, input: NewRow): ContactRow {
  const now = ctx.now()
  const named = { id: ctx.newId('ctc'), name: input.name ?? null, email: input.email }
  return {
    ...named,
    ...noFigures,
    organizationId: ctx.organizationId,
    userId: input.userId,
    emailKey: normalizeEmail(input.email),
    phone: input.phone ?? null,
    company: input.company ?? null,
    timezone: input.timezone ?? null,
    about: input.about ?? null,
    tags: input.tags ?? [],
    source: input.source,
    externalId: input.externalId ?? null,
    edited: input.edited ?? [],
    archivedAt: null,
    nameKey: nameKeyOf(named),
    createdAt: now,
    updatedAt: now,
  }
}

/** Writes the words anew by which a contact is found. */
export async function rewriteWords(tx: Tx, row: ContactRow): Promise<void> {
  await tx.delete(contactWords).where(eq(contactWords.contactId, row.id))
  await writeWords(tx, [row])
}

/** Writes the words by which new contacts are found. */
export async function writeWords(tx: Tx, rows: readonly ContactRow[]): Promise<void> {
  const words = rows.flatMap((row) => {
    const { id: contactId, organizationId, userId } = row
    return keysOf(row).map((word) => ({ organizationId, userId, word, contactId }))
  })
  await tx.append(contactWords, words)
}
