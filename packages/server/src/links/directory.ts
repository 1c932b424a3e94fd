import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { bookings } from '../bookings/model.ts'
import type { Context, Services } from '../context.ts'
import type { Read } from '../db/database.ts'
import { AppError, notFound } from '../errors.ts'
import { isAdmin, userOf } from '../permissions.ts'
import { within } from '../sandboxes/clock.ts'
import { hashToken } from '../secrets.ts'
import { type LinkRow, type LinkState, linkEventTypes, links } from './model.ts'
import { stateOf } from './rules.ts'

/** One link that the caller may see: an admin all of the organization, a member their own. */
export async function findLink(db: Read, ctx: Context, id: string): Promise<LinkRow> {
  const [row] = await db
    .select()
    .from(links)
    .where(and(eq(links.id, id), eq(links.organizationId, ctx.organizationId)))
  if (!row || (!isAdmin(ctx) && row.userId !== userOf(ctx))) throw notFound('link', id)
  return row
}

/** The link behind a token, whatever its state. */
export async function findByToken(db: Read, token: string): Promise<LinkRow> {
  const [row] = await db
    .select()
    .from(links)
    .where(eq(links.hash, hashToken(token)))
  if (!row) throw unknown()
  return row
}

/** The same if it still opens anything; what it was for is told to nobody once it does not. */
export async function findOpenLink(db: Read, ctx: Services, token: string): Promise<LinkRow> {
  const row = await findByToken(db, token)
  const { now } = await within(ctx, row.organizationId, db)
  requireOpen(row, now())
  return row
}

/** Refuses a link that is used, expired or revoked. */
export function requireOpen(row: LinkRow, now: Date): void {
  const state = stateOf(row, now)
  if (state !== 'active') throw new AppError('gone', closed[state], { linkState: state })
}

const closed: Record<Exclude<LinkState, 'active'>, string> = {
  used: 'This link has been used; ask for a new one.',
  expired: 'This link has expired; ask for a new one.',
  revoked: 'This link was taken back; ask for a new one.',
}

export const unknown = (): AppError => new AppError('not_found', 'There is no such link.')

/** The event types of links, by link, in the order that was chosen. */
export async function eventTypeIdsOf(db: Read, linkIds: readonly string[]): Promise<Map<string, string[]>> {
  if (linkIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(linkEventTypes)
    .where(inArray(linkEventTypes.linkId, [...linkIds]))
    .orderBy(asc(linkEventTypes.position))
  const byLink = Map.groupBy(rows, (row) => row.linkId)
  return new Map([...byLink].map(([id, chosen]) => [id, chosen.map((row) => row.eventTypeId)]))
}

/** What was booked through links, the newest first. */
export const bookingsOf = (db: Read, linkIds: readonly string[]) =>
  db
    .select({
      id: bookings.id,
      linkId: bookings.linkId,
      status: bookings.status,
      startsAt: bookings.startsAt,
      name: bookings.guestName,
      email: bookings.guestEmail,
    })
    .from(bookings)
    .where(inArray(bookings.linkId, [...linkIds]))
    .orderBy(desc(bookings.createdAt), desc(bookings.id))
    .limit(100 * linkIds.length)
