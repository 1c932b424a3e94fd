import { and, eq, inArray } from 'drizzle-orm'
import { contactIdOf } from '../contacts/directory.ts'
import type { Context } from '../context.ts'
import { type Page, pageOf } from '../db/page.ts'
import { AppError, invalidField } from '../errors.ts'
import { eventTypeIdOf } from '../event-types/directory.ts'
import { holdLog } from '../events/service.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { given } from '../shapes.ts'
import { userIdOf } from '../users/directory.ts'
import { makeRoom } from './create.ts'
import { findLink } from './directory.ts'
import { renameOwnEventType } from './event-types.ts'
import { expireLater } from './expire.ts'
import type { LinkChange } from './input.ts'
import {
  type Link,
  type LinkAvailability,
  type LinkKind,
  type LinkRow,
  type LinkState,
  linkEventTypes,
  links,
} from './model.ts'
import { presentAll, presentOne } from './present.ts'
import { changeFaults, stateOf } from './rules.ts'
import { inState } from './states.ts'
import { tell } from './tell.ts'

/** An admin sees all of the organization, a member their own. */
export async function listLinks(
  ctx: Context,
  asked: {
    limit: number
    cursor?: string | undefined
    kind?: LinkKind | undefined
    state?: LinkState | undefined
    userId?: string | undefined
    contactId?: string | undefined
    eventTypeId?: string | undefined
  },
): Promise<Page<Link>> {
  const { limit, cursor, ...filters } = asked
  const page = pageOf('links', { limit, cursor }, filters)
  const db = ctx.db.read
  const userId = isAdmin(ctx) ? await userIdOf(db, ctx, asked.userId) : userOf(ctx)
  const contactId = asked.contactId === undefined ? undefined : await contactIdOf(db, ctx, asked.contactId)
  const eventTypeId = await eventTypeIdOf(db, ctx, asked.eventTypeId)
  const offering = (id: string) =>
    db.select({ id: linkEventTypes.linkId }).from(linkEventTypes).where(eq(linkEventTypes.eventTypeId, id))
  const rows = await db
    .select()
    .from(links)
    .where(
      and(
        eq(links.organizationId, ctx.organizationId),
        userId === undefined ? undefined : eq(links.userId, userId),
        asked.kind && eq(links.kind, asked.kind),
        asked.state && inState(asked.state, ctx.now()),
        contactId === undefined ? undefined : eq(links.contactId, contactId),
        eventTypeId === undefined ? undefined : inArray(links.id, offering(eventTypeId)),
        page.after(links.createdAt, links.id),
      ),
    )
    .orderBy(...page.order(links.createdAt, links.id))
    .limit(page.fetch)
  const shown = new Map((await presentAll(db, ctx, rows)).map((link) => [link.id, link]))
  return page.of(rows, (row) => {
    const link = shown.get(row.id)
    if (!link) throw new Error('A listed link could not be shown.')
    return link
  })
}

export async function getLink(ctx: Context, id: string): Promise<Link> {
  return presentOne(ctx.db.read, ctx, await findLink(ctx.db.read, ctx, id))
}

/** Changes a link that was not revoked; one that was used or has expired may be brought back to life. */
export async function changeLink(ctx: Context, id: string, change: LinkChange): Promise<Link> {
  return ctx.db.transaction(async (tx) => {
    await findLink(tx, ctx, id)
    // Whoever books through it writes to the log first and to the link then.
    await holdLog(tx, ctx.organizationId)
    const before = await findLink(tx, ctx, id)
    const now = ctx.now()
    const state = stateOf(before, now)
    if (state === 'revoked') throw new AppError('conflict', 'This link was revoked; make a new one.')
    const availability = mergedHours(before.availability, change.availability)
    const [wrong, ...more] = changeFaults(before, { ...change, availability }, now)
    if (wrong) throw new AppError('invalid_request', wrong.detail, {}, [wrong, ...more])
    if (change.availability !== undefined && state !== 'active') {
      throw new AppError('conflict', `This link is ${state}; what it offers can't be changed any more.`)
    }
    const after: LinkRow = { ...before, ...given({ ...change, availability }), updatedAt: now }
    if (state !== 'active' && stateOf(after, now) === 'active') await makeRoom(tx, ctx, after.kind)
    await tx.update(links).set(after).where(eq(links.id, before.id))
    if (change.title !== undefined) await renameOwnEventType(tx, ctx, after)
    if (change.expiresAt !== undefined) await expireLater(tx, ctx, after)
    await tell(tx, ctx, 'link.updated', after, before)
    return presentOne(tx, ctx, after)
  })
}

/** It opens nothing from now on; what was booked through it stays. Revoking twice changes nothing. */
export async function revokeLink(ctx: Context, id: string): Promise<Link> {
  return ctx.db.transaction(async (tx) => {
    await findLink(tx, ctx, id)
    await holdLog(tx, ctx.organizationId)
    const before = await findLink(tx, ctx, id)
    if (before.revokedAt) return presentOne(tx, ctx, before)
    const now = ctx.now()
    const after: LinkRow = { ...before, revokedAt: now, updatedAt: now }
    await tx.update(links).set({ revokedAt: now, updatedAt: now }).where(eq(links.id, before.id))
    await expireLater(tx, ctx, after)
    await tell(tx, ctx, 'link.revoked', after, before)
    return presentOne(tx, ctx, after)
  })
}

/** A merge patch of hours; the first ones need a zone. */
function mergedHours(
  before: LinkAvailability | null,
  change: LinkChange['availability'],
): LinkAvailability | null | undefined {
  if (change === null || change === undefined) return change
  const timezone = change.timezone ?? before?.timezone
  if (timezone === undefined)
    throw invalidField('#/availability/timezone', 'required', 'Say in which zone the hours are.')
  return {
    timezone,
    weekly: change.weekly ?? before?.weekly ?? [],
    overrides: change.overrides ?? before?.overrides ?? [],
  }
}
