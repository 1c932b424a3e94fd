import { and, eq, gte, inArray, lt } from 'drizzle-orm'
import { findBooking, visible } from '../bookings/directory.ts'
import { bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, notFound } from '../errors.ts'
import { holdLog } from '../events/service.ts'
import { type Reminder, type ReminderReason, type ReminderRow, type ReminderState, reminders } from './model.ts'
import { recipientOf } from './recipient.ts'
import { isPastIts } from './rules.ts'

export interface ReminderFilter {
  limit: number
  cursor?: string | undefined
  state?: ReminderState | undefined
  bookingId?: string | undefined
  'dueAt[gte]'?: Date | undefined
  'dueAt[lt]'?: Date | undefined
}

/** The ledger in the order in which things are due, as far as the caller may see the bookings. */
export async function listReminders(ctx: Context, asked: ReminderFilter): Promise<Page<Reminder>> {
  const { limit, cursor, ...filters } = asked
  const page = pageOf('reminders', { limit, cursor }, filters, 'earliest first')
  const db = ctx.db.read
  const from = asked['dueAt[gte]']
  const before = asked['dueAt[lt]']
  const rows = await db
    .select()
    .from(reminders)
    .where(
      and(
        eq(reminders.organizationId, ctx.organizationId),
        ofVisible(db, ctx),
        asked.state && eq(reminders.state, asked.state),
        asked.bookingId === undefined ? undefined : eq(reminders.bookingId, asked.bookingId),
        from && gte(reminders.dueAt, from),
        before && lt(reminders.dueAt, before),
        page.after(reminders.dueAt, reminders.id),
      ),
    )
    .orderBy(...page.order(reminders.dueAt, reminders.id))
    .limit(page.fetch)
  return page.of(rows, presentReminder, (row) => row.dueAt)
}

/** All that was planned for a booking, what came of it, and why. */
export async function listBookingReminders(
  ctx: Context,
  id: string,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<Reminder>> {
  return listReminders(ctx, { ...asked, bookingId: (await findBooking(ctx.db.read, ctx, id)).id })
}

export async function getReminder(ctx: Context, id: string): Promise<Reminder> {
  return presentReminder(await findReminder(ctx.db.read, ctx, id))
}

const retried: readonly (ReminderReason | null)[] = ['no_endpoint', 'sms_not_configured']

/** Tries again at once what failed, or what nobody could take then, as long as it is not too late. */
export async function retryReminder(ctx: Context, id: string): Promise<Reminder> {
  return ctx.db.transaction(async (tx) => {
    await findReminder(tx, ctx, id)
    // Whoever books writes to the log first and plans then.
    await holdLog(tx, ctx.organizationId)
    const row = await findReminder(tx, ctx, id)
    const isRetriable = row.state === 'failed' || (row.state === 'skipped' && retried.includes(row.reason))
    if (!isRetriable) {
      const detail = `This reminder is ${row.state}; only one that failed or that nobody could take is tried again.`
      throw new AppError('conflict', detail, { state: row.state, reason: row.reason })
    }
    const [booking] = await tx.select().from(bookings).where(eq(bookings.id, row.bookingId))
    if (booking?.status !== 'confirmed' || booking.startsAt.getTime() !== row.startsAt.getTime()) {
      throw new AppError('booking_closed', 'The booking was cancelled or moved since; there is nothing to send.')
    }
    const now = ctx.now()
    if (isPastIts(row, now)) throw new AppError('conflict', 'Its time has passed; nobody wants it any more.')
    const change = { state: 'scheduled' as const, reason: null, dueMs: now.getTime(), attempts: 0, updatedAt: now }
    await tx.update(reminders).set(change).where(eq(reminders.id, row.id))
    return presentReminder({ ...row, ...change })
  })
}

export function presentReminder(row: ReminderRow): Reminder {
  return {
    id: row.id,
    bookingId: row.bookingId,
    eventTypeId: row.eventTypeId,
    workflowId: row.workflowId,
    stepId: row.stepId,
    offsetMinutes: row.offsetMinutes,
    channel: row.channel,
    ...recipientOf(row.recipient),
    start: row.startsAt.toISOString(),
    dueAt: row.dueAt.toISOString(),
    state: row.state,
    reason: row.reason,
    error: row.error,
    attempts: row.attempts,
    nextAttemptAt: row.state === 'scheduled' && row.dueMs !== null ? new Date(row.dueMs).toISOString() : null,
    mailId: row.mailId,
    sentAt: row.sentAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

async function findReminder(db: Read, ctx: Context, id: string): Promise<ReminderRow> {
  const [row] = await db
    .select()
    .from(reminders)
    .where(and(eq(reminders.id, id), eq(reminders.organizationId, ctx.organizationId), ofVisible(db, ctx)))
  if (!row) throw notFound('reminder', id)
  return row
}

/** Whoever sees a booking sees its reminders. */
function ofVisible(db: Read, ctx: Context) {
  const seen = visible(db, ctx)
  return seen && inArray(reminders.bookingId, db.select({ id: bookings.id }).from(bookings).where(seen))
}
