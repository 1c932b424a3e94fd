import { timingSafeEqual } from 'node:crypto'
import { and, eq, gt, inArray } from 'drizzle-orm'
import { bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { holdLog } from '../events/service.ts'
import { findOrganization } from '../organizations/service.ts'
import { within } from '../sandboxes/clock.ts'
import { normalizeEmail } from '../shapes.ts'
import { reminderStops, reminders } from './model.ts'
import { over } from './plan.ts'

/** Who would be left alone, and by whom. */
export interface Stop {
  email: string
  organization: string
}

/** The address in a follow-up that stops all further ones, without a sign-in (RFC 8058). */
export const stopUrl = (ctx: Pick<Context, 'secrets' | 'publicUrl'>, reminderId: string): string =>
  `${ctx.publicUrl}/reminders/stop/${reminderId}.${ctx.secrets.derive('reminder-stop', reminderId)}`

/** Whether a guest wants no follow-ups from this organization. */
export async function hasStopped(db: Read, { organizationId }: { organizationId: string }, email: string) {
  const mine = and(eq(reminderStops.organizationId, organizationId), eq(reminderStops.emailKey, normalizeEmail(email)))
  const [row] = await db.select({ id: reminderStops.id }).from(reminderStops).where(mine)
  return row !== undefined
}

export async function askToStop(ctx: Context, token: string): Promise<Stop> {
  const { guestEmail: email, organizationId } = await guestBehind(ctx.db.read, ctx, token)
  return { email, organization: (await findOrganization(ctx.db.read, { organizationId })).name }
}

/** Sends a guest no more follow-ups, planned ones included; stopping twice changes nothing. */
export async function stopFollowUps(ctx: Context, token: string): Promise<Stop> {
  return ctx.db.transaction(async (tx) => {
    const { guestEmail, guestKey, organizationId } = await guestBehind(tx, ctx, token)
    const { now } = await within(ctx, organizationId, tx)
    // Whoever books writes to the log first and plans then.
    await holdLog(tx, organizationId)
    const createdAt = now()
    await tx.appendNew(reminderStops, { id: ctx.newId('stp'), organizationId, emailKey: guestKey, createdAt })
    const theirs = tx
      .select({ id: bookings.id })
      .from(bookings)
      .where(and(eq(bookings.organizationId, organizationId), eq(bookings.guestKey, guestKey)))
    await tx
      .update(reminders)
      .set({ ...over('skipped', 'stopped'), updatedAt: createdAt })
      .where(
        and(
          inArray(reminders.bookingId, theirs),
          eq(reminders.recipient, 'guest'),
          gt(reminders.offsetMinutes, 0),
          eq(reminders.state, 'scheduled'),
        ),
      )
    return { email: guestEmail, organization: (await findOrganization(tx, { organizationId })).name }
  })
}

async function guestBehind(db: Read, ctx: Pick<Context, 'secrets'>, token: string) {
  const [id = '', mark = ''] = token.split('.')
  if (isEqual(mark, ctx.secrets.derive('reminder-stop', id))) {
    const [row] = await db
      .select({ organizationId: bookings.organizationId, guestEmail: bookings.guestEmail, guestKey: bookings.guestKey })
      .from(reminders)
      .innerJoin(bookings, eq(bookings.id, reminders.bookingId))
      .where(eq(reminders.id, id))
    if (row) return row
  }
  throw new AppError('not_found', 'There is nothing behind this link; its address may be cut off.')
}

function isEqual(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
