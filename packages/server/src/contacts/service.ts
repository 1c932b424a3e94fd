import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { isUniqueViolation, lockRows } from '../db/dialect.ts'
import { AppError } from '../errors.ts'
import { emit } from '../events/service.ts'
import { requireSelfOrAdmin, userOf } from '../permissions.ts'
import { given, normalizeEmail } from '../shapes.ts'
import { findUserAt } from '../users/directory.ts'
import { findByEmail, findContact, insertContact, rewriteWords } from './directory.ts'
import { countBookings } from './figures.ts'
import {
  type Contact,
  type ContactChange,
  type ContactRow,
  type ContactWithSummary,
  contacts,
  guestFields,
  type NewContact,
} from './model.ts'
import { changedFields, presentContact, presentSummary } from './present.ts'
import { nameKeyOf } from './words.ts'

/** Adds somebody by hand; what is written here no guest overwrites. */
export async function createContact(ctx: Context, input: NewContact): Promise<Contact> {
  return ctx.db.transaction(async (tx) => {
    const owner = await findUserAt(tx, ctx, input.userId ?? userOf(ctx), '#/userId')
    requireSelfOrAdmin(ctx, owner.id, 'add contacts')
    await lockRows(tx, 'users', [owner.id])
    const { email, userId: _, ...fields } = input
    const edited = guestFields.filter((field) => typeof fields[field] === 'string')
    const same = await findByEmail(tx, owner.id, email)
    if (same) throw emailTaken(email, same)
    const row = await insertContact(tx, ctx, {
      ...given(fields),
      userId: owner.id,
      email,
      edited,
      source: 'manual',
    })
    if (!row) throw externalIdTaken()
    return (await emit(tx, ctx, 'contact.created', row.id, presentContact(row))).data
  })
}

export async function getContact(ctx: Context, id: string): Promise<ContactWithSummary> {
  const row = await findContact(ctx.db.read, ctx, id)
  return { ...presentContact(row), summary: presentSummary(await countBookings(ctx.db.read, ctx, row.id)) }
}

/** Changes what the host knows of somebody; from then on guests' words leave these fields alone. */
export async function changeContact(ctx: Context, id: string, change: ContactChange): Promise<Contact> {
  return ctx.db.transaction(async (tx) => {
    const before = await holdContact(tx, ctx, id)
    const named = { ...before, ...given(change) }
    const after: ContactRow = {
      ...named,
      emailKey: normalizeEmail(named.email),
      nameKey: nameKeyOf(named),
      edited: guestFields.filter((field) => before.edited.includes(field) || change[field] !== undefined),
    }
    if (after.emailKey !== before.emailKey) await requireFreeEmail(tx, after)
    return save(tx, ctx, before, after)
  })
}

/** Takes somebody out of the list; nothing is lost, and who books again stays archived. Twice changes nothing. */
export async function archiveContact(ctx: Context, id: string): Promise<Contact> {
  return ctx.db.transaction(async (tx) => {
    const before = await holdContact(tx, ctx, id)
    return save(tx, ctx, before, { ...before, archivedAt: before.archivedAt ?? ctx.now() })
  })
}

/** Puts an archived contact back into the list. */
export async function restoreContact(ctx: Context, id: string): Promise<Contact> {
  return ctx.db.transaction(async (tx) => {
    const before = await holdContact(tx, ctx, id)
    return save(tx, ctx, before, { ...before, archivedAt: null })
  })
}

/** A contact as it is until the commit: whoever writes a host's contacts holds the host first. */
export async function holdContact(tx: Tx, ctx: Context, id: string): Promise<ContactRow> {
  const found = await findContact(tx, ctx, id)
  await lockRows(tx, 'users', [found.userId])
  return findContact(tx, ctx, found.id)
}

/** Writes a changed contact, the words it is found by and the fact of it; nothing if nothing differs. */
async function save(tx: Tx, ctx: Context, before: ContactRow, after: ContactRow): Promise<Contact> {
  const previous = changedFields(presentContact(before), presentContact(after))
  const { email, emailKey, name, phone, company, timezone, about, tags, externalId, edited, archivedAt, nameKey } =
    after
  const changes = Object.keys(previous).length > 0
  const updatedAt = changes ? ctx.now() : before.updatedAt
  // The figures are left out: a booking may be counting them at this moment.
  await tx
    .update(contacts)
    .set({
      ...{ email, emailKey, name, phone, company, timezone, about, tags, externalId, edited, archivedAt, nameKey },
      updatedAt,
    })
    .where(eq(contacts.id, before.id))
    .catch(explainConflict)
  const shown = presentContact({ ...after, updatedAt })
  if (!changes) return shown
  await rewriteWords(tx, after)
  return (await emit(tx, ctx, 'contact.updated', before.id, shown, previous)).data
}

async function requireFreeEmail(tx: Tx, row: ContactRow): Promise<void> {
  const other = await findByEmail(tx, row.userId, row.email)
  if (other && other.id !== row.id) throw emailTaken(row.email, other)
}

function emailTaken(email: string, other: ContactRow): AppError {
  const detail = `There is already a contact with the address ${email}; change or merge that one.`
  const faults = [{ pointer: '#/email', code: 'email_taken', detail }]
  return new AppError('email_taken', detail, { contactId: other.id }, faults)
}

/** Says which other contact has what must be its alone. */
export function explainConflict(error: unknown): never {
  if (isUniqueViolation(error, 'contacts_external', 'external_id')) throw externalIdTaken()
  throw error
}

const externalIdTaken = () =>
  new AppError('external_id_taken', 'Another contact of the organization has this external id.')
