import { and, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { cancelAll } from '../bookings/cancel.ts'
import { type BookingRow, bookingContacts, bookingHosts, bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { isErased } from '../erasure/scrub.ts'
import { eraseTraces, inParts } from '../erasure/traces.ts'
import { AppError } from '../errors.ts'
import { emit, holdLog } from '../events/service.ts'
import { requireAdmin } from '../permissions.ts'
import { findContact } from './directory.ts'
import {
  type ContactErasure,
  type ContactRow,
  contactAliases,
  contactMerges,
  contactNotes,
  contacts,
  contactTimeline,
  contactWords,
  type ErasedContact,
} from './model.ts'

/** Forgets somebody: the contact and all words of and about them. Their bookings stay, without them. */
export async function eraseContact(ctx: Context, id: string, input: ContactErasure): Promise<ErasedContact> {
  if (input.everywhere) requireAdmin(ctx, "erase other members' contacts")
  return ctx.db.transaction(async (tx) => {
    const seen = await findAll(tx, ctx, id, input)
    const hostIds = await hostsOf(tx, await bookingsOf(tx, seen))
    // Whoever changes bookings or contacts holds the hosts first.
    await lockRows(tx, 'users', [...seen.map((one) => one.userId), ...hostIds])
    const theirs = await findAll(tx, ctx, id, input)
    const rows = await bookingsOf(tx, theirs)
    const upcoming = rows.filter((row) => isOpen(row) && row.endsAt > ctx.now()).map((row) => row.id)
    if (upcoming.length > 0 && !input.cancelUpcoming) throw stillMeeting(upcoming)
    await cancelAll(tx, ctx, upcoming)
    await holdLog(tx, ctx.organizationId)
    const contactIds = await withMerged(
      tx,
      theirs.map((one) => one.id),
    )
    const aliases = await tx.select().from(contactAliases).where(inArray(contactAliases.contactId, contactIds))
    const emails = new Set([...theirs, ...aliases].map((one) => one.emailKey))
    for (const row of rows) if (!isErased(row.guestKey)) emails.add(row.guestKey)
    const names = new Set([...theirs.map((one) => one.name), ...rows.map((row) => row.guestName)])
    const bookingIds = rows.map((row) => row.id)
    await eraseTraces(tx, ctx, {
      emails: [...emails],
      names: [...names].filter((name) => name !== null && name.length > 1).map(String),
      contactIds,
      bookingIds,
      alongIds: (await alongOf(tx, ctx, [...emails])).filter((along) => !bookingIds.includes(along)),
      subjectIds: new Set(),
    })
    await forget(tx, contactIds)
    for (const one of theirs) await emit(tx, ctx, 'contact.erased', one.id, { id: one.id })
    return { id: theirs[0]?.id ?? id, bookingCount: rows.length, cancelledCount: upcoming.length }
  })
}

const isOpen = (row: BookingRow): boolean => row.status === 'pending' || row.status === 'confirmed'

const stillMeeting = (bookingIds: string[]) =>
  new AppError(
    'in_use',
    `This contact has ${bookingIds.length} upcoming ${bookingIds.length === 1 ? 'booking' : 'bookings'}; cancel them, or send cancelUpcoming: true.`,
    { bookingIds: bookingIds.slice(0, 100) },
  )

/** The contact that is asked for, and with `everywhere` those that other members have under its address. */
async function findAll(tx: Tx, ctx: Context, id: string, { everywhere }: ContactErasure): Promise<ContactRow[]> {
  const asked = await findContact(tx, ctx, id)
  if (!everywhere) return [asked]
  const others = await tx
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.organizationId, asked.organizationId),
        eq(contacts.emailKey, asked.emailKey),
        ne(contacts.id, asked.id),
      ),
    )
  return [asked, ...others]
}

/** The bookings of contacts: those that landed on them, and those of their hosts under their addresses. */
async function bookingsOf(tx: Tx, theirs: readonly ContactRow[]): Promise<BookingRow[]> {
  const rows = new Map<string, BookingRow>()
  for (const one of theirs) {
    const landed = tx
      .select({ id: bookingContacts.bookingId })
      .from(bookingContacts)
      .where(eq(bookingContacts.contactId, one.id))
    const hosted = tx
      .select({ id: bookingHosts.bookingId })
      .from(bookingHosts)
      .where(eq(bookingHosts.userId, one.userId))
    const byAddress = and(
      eq(bookings.organizationId, one.organizationId),
      eq(bookings.guestKey, one.emailKey),
      inArray(bookings.id, hosted),
    )
    const found = await tx
      .select()
      .from(bookings)
      .where(or(inArray(bookings.id, landed), byAddress))
    for (const row of found) rows.set(row.id, row)
  }
  return [...rows.values()]
}

async function hostsOf(tx: Tx, rows: readonly BookingRow[]): Promise<string[]> {
  const ids = new Set<string>()
  for (const some of inParts(rows.map((row) => row.id))) {
    const hosts = await tx
      .selectDistinct({ userId: bookingHosts.userId })
      .from(bookingHosts)
      .where(inArray(bookingHosts.bookingId, some))
    for (const { userId } of hosts) ids.add(userId)
  }
  return [...ids]
}

/** Bookings of the organization to which one of these addresses was brought along. */
async function alongOf(tx: Tx, ctx: Context, emails: readonly string[]): Promise<string[]> {
  const ids: string[] = []
  for (const email of emails) {
    const pattern = `%${email.replace(/[%_\\]/g, '\\$&')}%`
    const rows = await tx
      .select({ id: bookings.id })
      .from(bookings)
      .where(
        and(
          eq(bookings.organizationId, ctx.organizationId),
          sql`lower(cast(${bookings.additionalGuests} as text)) like ${pattern} escape '\\'`,
        ),
      )
    ids.push(...rows.map((row) => row.id))
  }
  return ids
}

/** These contacts and all that were merged into them, and into those. */
async function withMerged(tx: Tx, contactIds: string[]): Promise<string[]> {
  const merged = await tx.select().from(contactMerges).where(inArray(contactMerges.contactId, contactIds))
  return merged.length === 0
    ? contactIds
    : [
        ...contactIds,
        ...(await withMerged(
          tx,
          merged.map((one) => one.fromId),
        )),
      ]
}

async function forget(tx: Tx, contactIds: string[]): Promise<void> {
  await tx.delete(contactWords).where(inArray(contactWords.contactId, contactIds))
  await tx.delete(contactTimeline).where(inArray(contactTimeline.contactId, contactIds))
  await tx.delete(contactNotes).where(inArray(contactNotes.contactId, contactIds))
  await tx.delete(contactAliases).where(inArray(contactAliases.contactId, contactIds))
  await tx.delete(contactMerges).where(inArray(contactMerges.contactId, contactIds))
  await tx.delete(contacts).where(inArray(contacts.id, contactIds))
}
