import { and, asc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { notFound } from '../errors.ts'
import { byEitherId } from '../shapes.ts'
import { type EventType, type EventTypeRow, eventTypes, hosts, type Offer } from './model.ts'

/** One event type of this organization with its hosts, by id or `ext:` id; anybody else's, or a link's own, is a 404. */
export async function findEventType(db: Read, ctx: Pick<Context, 'organizationId'>, id: string): Promise<Offer> {
  const offer = await findOffer(db, ctx, id)
  if (offer.linkId !== null) throw notFound('event type', id)
  return offer
}

/** The same for what was booked already, or is booked through a link: those that belong to links too. */
export async function findOffer(db: Read, ctx: Pick<Context, 'organizationId'>, id: string): Promise<Offer> {
  const offer = await db.memo([eventTypes, hosts], `event-type:${ctx.organizationId}:${id}`, async () => {
    const key = id.startsWith('ext:') ? eq(eventTypes.externalId, id.slice(4)) : eq(eventTypes.id, id)
    const rows = await db
      .select()
      .from(eventTypes)
      .where(and(key, eq(eventTypes.organizationId, ctx.organizationId)))
    return (await withHosts(db, rows))[0]
  })
  if (!offer) throw notFound('event type', id)
  return offer
}

/** Event types of this organization by the ids they were asked for, `ext:` ones too; those not there are left out. */
export async function findEventTypes(
  db: Read,
  ctx: Pick<Context, 'organizationId'>,
  ids: readonly string[],
): Promise<Map<string, Offer>> {
  const external = ids.filter((id) => id.startsWith('ext:')).map((id) => id.slice(4))
  const named = or(inArray(eventTypes.id, [...ids]), inArray(eventTypes.externalId, external))
  const rows = await db
    .select()
    .from(eventTypes)
    .where(and(eq(eventTypes.organizationId, ctx.organizationId), isNull(eventTypes.linkId), named))
  return byEitherId(await withHosts(db, rows))
}

/** The id behind an id or `ext:` id in a filter; no type's when there is none, so that the list is empty. */
export async function eventTypeIdOf(
  db: Read,
  ctx: Pick<Context, 'organizationId'>,
  id: string | undefined,
): Promise<string | undefined> {
  if (id === undefined || !id.startsWith('ext:')) return id
  return findEventType(db, ctx, id).then(
    (offer) => offer.id,
    () => '',
  )
}

export async function withHosts(db: Read, rows: EventTypeRow[]): Promise<Offer[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const found = await db.select().from(hosts).where(inArray(hosts.eventTypeId, ids)).orderBy(asc(hosts.position))
  return rows.map((row) => ({ ...row, hosts: found.filter((host) => host.eventTypeId === row.id) }))
}

/** `ownerName` is the owner's username: the first part of the public address. */
export function presentEventType(row: Offer, publicUrl: string, ownerName: string): EventType {
  const { organizationId: _, linkId: __, link: ___, ...shown } = row
  return {
    ...shown,
    hosts: row.hosts.map(({ userId, weight, scheduleId }) => ({ userId, weight, scheduleId })),
    url: `${publicUrl}/${ownerName}/${row.slug}`,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
