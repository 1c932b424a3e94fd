import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { isUniqueViolation, lockRows } from '../db/dialect.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, notFound } from '../errors.ts'
import { eventTypes, hosts } from '../event-types/model.ts'
import { emit } from '../events/service.ts'
import { isAdmin, requireSelfOrAdmin, userOf } from '../permissions.ts'
import { given } from '../shapes.ts'
import { findUserAt, userIdOf } from '../users/directory.ts'
import type { UserRow } from '../users/model.ts'
import { type NewSchedule, type Schedule, type ScheduleChange, type ScheduleRow, schedules } from './model.ts'

/** Writes a schedule; a user's first one becomes their default. */
export async function createSchedule(ctx: Context, input: NewSchedule): Promise<Schedule> {
  return ctx.db.transaction(async (tx) => {
    const owner = await findUserAt(tx, ctx, input.userId ?? userOf(ctx), '#/userId')
    requireSelfOrAdmin(ctx, owner.id, 'make schedules')
    return presentSchedule(await insertSchedule(tx, ctx, owner.id, input))
  })
}

export async function listSchedules(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined; userId?: string | undefined },
): Promise<Page<Schedule>> {
  const userId = isAdmin(ctx) ? await userIdOf(ctx.db.read, ctx, asked.userId) : userOf(ctx)
  const page = pageOf('schedules', asked, { userId })
  const rows = await ctx.db.read
    .select()
    .from(schedules)
    .where(
      and(
        eq(schedules.organizationId, ctx.organizationId),
        userId === undefined ? undefined : eq(schedules.userId, userId),
        page.after(schedules.createdAt, schedules.id),
      ),
    )
    .orderBy(...page.order(schedules.createdAt, schedules.id))
    .limit(page.fetch)
  return page.of(rows, presentSchedule)
}

export async function getSchedule(ctx: Context, id: string): Promise<Schedule> {
  return presentSchedule(await findSchedule(ctx.db.read, ctx, id))
}

export async function changeSchedule(ctx: Context, id: string, change: ScheduleChange): Promise<Schedule> {
  return ctx.db.transaction(async (tx) => {
    const before = await findSchedule(tx, ctx, id)
    requireSelfOrAdmin(ctx, before.userId, 'change schedules')
    if (before.isDefault && change.isDefault === false) {
      throw new AppError('conflict', 'A default schedule stays the default until another one takes its place.')
    }
    // Whoever books holds the user's row, so hours do not change between a check and its booking.
    await lockRows(tx, 'users', [before.userId])
    const after: ScheduleRow = { ...before, ...given(change), updatedAt: ctx.now() }
    if (change.isDefault && !before.isDefault) await dropDefault(tx, before.userId)
    await tx.update(schedules).set(after).where(eq(schedules.id, before.id)).catch(explainConflict)
    await emit(tx, ctx, 'schedule.updated', before.id, presentSchedule(after), presentSchedule(before))
    return presentSchedule(after)
  })
}

/** Deletes a schedule that nothing uses; the default and those that event types name stay (409). */
export async function deleteSchedule(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await findSchedule(tx, ctx, id)
    requireSelfOrAdmin(ctx, row.userId, 'delete schedules')
    if (row.isDefault) throw new AppError('in_use', 'This is the default schedule; make another one the default first.')
    const users = await usersOf(tx, row.id)
    if (users.length > 0) {
      throw new AppError('in_use', `This schedule is used by ${users.join(', ')}; give them another one first.`)
    }
    await tx.delete(schedules).where(eq(schedules.id, row.id))
    await emit(tx, ctx, 'schedule.deleted', row.id, presentSchedule(row))
  })
}

/** Monday to Friday, 09:00 to 17:00 in the person's zone: a new member can be booked at once, and edits it later. */
export async function addDefaultSchedule(tx: Tx, ctx: Context, user: Pick<UserRow, 'id' | 'timezone'>): Promise<void> {
  await insertSchedule(tx, ctx, user.id, {
    name: 'Working hours',
    timezone: user.timezone,
    weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], start: '09:00', end: '17:00' }],
    overrides: [],
    isDefault: true,
  })
}

export async function findSchedule(db: Read, ctx: Pick<Context, 'organizationId'>, id: string): Promise<ScheduleRow> {
  const key = id.startsWith('ext:') ? eq(schedules.externalId, id.slice(4)) : eq(schedules.id, id)
  const [row] = await db
    .select()
    .from(schedules)
    .where(and(key, eq(schedules.organizationId, ctx.organizationId)))
  if (!row) throw notFound('schedule', id)
  return row
}

export function presentSchedule(row: ScheduleRow): Schedule {
  return {
    id: row.id,
    userId: row.userId,
    name: row.name,
    timezone: row.timezone,
    weekly: row.weekly,
    overrides: row.overrides,
    isDefault: row.isDefault,
    externalId: row.externalId,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

async function insertSchedule(tx: Tx, ctx: Context, userId: string, input: NewSchedule): Promise<ScheduleRow> {
  const now = ctx.now()
  await lockRows(tx, 'users', [userId])
  const [first] = await tx.select({ id: schedules.id }).from(schedules).where(eq(schedules.userId, userId)).limit(1)
  const isDefault = input.isDefault || first === undefined
  if (isDefault) await dropDefault(tx, userId)
  const row: ScheduleRow = {
    id: ctx.newId('sch'),
    organizationId: ctx.organizationId,
    userId,
    name: input.name,
    timezone: input.timezone,
    weekly: input.weekly,
    overrides: input.overrides,
    isDefault,
    externalId: input.externalId ?? null,
    createdAt: now,
    updatedAt: now,
  }
  await tx.insert(schedules).values(row).catch(explainConflict)
  await emit(tx, ctx, 'schedule.created', row.id, presentSchedule(row))
  return row
}

async function dropDefault(tx: Tx, userId: string): Promise<void> {
  await tx
    .update(schedules)
    .set({ isDefault: false })
    .where(and(eq(schedules.userId, userId), eq(schedules.isDefault, true)))
}

async function usersOf(tx: Tx, scheduleId: string): Promise<string[]> {
  const own = await tx.select({ title: eventTypes.title }).from(eventTypes).where(eq(eventTypes.scheduleId, scheduleId))
  const hosted = await tx
    .select({ title: eventTypes.title })
    .from(hosts)
    .innerJoin(eventTypes, eq(eventTypes.id, hosts.eventTypeId))
    .where(eq(hosts.scheduleId, scheduleId))
  return [...new Set([...own, ...hosted].map((one) => `“${one.title}”`))]
}

function explainConflict(error: unknown): never {
  if (isUniqueViolation(error)) throw new AppError('external_id_taken', 'Another schedule has this external id.')
  throw error
}
