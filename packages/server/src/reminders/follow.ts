import { and, eq } from 'drizzle-orm'
import type { Booking } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { findOffer } from '../event-types/directory.ts'
import { eventTypes } from '../event-types/model.ts'
import type { Fact } from '../events/service.ts'
import { workflowFor } from './directory.ts'
import { type ReminderReason, reminders } from './model.ts'
import { over, type Planned, planned, reconciled, standing } from './plan.ts'
import { replan } from './replan.ts'
import { hasStopped } from './stop.ts'
import { writeChanges, writePlanned } from './write.ts'

/** Plans, moves and cancels a booking's reminders in the transaction of each of its events. */
export async function followBookings(tx: Tx, ctx: Context, fact: Fact): Promise<void> {
  const booking = fact.data as Booking
  // What the demo books has guests whom nobody should write to.
  if (booking.source === 'demo') return
  if (fact.type === 'booking.cancelled' || fact.type === 'booking.declined') return cancelAll(tx, ctx, booking.id)
  if (booking.status !== 'confirmed') return
  if (fact.type === 'booking.created') return plan(tx, ctx, booking)
  if (fact.type === 'booking.confirmed' || fact.type === 'booking.rescheduled') {
    return follow(tx, ctx, booking, 'rescheduled')
  }
  if (fact.type === 'booking.reassigned') return follow(tx, ctx, booking, 'reassigned')
}

/** A new booking has no rows yet, so none are looked for. */
async function plan(tx: Tx, ctx: Context, booking: Booking): Promise<void> {
  const wanted = await wantedFor(tx, ctx, booking)
  const isStopped = await isStoppedFor(tx, ctx, booking, wanted)
  const fresh = wanted.map((one) => ({ ...one, ...standing(one, ctx.now(), isStopped) }))
  await writePlanned(tx, ctx, aboutOf(booking), fresh)
}

async function follow(tx: Tx, ctx: Context, booking: Booking, reason: ReminderReason): Promise<void> {
  const rows = await tx.select().from(reminders).where(eq(reminders.bookingId, booking.id))
  const wanted = await wantedFor(tx, ctx, booking)
  const isStopped = await isStoppedFor(tx, ctx, booking, wanted)
  const changes = reconciled(rows, wanted, { now: ctx.now(), isStopped })
  await writeChanges(tx, ctx, aboutOf(booking), changes, reason)
}

async function cancelAll(tx: Tx, ctx: Context, bookingId: string): Promise<void> {
  await tx
    .update(reminders)
    .set({ ...over('cancelled', 'booking_cancelled'), updatedAt: ctx.now() })
    .where(and(eq(reminders.bookingId, bookingId), eq(reminders.state, 'scheduled')))
}

async function wantedFor(tx: Tx, ctx: Context, booking: Booking): Promise<Planned[]> {
  const workflow = await workflowFor(tx, ctx, await findOffer(tx, ctx, booking.eventTypeId))
  return planned(workflow, {
    startsAt: new Date(booking.start),
    endsAt: new Date(booking.end),
    hostIds: booking.hosts.map((host) => host.userId),
    additionalGuests: booking.additionalGuests,
  })
}

const isStoppedFor = async (tx: Tx, ctx: Context, booking: Booking, wanted: readonly Planned[]): Promise<boolean> =>
  wanted.some((one) => one.offsetMinutes > 0) && hasStopped(tx, ctx, booking.guest.email)

const aboutOf = (booking: Booking) => ({ bookingId: booking.id, eventTypeId: booking.eventTypeId })

/** An event type that was given another workflow has its bookings' reminders planned anew. */
export async function followEventTypes(tx: Tx, ctx: Context, { previous, subjectId }: Fact): Promise<void> {
  if (previous && 'reminderWorkflowId' in previous) await replan(tx, ctx, eq(eventTypes.id, subjectId))
}
