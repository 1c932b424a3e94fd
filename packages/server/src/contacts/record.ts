import { and, eq } from 'drizzle-orm'
import { bookingContacts, bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Fact } from '../events/service.ts'
import { normalizeEmail } from '../shapes.ts'
import { survivorOf } from './directory.ts'
import { contactTimeline, type TimelineKind } from './model.ts'

const kinds: Record<string, TimelineKind> = {
  'booking.created': 'booked',
  'booking.requested': 'requested',
  'booking.confirmed': 'confirmed',
  'booking.declined': 'declined',
  'booking.rescheduled': 'moved',
  'booking.cancelled': 'cancelled',
  'booking.no_show': 'no_show',
  'booking.reassigned': 'reassigned',
  'booking.ended': 'ended',
  'mail.failed': 'mail_failed',
  'reminder.sent': 'reminded',
  'reminder.failed': 'mail_failed',
  'link.created': 'link_shared',
  'link.opened': 'link_opened',
  'link.used': 'link_used',
  'contact.created': 'created',
  'contact.updated': 'edited',
  'contact.merged': 'merged',
  'contact.note_added': 'note',
}

/** Puts a fact onto the timelines of the contacts it concerns, in the fact's own transaction. */
export async function recordFact(tx: Tx, _ctx: Context, fact: Fact): Promise<void> {
  const kind = kindOf(fact)
  if (!kind) return
  const contactIds = new Set(await contactsOf(tx, fact))
  await tx.append(
    contactTimeline,
    [...contactIds].map((contactId) => ({
      contactId,
      eventId: fact.id,
      organizationId: fact.organizationId,
      kind,
      at: fact.createdAt,
      seq: fact.seq,
    })),
  )
}

/** How somebody became a contact by booking, the booking's own entry says. */
function kindOf({ type, data }: Fact): TimelineKind | undefined {
  if (type !== 'contact.created') return kinds[type]
  if (data.source === 'import') return 'imported'
  return data.source === 'manual' ? 'created' : undefined
}

async function contactsOf(tx: Tx, fact: Fact): Promise<string[]> {
  const { type, data, previous, subjectId } = fact
  if (type.startsWith('contact.')) return [subjectId]
  // What hosts and programs are reminded of is no news of the guest.
  if (type.startsWith('reminder.') && data.recipient !== 'guest') return []
  // Whoever had a booking before a change sees the change too.
  if (type.startsWith('booking.')) return [...idsIn(data.contactIds), ...idsIn(previous?.contactIds)]
  if (typeof data.contactId === 'string') return survivorIds(tx, data.contactId)
  return type === 'mail.failed' ? contactsMailed(tx, data) : contactsOfBooking(tx, String(data.bookingId))
}

/** A link may have been read just before its contact was merged. */
async function survivorIds(tx: Tx, contactId: string): Promise<string[]> {
  const row = await survivorOf(tx, contactId)
  return row ? [row.id] : []
}

async function contactsOfBooking(tx: Tx, bookingId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: bookingContacts.contactId })
    .from(bookingContacts)
    .where(eq(bookingContacts.bookingId, bookingId))
  return rows.map((row) => row.id)
}

/** A mail that did not reach a host is no news of the guest. */
async function contactsMailed(tx: Tx, data: Fact['data']): Promise<string[]> {
  const bookingId = String(data.bookingId)
  const toGuest = and(eq(bookings.id, bookingId), eq(bookings.guestKey, normalizeEmail(String(data.to))))
  const [row] = await tx.select({ id: bookings.id }).from(bookings).where(toGuest)
  return row ? contactsOfBooking(tx, row.id) : []
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
