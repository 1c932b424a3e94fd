import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { bookingsOf, eventTypeIdsOf } from './directory.ts'
import type { Link, LinkRow } from './model.ts'
import { stateOf } from './rules.ts'

const mostBookings = 100

/** Links as their hosts see them, in the order given. */
export async function presentAll(db: Read, ctx: Pick<Context, 'now'>, rows: readonly LinkRow[]): Promise<Link[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const types = await eventTypeIdsOf(db, ids)
  const booked = Map.groupBy(await bookingsOf(db, ids), (booking) => booking.linkId)
  return rows.map((row) => ({
    ...factOf(row, types.get(row.id) ?? [], ctx.now()),
    bookings: (booked.get(row.id) ?? []).slice(0, mostBookings).map(({ id, status, startsAt, name, email }) => ({
      id,
      status,
      start: startsAt.toISOString(),
      guest: { name, email },
    })),
  }))
}

export async function presentOne(db: Read, ctx: Pick<Context, 'now'>, row: LinkRow): Promise<Link> {
  const [shown] = await presentAll(db, ctx, [row])
  if (!shown) throw new Error('A link could not be shown.')
  return shown
}

/** A link as its events tell of it: without its guests, whose words are kept with their bookings alone. */
export function factOf(row: LinkRow, eventTypeIds: string[], now: Date): Omit<Link, 'bookings'> {
  const [only] = eventTypeIds
  return {
    id: row.id,
    kind: row.kind,
    state: stateOf(row, now),
    userId: row.userId,
    title: row.title,
    durationMinutes: row.durationMinutes,
    eventTypeId: row.kind === 'one_off' ? (only ?? null) : null,
    eventTypeIds,
    starts: row.starts?.map((minute) => new Date(minute * 60_000).toISOString()) ?? null,
    availability: row.availability,
    nextDays: row.nextDays,
    maxUses: row.maxUses,
    uses: row.uses,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    rearmOnCancel: row.rearmOnCancel,
    contactId: row.contactId,
    greeting: row.greeting,
    opens: row.opens,
    lastOpenedAt: row.lastOpenedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
