import { and, eq, lt } from 'drizzle-orm'
import { findByToken } from '../bookings/directory.ts'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { reminders } from './model.ts'
import { announcement } from './words.ts'

/** Which reminders a booking's guest will get by mail, in a sentence; null when there are none. */
export async function announcedToGuest(db: Read, bookingId: string): Promise<string | null> {
  const rows = await db
    .select({ offsetMinutes: reminders.offsetMinutes })
    .from(reminders)
    .where(
      and(
        eq(reminders.bookingId, bookingId),
        eq(reminders.recipient, 'guest'),
        eq(reminders.channel, 'email'),
        eq(reminders.state, 'scheduled'),
        lt(reminders.offsetMinutes, 0),
      ),
    )
  return announcement(rows.map((row) => -row.offsetMinutes))
}

/** The same by the secret in the guest's link. */
export async function announcedByToken(ctx: Context, token: string): Promise<string | null> {
  return announcedToGuest(ctx.db.read, (await findByToken(ctx.db.read, ctx, token)).id)
}

/** The same by the UID in the guest's calendar, which begins with the booking's id. */
export async function announcedByUid(ctx: Context, uid: string): Promise<string | null> {
  return announcedToGuest(ctx.db.read, uid.slice(0, uid.lastIndexOf('@')))
}
