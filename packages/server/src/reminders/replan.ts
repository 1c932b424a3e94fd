import { and, asc, eq, gt, inArray, isNotNull, ne, or, type SQL } from 'drizzle-orm'
import { type BookingRow, bookingHosts, bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { eventTypes } from '../event-types/model.ts'
import { holdLog } from '../events/service.ts'
import { workflowFor } from './directory.ts'
import { type ReminderRow, reminderStops, reminders, type WorkflowRow } from './model.ts'
import type { Workflow } from './nearest.ts'
import { type Changes, countOf, planned, reconciled } from './plan.ts'
import { type About, writeChanges } from './write.ts'

const chunk = 200

/**
 * Brings the reminders of bookings to come up to the workflows as they are now, for the event types that are named.
 * Answers how many changed; whoever calls it holds the log. With `trial` nothing is written: how many would change if
 * that workflow were saved.
 */
export async function replan(tx: Tx, ctx: Context, which: SQL | undefined, trial?: WorkflowRow): Promise<number> {
  const workflowOf = workflowsOf(tx, ctx, trial)
  let count = 0
  for (let after: string | null = ''; after !== null; ) {
    const rows = await bookingsToCome(tx, ctx, which, after)
    for (const { about, changes } of await changesOf(tx, ctx, rows, workflowOf)) {
      if (!trial) await writeChanges(tx, ctx, about, changes, 'workflow_changed')
      count += countOf(changes)
    }
    after = nextAfter(rows)
  }
  return count
}

/** The same for a whole organization in transactions of their own, so that nobody waits long to book: once, after an upgrade. */
export async function planAll(ctx: Context): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    const from = after
    after = await ctx.db.transaction(async (tx) => {
      // Whoever books writes to the log first and plans then.
      await holdLog(tx, ctx.organizationId)
      const rows = await bookingsToCome(tx, ctx, undefined, from)
      for (const { about, changes } of await changesOf(tx, ctx, rows, workflowsOf(tx, ctx))) {
        await writeChanges(tx, ctx, about, changes, 'workflow_changed')
      }
      return nextAfter(rows)
    })
  }
}

const nextAfter = (rows: readonly BookingRow[]): string | null =>
  rows.length < chunk ? null : (rows.at(-1)?.id ?? null)

async function changesOf(
  db: Read,
  ctx: Context,
  rows: readonly BookingRow[],
  workflowOf: (eventTypeId: string) => Promise<Workflow>,
): Promise<{ about: About; changes: Changes }[]> {
  const known = await reminderRows(db, rows)
  const hosts = await hostRows(db, rows)
  const stopped = await stoppedKeys(db, ctx, rows)
  const all: { about: About; changes: Changes }[] = []
  for (const booking of rows) {
    const hostIds = hosts.filter((host) => host.bookingId === booking.id).map((host) => host.userId)
    const wanted = planned(await workflowOf(booking.eventTypeId), { ...booking, hostIds })
    const changes = reconciled(known.get(booking.id) ?? [], wanted, {
      now: ctx.now(),
      isStopped: stopped.has(booking.guestKey),
    })
    all.push({ about: { bookingId: booking.id, eventTypeId: booking.eventTypeId }, changes })
  }
  return all
}

/** Each event type's workflow is looked up once. */
function workflowsOf(db: Read, ctx: Context, trial?: WorkflowRow): (eventTypeId: string) => Promise<Workflow> {
  const known = new Map<string, Promise<Workflow>>()
  const load = async (id: string) => {
    const columns = { ownerId: eventTypes.ownerId, reminderWorkflowId: eventTypes.reminderWorkflowId }
    const [type] = await db.select(columns).from(eventTypes).where(eq(eventTypes.id, id))
    return workflowFor(db, ctx, type ?? { ownerId: '', reminderWorkflowId: null }, trial)
  }
  return (id) => {
    const workflow = known.get(id) ?? load(id)
    known.set(id, workflow)
    return workflow
  }
}

/** Those that have not begun, and those over whose follow-ups still wait. */
function bookingsToCome(db: Read, ctx: Context, which: SQL | undefined, after: string): Promise<BookingRow[]> {
  const now = ctx.now()
  const here = eq(reminders.organizationId, ctx.organizationId)
  const waiting = db
    .select({ id: reminders.bookingId })
    .from(reminders)
    .where(and(here, gt(reminders.dueAt, now), isNotNull(reminders.dueMs)))
  const types = db
    .select({ id: eventTypes.id })
    .from(eventTypes)
    .where(and(eq(eventTypes.organizationId, ctx.organizationId), which))
  return db
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.organizationId, ctx.organizationId),
        inArray(bookings.eventTypeId, types),
        eq(bookings.status, 'confirmed'),
        ne(bookings.source, 'demo'),
        or(gt(bookings.startsAt, now), inArray(bookings.id, waiting)),
        gt(bookings.id, after),
      ),
    )
    .orderBy(asc(bookings.id))
    .limit(chunk)
}

async function reminderRows(db: Read, rows: readonly BookingRow[]): Promise<Map<string, ReminderRow[]>> {
  if (rows.length === 0) return new Map()
  const ids = rows.map((row) => row.id)
  const found = await db.select().from(reminders).where(inArray(reminders.bookingId, ids))
  return Map.groupBy(found, (row) => row.bookingId)
}

async function hostRows(db: Read, rows: readonly BookingRow[]) {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  return db
    .select({ bookingId: bookingHosts.bookingId, userId: bookingHosts.userId })
    .from(bookingHosts)
    .where(inArray(bookingHosts.bookingId, ids))
    .orderBy(asc(bookingHosts.position))
}

async function stoppedKeys(db: Read, ctx: Context, rows: readonly BookingRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const keys = rows.map((row) => row.guestKey)
  const found = await db
    .select({ emailKey: reminderStops.emailKey })
    .from(reminderStops)
    .where(and(eq(reminderStops.organizationId, ctx.organizationId), inArray(reminderStops.emailKey, keys)))
  return new Set(found.map((row) => row.emailKey))
}
