import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { notFound } from '../errors.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { normalizeEmail } from '../shapes.ts'
import { noFigures } from './figures.ts'
import { type ContactRow, contacts, contactWords } from './model.ts'
import { keysOf, nameKeyOf } from './words.ts'

/** One contact that the caller may see, by id or `ext:` id; all others are a 404. */
export async function findContact(db: Read, ctx: Context, id: string): Promise<ContactRow> {
  const key = id.startsWith('ext:') ? eq(contacts.externalId, id.slice(4)) : eq(contacts.id, id)
  const [row] = await db
    .select()
    .from(contacts)
    .where(and(key, eq(contacts.organizationId, ctx.organizationId)))
  if (!row || (!isAdmin(ctx) && row.userId !== userOf(ctx))) throw notFound('contact', id)
  return row
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

/** The contact of a host with this address, compared as addresses are. */
export async function findByEmail(db: Read, userId: string, email: string): Promise<ContactRow | undefined> {
  const [row] = await db.compiled('contact-by-email', { userId, emailKey: normalizeEmail(email) }, () =>
    db
      .select()
      .from(contacts)
      .where(and(eq(contacts.userId, sql.placeholder('userId')), eq(contacts.emailKey, sql.placeholder('emailKey')))),
  )
  return row
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
  const now = ctx.now()
  const named = { id: ctx.newId('ctc'), name: input.name ?? null, email: input.email }
  const row: ContactRow = {
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
  if (!(await tx.appendNew(contacts, row))) return undefined
  await writeWords(tx, row)
  return row
}

/** Writes the words anew by which a contact is found. */
export async function rewriteWords(tx: Tx, row: ContactRow): Promise<void> {
  await tx.delete(contactWords).where(eq(contactWords.contactId, row.id))
  await writeWords(tx, row)
}

async function writeWords(tx: Tx, row: ContactRow): Promise<void> {
  const { id: contactId, organizationId, userId } = row
  await tx.append(
    contactWords,
    keysOf(row).map((word) => ({ organizationId, userId, word, contactId })),
  )
}
