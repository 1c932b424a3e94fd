import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { type Page, pageOf } from '../db/page.ts'
import { invalidField, notFound } from '../errors.ts'
import { isAdmin, requireSelfOrAdmin, userOf } from '../permissions.ts'
import { schedules } from '../schedules/model.ts'
import { dateOfDay, dayOfDate } from '../time.ts'
import { findUserAt, userIdOf } from '../users/directory.ts'
import { startOfLocalDay } from '../zones.ts'
import { type NewTimeOff, type TimeOff, type TimeOffChange, type TimeOffRow, timeOff } from './model.ts'

type Span = Pick<TimeOffRow, 'startDate' | 'endDate' | 'timezone' | 'startsAt' | 'endsAt' | 'startMinute' | 'endMinute'>

export async function createTimeOff(ctx: Context, input: NewTimeOff): Promise<TimeOff> {
  return ctx.db.transaction(async (tx) => {
    const owner = await findUserAt(tx, ctx, input.userId ?? userOf(ctx), '#/userId')
    requireSelfOrAdmin(ctx, owner.id, 'plan time off')
    await lockRows(tx, 'users', [owner.id])
    const now = ctx.now()
    const row: TimeOffRow = {
      id: ctx.newId('off'),
      organizationId: ctx.organizationId,
      userId: owner.id,
      ...(await spanOf(tx, owner.id, owner.timezone, input)),
      reason: input.reason ?? null,
      createdAt: now,
      updatedAt: now,
    }
    await tx.insert(timeOff).values(row)
    return present(row)
  })
}

export async function listTimeOff(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined; userId?: string | undefined },
): Promise<Page<TimeOff>> {
  const userId = isAdmin(ctx) ? await userIdOf(ctx.db.read, ctx, asked.userId) : userOf(ctx)
  const page = pageOf('time-off', asked, { userId })
  const rows = await ctx.db.read
    .select()
    .from(timeOff)
    .where(
      and(
        eq(timeOff.organizationId, ctx.organizationId),
        userId === undefined ? undefined : eq(timeOff.userId, userId),
        page.after(timeOff.createdAt, timeOff.id),
      ),
    )
    .orderBy(...page.order(timeOff.createdAt, timeOff.id))
    .limit(page.fetch)
  return page.of(rows, present)
}

export async function getTimeOff(ctx: Context, id: string): Promise<TimeOff> {
  return present(await findTimeOff(ctx.db.read, ctx, id))
}

export async function changeTimeOff(ctx: Context, id: string, change: TimeOffChange): Promise<TimeOff> {
  return ctx.db.transaction(async (tx) => {
    const before = await findTimeOff(tx, ctx, id)
    requireSelfOrAdmin(ctx, before.userId, 'change time off')
    await lockRows(tx, 'users', [before.userId])
    const after: TimeOffRow = {
      ...before,
      ...(await spanOf(tx, before.userId, 'UTC', changed(before, change))),
      reason: change.reason === undefined ? before.reason : change.reason,
      updatedAt: ctx.now(),
    }
    await tx.update(timeOff).set(after).where(eq(timeOff.id, before.id))
    return present(after)
  })
}

export async function deleteTimeOff(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await findTimeOff(tx, ctx, id)
    requireSelfOrAdmin(ctx, row.userId, 'delete time off')
    await tx.delete(timeOff).where(eq(timeOff.id, row.id))
  })
}

async function findTimeOff(db: Read, ctx: Context, id: string): Promise<TimeOffRow> {
  const [row] = await db
    .select()
    .from(timeOff)
    .where(and(eq(timeOff.id, id), eq(timeOff.organizationId, ctx.organizationId)))
  if (!row || (!isAdmin(ctx) && row.userId !== userOf(ctx))) throw notFound('time off', id)
  return row
}

/** Whole days are kept as days and as instants; the zone they were meant in is fixed when they are written. */
async function spanOf(tx: Tx, userId: string, homeZone: string, input: NewTimeOff): Promise<Span> {
  if ('start' in input) {
    return {
      startDate: null,
      endDate: null,
      timezone: null,
      startsAt: input.start,
      endsAt: input.end,
      startMinute: Math.floor(input.start.getTime() / 60_000),
      endMinute: Math.ceil(input.end.getTime() / 60_000),
    }
  }
  const timezone = input.timezone ?? (await defaultZone(tx, userId)) ?? homeZone
  const startMinute = startOfLocalDay(input.startDate, timezone)
  const endMinute = startOfLocalDay(dateOfDay(dayOfDate(input.endDate) + 1), timezone)
  return {
    startDate: input.startDate,
    endDate: input.endDate,
    timezone,
    startsAt: new Date(startMinute * 60_000),
    endsAt: new Date(endMinute * 60_000),
    startMinute,
    endMinute,
  }
}

async function defaultZone(tx: Tx, userId: string): Promise<string | undefined> {
  const mine = and(eq(schedules.userId, userId), eq(schedules.isDefault, true))
  const [row] = await tx.select({ timezone: schedules.timezone }).from(schedules).where(mine)
  return row?.timezone
}

function changed(before: TimeOffRow, change: TimeOffChange): NewTimeOff {
  const asInstants =
    change.start ?? change.end ?? (change.startDate || change.endDate || before.startDate ? undefined : before.startsAt)
  if (asInstants) {
    const span = { start: change.start ?? before.startsAt, end: change.end ?? before.endsAt }
    if (span.end <= span.start) throw invalidField('#/end', 'end_before_start', 'The end must be after the start.')
    return span
  }
  const startDate = change.startDate ?? before.startDate
  const endDate = change.endDate ?? before.endDate
  if (!startDate || !endDate) throw invalidField('#/startDate', 'required', 'Send both startDate and endDate.')
  if (endDate < startDate)
    throw invalidField('#/endDate', 'end_before_start', 'The last day must not be before the first.')
  return { startDate, endDate, timezone: change.timezone ?? before.timezone ?? undefined }
}

function present(row: TimeOffRow): TimeOff {
  return {
    id: row.id,
    userId: row.userId,
    startDate: row.startDate,
    endDate: row.endDate,
    timezone: row.timezone,
    start: row.startsAt.toISOString(),
    end: row.endsAt.toISOString(),
    reason: row.reason,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
