import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import { bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { isUniqueViolation, lockRows } from '../db/dialect.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, invalidField } from '../errors.ts'
import { emit } from '../events/service.ts'
import { isAdmin, requireSelfOrAdmin, userOf } from '../permissions.ts'
import { requireFeature, requireRoom } from '../plans/plans.ts'
import { requireWorkflow } from '../reminders/directory.ts'
import { builtIn } from '../reminders/model.ts'
import { slugOf } from '../shapes.ts'
import { findUserAt, findUsers, userIdOf } from '../users/directory.ts'
import type { UserRow } from '../users/model.ts'
import { findEventType, presentEventType, withHosts } from './directory.ts'
import { checkHosts, type HostChoice } from './hosts.ts'
import { mergePatch } from './merge.ts'
import {
  type EventType,
  type EventTypeChange,
  type EventTypeRow,
  eventTypes,
  hosts,
  NewEventType,
  type Offer,
} from './model.ts'

export async function createEventType(ctx: Context, input: NewEventType): Promise<EventType> {
  return ctx.db.transaction((tx) => insertEventType(tx, ctx, input))
}

/** The same inside a transaction. */
export async function insertEventType(tx: Tx, ctx: Context, input: NewEventType): Promise<EventType> {
  const owner = await findUserAt(tx, ctx, input.ownerId ?? userOf(ctx), '#/ownerId')
  requireSelfOrAdmin(ctx, owner.id, 'make event types')
  const chosen = await checkHosts(tx, ctx, owner, input)
  await checkWorkflow(tx, ctx, input.reminderWorkflowId, null)
  await lockRows(tx, 'organizations', [ctx.organizationId])
  const counted = and(eq(eventTypes.organizationId, ctx.organizationId), isNull(eventTypes.linkId))
  await requireRoom(tx, ctx.plan, 'eventTypes', eventTypes, counted)
  const now = ctx.now()
  const row: EventTypeRow = {
    ...columnsOf(input, chosen),
    id: ctx.newId('et'),
    organizationId: ctx.organizationId,
    ownerType: 'user',
    ownerId: owner.id,
    slug: input.slug ?? (await freeSlug(tx, owner.id, input.title)),
    linkId: null,
    createdAt: now,
    updatedAt: now,
  }
  await tx.insert(eventTypes).values(row).catch(explainConflict)
  const offer = { ...row, hosts: await writeHosts(tx, ctx, row.id, chosen) }
  const shown = presentEventType(offer, ctx.publicUrl, owner.username)
  await emit(tx, ctx, 'event_type.created', row.id, shown)
  return shown
}

/** An admin sees all of the organization's, a member those they own or host. */
export async function listEventTypes(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined; ownerId?: string | undefined; active?: boolean | undefined },
): Promise<Page<EventType>> {
  const page = pageOf('event-types', asked, { ownerId: asked.ownerId, active: asked.active })
  const ownerId = await userIdOf(ctx.db.read, ctx, asked.ownerId)
  const rows = await ctx.db.read
    .select()
    .from(eventTypes)
    .where(
      and(
        eq(eventTypes.organizationId, ctx.organizationId),
        isNull(eventTypes.linkId),
        isAdmin(ctx) ? undefined : visibleTo(ctx.db.read, userOf(ctx)),
        ownerId === undefined ? undefined : eq(eventTypes.ownerId, ownerId),
        asked.active === undefined ? undefined : eq(eventTypes.active, asked.active),
        page.after(eventTypes.createdAt, eventTypes.id),
      ),
    )
    .orderBy(...page.order(eventTypes.createdAt, eventTypes.id))
    .limit(page.fetch)
  const offers = new Map((await withHosts(ctx.db.read, rows)).map((offer) => [offer.id, offer]))
  const owners = new Map(
    (
      await findUsers(
        ctx.db.read,
        ctx,
        rows.map((row) => row.ownerId),
      )
    ).map((one) => [one.id, one]),
  )
  return page.of(rows, (row) =>
    presentEventType(
      offers.get(row.id) ?? { ...row, hosts: [] },
      ctx.publicUrl,
      owners.get(row.ownerId)?.username ?? '',
    ),
  )
}

export async function getEventType(ctx: Context, id: string): Promise<EventType> {
  const offer = await findEventType(ctx.db.read, ctx, id)
  return presentEventType(offer, ctx.publicUrl, (await ownerOf(ctx.db.read, ctx, offer)).username)
}

export async function changeEventType(ctx: Context, id: string, change: EventTypeChange): Promise<EventType> {
  return ctx.db.transaction(async (tx) => {
    const before = await findEventType(tx, ctx, id)
    const owner = await ownerOf(tx, ctx, before)
    requireSelfOrAdmin(ctx, owner.id, 'change event types')
    // Whoever books holds the hosts' rows, so rules do not change between a check and its booking.
    await lockRows(
      tx,
      'users',
      before.hosts.map((host) => host.userId),
    )
    // A window of another kind has other fields, so it replaces the old one instead of merging into it.
    const base = change.window?.kind ? { ...inputOf(before), window: {} } : inputOf(before)
    const input = NewEventType.parse(mergePatch(base, change))
    const chosen = await checkHosts(tx, ctx, owner, input)
    await checkWorkflow(tx, ctx, input.reminderWorkflowId, before.reminderWorkflowId)
    const row: EventTypeRow = {
      ...before,
      ...columnsOf(input, chosen),
      slug: input.slug ?? before.slug,
      updatedAt: ctx.now(),
    }
    const { hosts: _, ...columns } = { ...row, hosts: null }
    await tx.update(eventTypes).set(columns).where(eq(eventTypes.id, before.id)).catch(explainConflict)
    await tx.delete(hosts).where(eq(hosts.eventTypeId, before.id))
    const after: Offer = { ...row, hosts: await writeHosts(tx, ctx, row.id, chosen) }
    const shown = presentEventType(after, ctx.publicUrl, owner.username)
    await emit(tx, ctx, 'event_type.updated', before.id, shown, presentEventType(before, ctx.publicUrl, owner.username))
    return shown
  })
}

/** Deletes what nobody is going to meet through; future bookings keep it (409 `in_use`). */
export async function deleteEventType(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const offer = await findEventType(tx, ctx, id)
    const owner = await ownerOf(tx, ctx, offer)
    requireSelfOrAdmin(ctx, owner.id, 'delete event types')
    await lockRows(
      tx,
      'users',
      offer.hosts.map((host) => host.userId),
    )
    const open = await tx
      .select({ id: bookings.id, end: bookings.endsAt })
      .from(bookings)
      .where(and(eq(bookings.eventTypeId, offer.id), inArray(bookings.status, ['pending', 'confirmed'])))
    const future = open.filter((booking) => booking.end > ctx.now()).length
    if (future > 0) {
      const detail = `It has ${future} future booking${future === 1 ? '' : 's'}; cancel them, or set active to false.`
      throw new AppError('in_use', detail, { futureBookings: future })
    }
    await tx.delete(hosts).where(eq(hosts.eventTypeId, offer.id))
    await tx.delete(eventTypes).where(eq(eventTypes.id, offer.id))
    await emit(tx, ctx, 'event_type.deleted', offer.id, presentEventType(offer, ctx.publicUrl, owner.username))
  })
}

/** One that was there already stays, whoever changes something else. */
async function checkWorkflow(
  db: Read,
  ctx: Context,
  id: string | null | undefined,
  before: string | null,
): Promise<void> {
  if (!id || id === before) return
  if (id !== builtIn.id) requireFeature(ctx.plan, 'customReminders')
  await requireWorkflow(db, ctx, id)
}

const ownerOf = (db: Read, ctx: Context, offer: EventTypeRow): Promise<UserRow> =>
  findUserAt(db, ctx, offer.ownerId, '#/ownerId')

const visibleTo = (db: Read, userId: string) =>
  or(
    eq(eventTypes.ownerId, userId),
    inArray(eventTypes.id, db.select({ id: hosts.eventTypeId }).from(hosts).where(eq(hosts.userId, userId))),
  )

async function writeHosts(tx: Tx, ctx: Context, eventTypeId: string, chosen: HostChoice): Promise<Offer['hosts']> {
  const rows = chosen.hosts.map((host, position) => ({ id: ctx.newId('eth'), eventTypeId, position, ...host }))
  await tx.insert(hosts).values(rows)
  return rows
}

function columnsOf(input: NewEventType, chosen: HostChoice) {
  const options = input.durationOptions ?? null
  if (options && !options.includes(input.durationMinutes)) {
    throw invalidField('#/durationOptions', 'default_missing', 'The options must contain durationMinutes.')
  }
  return {
    title: input.title,
    description: input.description,
    durationMinutes: input.durationMinutes,
    durationOptions: options && [...new Set(options)].sort((a, b) => a - b),
    intervalMinutes: input.intervalMinutes ?? null,
    bufferBeforeMinutes: input.bufferBeforeMinutes,
    bufferAfterMinutes: input.bufferAfterMinutes,
    minNoticeMinutes: input.minNoticeMinutes,
    window: input.window,
    limits: input.limits,
    seats: input.seats,
    requiresConfirmation: input.requiresConfirmation,
    scheduling: input.scheduling,
    scheduleId: chosen.scheduleId,
    locations: input.locations,
    questions: input.questions,
    visibility: input.visibility,
    active: input.active,
    redirectUrl: input.redirectUrl ?? null,
    reminderWorkflowId: input.reminderWorkflowId ?? null,
    externalId: input.externalId ?? null,
  }
}

/** What a caller would have sent to make this event type. */
function inputOf(offer: Offer): Record<string, unknown> {
  const { id: _, organizationId: __, linkId: ___, createdAt: ____, updatedAt: _____, ...input } = offer
  return {
    ...input,
    hosts: offer.hosts.map(({ userId, weight, scheduleId }) => ({ userId, weight, ...(scheduleId && { scheduleId }) })),
  }
}

async function freeSlug(tx: Tx, ownerId: string, title: string): Promise<string> {
  const wanted = slugOf(title) || 'meeting'
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${n}`
    const [taken] = await tx
      .select({ id: eventTypes.id })
      .from(eventTypes)
      .where(and(eq(eventTypes.ownerId, ownerId), eq(eventTypes.slug, slug)))
    if (!taken) return slug
  }
}

function explainConflict(error: unknown): never {
  if (isUniqueViolation(error, 'event_types_slug', 'slug')) {
    throw new AppError('slug_taken', 'Another event type of this owner has this slug; choose another.')
  }
  if (isUniqueViolation(error)) throw new AppError('external_id_taken', 'Another event type has this external id.')
  throw error
}
