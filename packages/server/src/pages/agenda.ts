import { and, asc, count, desc, eq, gt, inArray, lte, type SQL } from 'drizzle-orm'
import { type Booking, bookingHosts, bookings } from '../bookings/model.ts'
import { presentAll } from '../bookings/present.ts'
import type { Context } from '../context.ts'
import { isAdmin, userOf } from '../permissions.ts'

export const views = ['upcoming', 'requests', 'past', 'cancelled'] as const
export type View = (typeof views)[number]

export interface Agenda {
  bookings: Booking[]
  hasMore: boolean
  /** Requests that wait for an answer. */
  requests: number
}

const pageSize = 50

/** Bookings by the time of their meeting: one's own, or everybody's for an admin who asks. */
export async function readAgenda(
  ctx: Context,
  asked: { view: View; page: number; everybody: boolean },
): Promise<Agenda> {
  const mine = within(ctx, asked.everybody)
  const now = ctx.now()
  const newestFirst = asked.view === 'past' || asked.view === 'cancelled'
  const rows = await ctx.db.read
    .select()
    .from(bookings)
    .where(and(mine, conditions[asked.view](now)))
    .orderBy(newestFirst ? desc(bookings.startsAt) : asc(bookings.startsAt), asc(bookings.id))
    .limit(pageSize + 1)
    .offset(asked.page * pageSize)
  const [waiting] = await ctx.db.read
    .select({ n: count() })
    .from(bookings)
    .where(and(mine, conditions.requests(now)))
  return {
    bookings: await presentAll(ctx.db.read, ctx, rows.slice(0, pageSize)),
    hasMore: rows.length > pageSize,
    requests: waiting?.n ?? 0,
  }
}

function within(ctx: Context, everybody: boolean): SQL | undefined {
  const here = eq(bookings.organizationId, ctx.organizationId)
  if (everybody && isAdmin(ctx)) return here
  const hosted = ctx.db.read
    .select({ id: bookingHosts.bookingId })
    .from(bookingHosts)
    .where(eq(bookingHosts.userId, userOf(ctx)))
  return and(here, inArray(bookings.id, hosted))
}

const open = inArray(bookings.status, ['confirmed', 'pending'])

const conditions: Record<View, (now: Date) => SQL | undefined> = {
  upcoming: (now) => and(open, gt(bookings.endsAt, now)),
  requests: (now) => and(eq(bookings.status, 'pending'), gt(bookings.endsAt, now)),
  past: (now) => and(open, lte(bookings.endsAt, now)),
  cancelled: () => inArray(bookings.status, ['cancelled', 'declined']),
}
