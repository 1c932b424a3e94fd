import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Booking, type BookingContactRow, bookingContacts } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { isErased } from '../erasure/scrub.ts'
import { type Draft, type Enrichment, emit } from '../events/service.ts'
import { findByEmail, insertContact, rewriteWords, survivorOf } from './directory.ts'
import { addBooking, refreshFigures } from './figures.ts'
import { type ContactRow, contacts, type GuestField, guestFields } from './model.ts'
import { presentContact } from './present.ts'
import { nameKeyOf } from './words.ts'

/** Says on whose contact a booking through a link lands, if the link was made for one. */
export type ContactOfLink = (tx: Tx, linkId: string) => Promise<string | null>

interface Known {
  row: ContactRow
  /** As it was before the guest's words; null for somebody new. */
  before: ContactRow | null
}

/**
 * Keeps a booking's contacts in the transaction of each of its events: every host has one, made or touched by the
 * guest's words, and their figures follow. Answers what the event is to say of it.
 */
export const followBookings =
  (contactOfLink: ContactOfLink) =>
  async (tx: Tx, ctx: Context, draft: Draft): Promise<Enrichment> => {
    if (draft.type === 'booking.updated') return {}
    const booking = draft.data as Booking
    const isNew = draft.type === 'booking.created' || draft.type === 'booking.requested'
    const involved = async () => ({
      former: isNew ? [] : await contactsOf(tx, booking.id),
      owner: booking.linkId === null ? undefined : await ownerOf(tx, contactOfLink, booking.linkId),
    })
    const seen = await involved()
    const hostIds = booking.hosts.map((host) => host.userId)
    const userIds = [...new Set([...hostIds, ...(seen.owner ? [seen.owner.userId] : [])])]
    // Whoever writes a host's contacts holds the host first.
    await lockRows(tx, 'users', [...userIds, ...seen.former.map((one) => one.userId)])
    // A merge may have moved them while we waited.
    const { former, owner } = await involved()
    // Who was erased becomes nobody's contact again.
    const joining = isErased(booking.guest.email)
      ? []
      : userIds.filter((userId) => !former.some((one) => one.userId === userId))
    const known: Known[] = []
    for (const userId of joining) {
      known.push(owner?.userId === userId ? { row: owner, before: owner } : await meet(tx, ctx, booking, userId))
    }
    const leaving = former.filter((one) => !userIds.includes(one.userId))
    await relate(tx, booking, { former, leaving, known })
    const start = booking.status === 'confirmed' ? minuteOf(booking.start) : null
    for (const one of known) {
      const figures = isNew ? await addBooking(tx, one.row, start) : await refreshFigures(tx, ctx, one.row.id)
      one.row = { ...one.row, ...figures }
    }
    for (const one of former) await refreshFigures(tx, ctx, one.contactId)
    for (const one of known) await tell(tx, ctx, one)
    const staying = former.filter((one) => userIds.includes(one.userId)).map((one) => one.contactId)
    return {
      data: { contactIds: [...staying, ...known.map((one) => one.row.id)] },
      ...(leaving.length > 0 && { previous: { contactIds: former.map((one) => one.contactId) } }),
    }
  }

const contactsOf = (tx: Tx, bookingId: string): Promise<BookingContactRow[]> =>
  tx.compiled('booking-contacts', { bookingId }, () =>
    tx
      .select()
      .from(bookingContacts)
      .where(eq(bookingContacts.bookingId, sql.placeholder('bookingId'))),
  )

async function ownerOf(tx: Tx, contactOfLink: ContactOfLink, linkId: string): Promise<ContactRow | undefined> {
  const id = await contactOfLink(tx, linkId)
  return id === null ? undefined : survivorOf(tx, id)
}

/** The host's contact with the guest's address: a new one, or the known one with the guest's words taken up. */
async function meet(tx: Tx, ctx: Context, booking: Booking, userId: string): Promise<Known> {
  const { email, name, timezone } = booking.guest
  const found = await findByEmail(tx, userId, email)
  if (found) return takeUp(tx, ctx, found, { name, timezone })
  const source = booking.linkId === null ? 'booking' : 'link'
  const made = await insertContact(tx, ctx, { userId, email, name, timezone, source })
  if (made) return { row: made, before: null }
  const other = await findByEmail(tx, userId, email)
  if (!other) throw new Error('A contact was taken and is not there.')
  return takeUp(tx, ctx, other, { name, timezone })
}

/** A guest's words never overwrite what the host wrote. */
async function takeUp(tx: Tx, ctx: Context, before: ContactRow, words: Record<GuestField, string>): Promise<Known> {
  const theirs = guestFields.filter((field) => !before.edited.includes(field) && before[field] !== words[field])
  if (theirs.length === 0) return { row: before, before }
  const named = { ...before, ...Object.fromEntries(theirs.map((field) => [field, words[field]])) }
  const row: ContactRow = { ...named, nameKey: nameKeyOf(named), updatedAt: ctx.now() }
  const { name, timezone, nameKey, updatedAt } = row
  await tx.update(contacts).set({ name, timezone, nameKey, updatedAt }).where(eq(contacts.id, row.id))
  if (row.name !== before.name) await rewriteWords(tx, row)
  return { row, before }
}

/** Writes to whom the booking belongs now, and what figures are counted from. */
async function relate(
  tx: Tx,
  booking: Booking,
  { former, leaving, known }: { former: BookingContactRow[]; leaving: BookingContactRow[]; known: Known[] },
): Promise<void> {
  const { id: bookingId, status, noShow } = booking
  const startMinute = minuteOf(booking.start)
  const noticeMinutes = Math.max(0, startMinute - Math.floor(minuteOf(booking.createdAt)))
  const now = { status, noShow, startMinute, endMinute: minuteOf(booking.end), noticeMinutes }
  if (leaving.length > 0) {
    const userIds = leaving.map((one) => one.userId)
    await tx
      .delete(bookingContacts)
      .where(and(eq(bookingContacts.bookingId, bookingId), inArray(bookingContacts.userId, userIds)))
  }
  if (former.length > 0) await tx.update(bookingContacts).set(now).where(eq(bookingContacts.bookingId, bookingId))
  await tx.append(
    bookingContacts,
    known.map(({ row }) => ({ bookingId, userId: row.userId, contactId: row.id, ...now })),
  )
}

/** Only what the fields of a contact say is told; that somebody booked again, the booking's own event says. */
async function tell(tx: Tx, ctx: Context, { row, before }: Known): Promise<void> {
  const shown = presentContact(row)
  if (before === null) await emit(tx, ctx, 'contact.created', row.id, shown)
  else {
    const words = guestFields.filter((field) => before[field] !== row[field])
    const previous = Object.fromEntries(words.map((field) => [field, before[field]]))
    if (words.length > 0) await emit(tx, ctx, 'contact.updated', row.id, shown, previous)
  }
}

const minuteOf = (instant: string): number => Date.parse(instant) / 60_000
