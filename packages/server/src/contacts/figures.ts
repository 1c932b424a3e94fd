import { eq, sql } from 'drizzle-orm'
import { bookingContacts } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { type ContactRow, contacts, neverMet, noneAhead } from './model.ts'

export type Figures = Pick<ContactRow, 'firstMinute' | 'lastMinute' | 'nextMinute' | 'bookingCount' | 'noShowCount'>

/** Of somebody who has booked nothing yet. */
export const noFigures: Figures = {
  firstMinute: neverMet,
  lastMinute: neverMet,
  nextMinute: noneAhead,
  bookingCount: 0,
  noShowCount: 0,
}

/** What a contact's bookings come to now. */
export async function countBookings(
  db: Read,
  ctx: Pick<Context, 'now'>,
  contactId: string,
): Promise<Figures & { cancelledCount: number; averageNoticeMinutes: number | null }> {
  const now = Math.floor(ctx.now().getTime() / 60_000)
  const [row] = await db.compiled('contact-figures', { contactId, now }, () => {
    const { status, noShow, startMinute, endMinute, noticeMinutes } = bookingContacts
    const agreed = sql`${status} = 'confirmed' and not ${noShow}`
    const met = sql`${agreed} and ${endMinute} <= ${sql.placeholder('now')}`
    const ahead = sql`${agreed} and ${endMinute} > ${sql.placeholder('now')}`
    const active = sql`${status} in ('pending', 'confirmed')`
    return db
      .select({
        firstMinute: sql<number | null>`min(case when ${met} then ${startMinute} end)`,
        lastMinute: sql<number | null>`max(case when ${met} then ${startMinute} end)`,
        nextMinute: sql<number | null>`min(case when ${ahead} then ${startMinute} end)`,
        bookingCount: sql<number>`cast(count(case when ${active} then 1 end) as integer)`,
        noShowCount: sql<number>`cast(count(case when ${noShow} then 1 end) as integer)`,
        cancelledCount: sql<number>`cast(count(case when ${status} = 'cancelled' then 1 end) as integer)`,
        averageNoticeMinutes: sql<number | null>`cast(avg(case when ${active} then ${noticeMinutes} end) as integer)`,
      })
      .from(bookingContacts)
      .where(eq(bookingContacts.contactId, sql.placeholder('contactId')))
  })
  if (!row) throw new Error('A count answered no row.')
  return {
    ...row,
    firstMinute: row.firstMinute ?? neverMet,
    lastMinute: row.lastMinute ?? neverMet,
    nextMinute: row.nextMinute ?? noneAhead,
  }
}

/** Counts a contact's bookings again and keeps what they come to. */
export async function refreshFigures(tx: Tx, ctx: Context, contactId: string): Promise<Figures> {
  const { cancelledCount: _, averageNoticeMinutes: __, ...figures } = await countBookings(tx, ctx, contactId)
  await tx.compiled('contact-refresh', { contactId, ...figures }, () =>
    tx
      .update(contacts)
      .set({
        firstMinute: sql`${sql.placeholder('firstMinute')}`,
        lastMinute: sql`${sql.placeholder('lastMinute')}`,
        nextMinute: sql`${sql.placeholder('nextMinute')}`,
        bookingCount: sql`${sql.placeholder('bookingCount')}`,
        noShowCount: sql`${sql.placeholder('noShowCount')}`,
      })
      .where(eq(contacts.id, sql.placeholder('contactId'))),
  )
  return figures
}

/** Adds one new booking, whatever number there is already; `start` is that of a confirmed one. */
export async function addBooking(tx: Tx, row: ContactRow, start: number | null): Promise<Figures> {
  const startMinute = start ?? noneAhead
  await tx.compiled('contact-add-booking', { contactId: row.id, startMinute }, () =>
    tx
      .update(contacts)
      .set({
        bookingCount: sql`${contacts.bookingCount} + 1`,
        nextMinute: sql`case when ${contacts.nextMinute} > ${sql.placeholder('startMinute')}
          then ${sql.placeholder('startMinute')} else ${contacts.nextMinute} end`,
      })
      .where(eq(contacts.id, sql.placeholder('contactId'))),
  )
  return { ...row, bookingCount: row.bookingCount + 1, nextMinute: Math.min(row.nextMinute, startMinute) }
}
