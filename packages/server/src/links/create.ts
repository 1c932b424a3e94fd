import { and, eq } from 'drizzle-orm'
import { findContact } from '../contacts/directory.ts'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { AppError, invalidField } from '../errors.ts'
import { emit } from '../events/service.ts'
import { randomText } from '../ids.ts'
import { requireSelfOrAdmin, userOf } from '../permissions.ts'
import { requireFeature, requireRoom } from '../plans/plans.ts'
import { hashToken } from '../secrets.ts'
import { findUserAt } from '../users/directory.ts'
import { chosenEventTypes, insertOwnEventType } from './event-types.ts'
import { expireLater } from './expire.ts'
import type { NewLink } from './input.ts'
import { type CreatedLink, type LinkRow, linkEventTypes, links } from './model.ts'
import { factOf, presentOne } from './present.ts'
import { shareDays, timeFaults } from './rules.ts'
import { inState } from './states.ts'

/** A link of one's own, or for another member; its address is shown once. */
export async function createLink(ctx: Context, input: NewLink): Promise<CreatedLink> {
  const now = ctx.now()
  const [late, ...more] = timeFaults(input, now)
  if (late) throw new AppError('invalid_request', late.detail, {}, [late, ...more])
  return ctx.db.transaction(async (tx) => {
    const host = await findUserAt(tx, ctx, input.userId ?? userOf(ctx), '#/userId')
    requireSelfOrAdmin(ctx, host.id, 'make links')
    await makeRoom(tx, ctx, input.kind)
    const contactId = await contactOf(tx, ctx, host.id, input.contactId)
    const chosen = await chosenEventTypes(tx, ctx, host.id, input)
    // 24 characters carry 142 bits.
    const token = randomText(24)
    const row: LinkRow = {
      id: ctx.newId('lnk'),
      organizationId: ctx.organizationId,
      kind: input.kind,
      hash: hashToken(token),
      userId: host.id,
      createdBy: userOf(ctx),
      title: input.title ?? null,
      durationMinutes: input.durationMinutes ?? null,
      starts: input.starts?.map((start) => start.getTime() / 60_000) ?? null,
      availability: input.availability ?? null,
      nextDays: input.nextDays ?? null,
      maxUses: input.maxUses ?? (input.kind === 'share' ? null : 1),
      uses: 0,
      expiresAt: input.expiresAt ?? (input.kind === 'share' ? daysAfter(now, shareDays) : null),
      revokedAt: null,
      rearmOnCancel: input.rearmOnCancel,
      contactId,
      greeting: input.greeting ?? null,
      opens: 0,
      lastOpenedAt: null,
      createdAt: now,
      updatedAt: now,
    }
    await tx.insert(links).values(row)
    const ids = chosen.length > 0 ? chosen.map((offer) => offer.id) : [await insertOwn(tx, ctx, row)]
    const rows = ids.map((eventTypeId, position) => ({ id: ctx.newId('let'), linkId: row.id, eventTypeId, position }))
    await tx.insert(linkEventTypes).values(rows)
    await expireLater(tx, ctx, row)
    await emit(tx, ctx, 'link.created', row.id, factOf(row, ids, now))
    const url = `${ctx.publicUrl}/${row.kind === 'share' ? 's' : 'l'}/${token}`
    return { ...(await presentOne(tx, ctx, row)), token, url }
  })
}

/** Refuses one more link that lives than the plan has. */
export async function makeRoom(tx: Tx, ctx: Context, kind: LinkRow['kind']): Promise<void> {
  if (kind === 'share') return requireFeature(ctx.plan, 'shareLinks')
  await lockRows(tx, 'organizations', [ctx.organizationId])
  const counted = and(
    eq(links.organizationId, ctx.organizationId),
    eq(links.kind, 'one_off'),
    inState('active', ctx.now()),
  )
  await requireRoom(tx, ctx.plan, 'activeLinks', links, counted)
}

/** The contact that a link is for: one of its host's. */
async function contactOf(db: Read, ctx: Context, userId: string, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null
  const contact = await findContact(db, ctx, id).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, error.message, {}, [
      { pointer: '#/contactId', code: error.code, detail: error.message },
    ])
  })
  if (contact.userId === userId) return contact.id
  throw invalidField('#/contactId', 'not_theirs', "This is another member's contact; name that member with userId.")
}

/** The event type of a link with a title and a duration of its own. */
function insertOwn(tx: Tx, ctx: Context, row: LinkRow): Promise<string> {
  const { title, durationMinutes } = row
  if (title === null || durationMinutes === null) throw new Error('A link without event types has no title.')
  return insertOwnEventType(tx, ctx, { ...row, title, durationMinutes })
}

const daysAfter = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)
