import { and, asc, eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { brandOf } from '../email/brand.ts'
import { sendOnce } from '../email/service.ts'
import { isErased } from '../erasure/scrub.ts'
import { type EventKind, events } from '../events/model.ts'
import type { Fact } from '../events/service.ts'
import type { Job } from '../jobs/model.ts'
import { dequeue, enqueue } from '../jobs/queue.ts'
import { findOrganization } from '../organizations/service.ts'
import { findUsers } from '../users/directory.ts'
import { manageUrl } from './create.ts'
import { bookingMail } from './mail.ts'
import type { BookingMailData, BookingMailKind, Recipient } from './mail-data.ts'
import { mailData, meetingOf, participantOf } from './mail-source.ts'
import { type Booking, type BookingRow, bookings } from './model.ts'

const kinds: Partial<Record<EventKind, BookingMailKind>> = {
  'booking.created': 'confirmed',
  'booking.requested': 'requested',
  'booking.confirmed': 'request_confirmed',
  'booking.declined': 'declined',
  'booking.rescheduled': 'rescheduled',
  'booking.cancelled': 'cancelled',
  'booking.reassigned': 'reassigned',
}

type Announcer = (tx: Tx, bookingId: string) => Promise<string | null>

let announceReminders: Announcer = async () => null

/** Hands over what tells a guest which reminders will come: bookings do not know who sends them. */
export function announceRemindersWith(announcer: Announcer): void {
  announceReminders = announcer
}

/** Queues what follows from a booking's event, in the event's own transaction: the mails, and the end of the meeting. */
export async function followBooking(tx: Tx, ctx: Context, fact: Fact): Promise<void> {
  const booking = fact.data as Pick<Booking, 'id' | 'end' | 'status' | 'seriesId'>
  if (ctx.source !== 'demo' && kinds[fact.type]) {
    // One mail tells of everything that one change did to a series; it is filed under the first meeting.
    const key = ctx.cause === undefined ? {} : { key: `mail:${ctx.cause}`, keep: 'first' as const }
    await enqueue(tx, ctx, 'booking.mail', { eventId: fact.id, series: ctx.cause !== undefined }, key)
  }
  if (fact.type === 'booking.updated' || fact.type === 'booking.ended' || fact.type === 'booking.no_show') return
  const key = `end:${booking.id}`
  const open = booking.status === 'pending' || booking.status === 'confirmed'
  const isNew = fact.type === 'booking.created' || fact.type === 'booking.requested'
  const keep = isNew ? { keep: 'fresh' as const } : {}
  if (open)
    await enqueue(tx, ctx, 'booking.end', { bookingId: booking.id }, { key, dueAt: new Date(booking.end), ...keep })
  else await dequeue(tx, key)
}

/** Writes the mails that an event calls for, once: their ids follow from the event's. */
export async function mailBooking(ctx: Context, job: Job, done: (tx: Tx) => Promise<void>): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const fact = await factOf(tx, ctx, String(job.payload.eventId))
    const kind = fact && kinds[fact.type]
    const row = fact && (await rowOf(tx, fact.subjectId))
    const series = fact && row && job.payload.series === true ? await seriesOf(tx, row, fact) : []
    if (fact && kind && row) await writeMails(tx, ctx, kind, fact, row, series)
    await done(tx)
  })
}

async function factOf(tx: Tx, ctx: Context, id: string): Promise<Fact | undefined> {
  const [fact] = await tx.compiled('event', { id, organizationId: ctx.organizationId }, () =>
    tx
      .select()
      .from(events)
      .where(and(eq(events.id, sql.placeholder('id')), eq(events.organizationId, sql.placeholder('organizationId')))),
  )
  return fact
}

async function rowOf(tx: Tx, id: string): Promise<BookingRow | undefined> {
  const [row] = await tx.compiled('booking', { id }, () =>
    tx
      .select()
      .from(bookings)
      .where(eq(bookings.id, sql.placeholder('id'))),
  )
  return row
}

async function writeMails(
  tx: Tx,
  ctx: Context,
  kind: BookingMailKind,
  fact: Fact,
  row: BookingRow,
  series: readonly BookingRow[],
): Promise<void> {
  const shown = fact.data as Booking
  const previous = (fact.previous ?? {}) as Partial<Booking>
  const booking = asOf(row, shown)
  const people = await findUsers(
    tx,
    ctx,
    [...shown.hosts, ...(previous.hosts ?? [])].map((host) => host.userId),
  )
  const named = (list: Booking['hosts']) => list.flatMap((host) => people.filter((user) => user.id === host.userId))
  const hosts = named(shown.hosts)
  const former = named(previous.hosts ?? []).filter((user) => !hosts.includes(user))
  const reason = { cancelled: row.cancelReason, declined: row.cancelReason, rescheduled: shown.rescheduleReason }[
    String(kind)
  ]
  const data: BookingMailData = {
    ...mailData({ booking, hosts, now: fact.createdAt, manageUrl: manageUrl(ctx, row.id), publicUrl: ctx.publicUrl }),
    ...(previous.start && { previousStart: new Date(previous.start) }),
    ...(former.length > 0 && { previousHosts: former.map(participantOf) }),
    ...(reason && { reason }),
    by: fact.actorType === 'guest' ? 'guest' : 'host',
    ...(series.length > 1 && { series: series.map(meetingOf) }),
    pending: (previous.status ?? shown.status) === 'pending' && kind !== 'request_confirmed',
  }
  const announced = await announceReminders(tx, row.id)
  if (announced) data.reminders = announced
  const brand = brandOf(await findOrganization(tx, ctx))
  // Nobody is there any more to write to where a guest was erased.
  const recipients = recipientsOf(kind, data, former.map(participantOf)).filter(({ to }) => !isErased(to.email))
  const mails = recipients.map(({ recipient, to }, i) => ({
    id: `mail_${fact.id}_${i}`,
    kind: `booking.${kind}`,
    subjectId: row.id,
    message: { ...bookingMail(kind, data, recipient, brand), to },
  }))
  await sendOnce(tx, ctx, mails)
}

/** The booking as the event tells it, so that a mail never runs ahead of, or behind, what it is about. */
const asOf = (row: BookingRow, shown: Booking): BookingRow => ({
  ...row,
  startsAt: new Date(shown.start),
  endsAt: new Date(shown.end),
  location: shown.location,
  notes: shown.notes,
  revision: shown.revision,
  updatedAt: new Date(shown.updatedAt),
})

/** The meetings that one change made or cancelled together. */
async function seriesOf(tx: Tx, row: BookingRow, fact: Fact): Promise<BookingRow[]> {
  const all = await tx
    .select()
    .from(bookings)
    .where(eq(bookings.seriesId, row.seriesId ?? ''))
    .orderBy(asc(bookings.startsAt))
  if (fact.type === 'booking.created' || fact.type === 'booking.requested') return all
  if (fact.type !== 'booking.cancelled') return []
  return all.filter((one) => one.cancelledAt?.getTime() === fact.createdAt.getTime())
}

function recipientsOf(
  kind: BookingMailKind,
  data: BookingMailData,
  former: BookingMailData['hosts'],
): { recipient: Recipient; to: { name?: string; email: string } }[] {
  const guest = { recipient: { role: 'guest' } as const, to: { name: data.guest.name, email: data.guest.email } }
  const others = data.additionalGuests.map((email) => ({
    recipient: { role: 'additional_guest', email } as const,
    to: { email },
  }))
  const hosts = data.hosts.map((host) => ({
    recipient: { role: 'host', host } as const,
    to: { name: host.name, email: host.email },
  }))
  const leaving = former.map((host) => ({
    recipient: { role: 'former_host', host } as const,
    to: { name: host.name, email: host.email },
  }))
  if (kind === 'declined') return [guest]
  if (kind === 'requested') return [guest, ...hosts]
  return [guest, ...others, ...hosts, ...leaving]
}
