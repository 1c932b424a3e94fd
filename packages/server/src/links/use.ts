import { and, count, eq, gt, inArray, sql } from 'drizzle-orm'
import { type Booking, bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Fact } from '../events/service.ts'
import { requireOpen, unknown } from './directory.ts'
import { links } from './model.ts'
import { inState } from './states.ts'
import { tell } from './tell.ts'

/** Counts the uses of links in the transaction of the booking itself: who comes too late takes the booking back. */
export async function followUses(tx: Tx, ctx: Context, fact: Fact): Promise<void> {
  const booking = fact.data as Pick<Booking, 'id' | 'linkId' | 'seriesId'>
  if (booking.linkId === null) return
  if (fact.type === 'booking.created' || fact.type === 'booking.requested') {
    // A series is one use, taken by its first meeting.
    if (booking.seriesId === null || (await meetingsOf(tx, booking.seriesId, 'all')) === 1) {
      await takeUse(tx, ctx, booking.linkId, booking.id)
    }
  }
  if (fact.type === 'booking.cancelled' || fact.type === 'booking.declined') {
    if (booking.seriesId === null || (await meetingsOf(tx, booking.seriesId, 'open')) === 0) {
      await giveUseBack(tx, ctx, booking.linkId)
    }
  }
}

/** Says on whose contact a booking through a link lands: a share link's, whatever address the guest types. */
export async function contactOfLink(tx: Tx, linkId: string): Promise<string | null> {
  const [row] = await tx
    .select({ kind: links.kind, contactId: links.contactId })
    .from(links)
    .where(eq(links.id, linkId))
  return row?.kind === 'share' ? row.contactId : null
}

async function takeUse(tx: Tx, ctx: Context, linkId: string, bookingId: string): Promise<void> {
  const now = ctx.now()
  const [after] = await tx
    .update(links)
    .set({ uses: sql`${links.uses} + 1`, updatedAt: now })
    .where(and(eq(links.id, linkId), inState('active', now)))
    .returning()
  if (!after) return refuse(tx, linkId, now)
  await tell(tx, ctx, 'link.used', after, { ...after, uses: after.uses - 1 }, { bookingId })
}

async function refuse(tx: Tx, linkId: string, now: Date): Promise<never> {
  const [row] = await tx.select().from(links).where(eq(links.id, linkId))
  if (!row) throw unknown()
  requireOpen(row, now)
  throw new Error('A link that is open could not be used.')
}

/** Where the maker of the link wished so. */
async function giveUseBack(tx: Tx, ctx: Context, linkId: string): Promise<void> {
  const rearming = and(eq(links.id, linkId), eq(links.rearmOnCancel, true), gt(links.uses, 0))
  const [after] = await tx
    .update(links)
    .set({ uses: sql`${links.uses} - 1`, updatedAt: ctx.now() })
    .where(rearming)
    .returning()
  if (after) await tell(tx, ctx, 'link.updated', after, { ...after, uses: after.uses + 1 })
}

async function meetingsOf(tx: Tx, seriesId: string, which: 'all' | 'open'): Promise<number> {
  const open = which === 'open' ? inArray(bookings.status, ['pending', 'confirmed']) : undefined
  const [row] = await tx
    .select({ n: count() })
    .from(bookings)
    .where(and(eq(bookings.seriesId, seriesId), open))
  return row?.n ?? 0
}
