import { and, count, eq, gt, gte, isNull, max, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { Offer } from '../event-types/model.ts'
import { findOrganization } from '../organizations/service.ts'
import type { OpenSlot } from '../slots/availability.ts'
import { isOpen } from '../slots/engine.ts'
import { explainSlots } from '../slots/explain.ts'
import type { Seen } from '../slots/live.ts'
import { type Availability, loadAvailability } from '../slots/load.ts'
import { nextHost } from '../slots/rotation.ts'
import { type BookingRow, bookingHosts } from './model.ts'

/** Refuses new bookings and holds of an event type that is switched off. */
export function requireActive(offer: Pick<Offer, 'active'>): void {
  if (!offer.active)
    throw new AppError('event_type_inactive', 'This event type is switched off; nothing can be booked.')
}

export interface Place {
  slot: OpenSlot
  availability: Availability
}

/** The slot at this start if it is open right now: the same function that lists slots. */
export async function openSlot(
  db: Read,
  ctx: Context,
  offer: Offer,
  durationMinutes: number,
  start: Date,
  except: Pick<Seen, 'bookingId'> = {},
): Promise<Place> {
  const minute = start.getTime() / 60_000
  const at = Math.floor(minute)
  const range = { start: at, end: at + 1 }
  const organization = await findOrganization(db, ctx)
  const now = ctx.now()
  const availability = await loadAvailability(db, organization, offer, durationMinutes, range, { ...except, now })
  const nowMs = now.getTime()
  const slot = Number.isInteger(minute) ? isOpen(availability.rules, availability.hosts, at, nowMs) : undefined
  if (slot) return { slot, availability }
  const [removed] = explainSlots(availability.rules, availability.hosts, { ...range, nowMs }, at)
  throw new AppError('slot_unavailable', 'That time is not available; choose another.', {
    start: start.toISOString(),
    // A guest is told that a time is not free, never what fills it.
    ...(removed && ctx.actor.type !== 'guest' && { reason: removed.code, explanation: removed.detail }),
  })
}

/** Who takes it: everybody for collective, the wanted host, else whose turn it is. */
export async function chooseHosts(
  db: Read,
  ctx: Context,
  offer: Offer,
  slot: Pick<OpenSlot, 'hostIds' | 'sessionId'>,
  wanted: { hostId?: string | undefined; keep?: readonly string[] | undefined },
): Promise<string[]> {
  if (wanted.hostId !== undefined && !slot.hostIds.includes(wanted.hostId)) {
    const known = offer.hosts.some((host) => host.userId === wanted.hostId)
    const detail = known ? 'This host is not free at that time.' : 'This host does not host this event type.'
    throw new AppError('slot_unavailable', detail, {}, [{ pointer: '#/hostId', code: 'host_unavailable', detail }])
  }
  if (offer.scheduling !== 'round_robin') return [...slot.hostIds]
  if (wanted.hostId !== undefined) return [wanted.hostId]
  const kept = wanted.keep?.filter((id) => slot.hostIds.includes(id)) ?? []
  if (kept.length > 0) return kept.slice(0, 1)
  const chosen = nextHost(await contenders(db, ctx, offer, slot.hostIds))
  if (!chosen) throw new Error('An open round-robin slot has no host.')
  return [chosen]
}

/** What takes the time of hosts: a booking, or a hold on it until an instant. */
type Occupying = Pick<
  BookingRow,
  | 'id'
  | 'eventTypeId'
  | 'sessionId'
  | 'startsAt'
  | 'endsAt'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'createdAt'
> & { status: BookingRow['status']; heldUntil?: Date }

/** Writes which hosts a booking occupies, and when. */
export async function occupy(tx: Tx, ctx: Context, booking: Occupying, hostIds: readonly string[]): Promise<void> {
  const startMinute = booking.startsAt.getTime() / 60_000
  const endMinute = booking.endsAt.getTime() / 60_000
  await tx.append(
    bookingHosts,
    hostIds.map((userId, position) => ({
      id: ctx.newId('bkh'),
      bookingId: booking.id,
      userId,
      position,
      eventTypeId: booking.eventTypeId,
      sessionId: booking.sessionId,
      active: booking.status === 'pending' || booking.status === 'confirmed',
      startMinute,
      endMinute,
      paddedStart: startMinute - booking.bufferBeforeMinutes,
      paddedEnd: endMinute + booking.bufferAfterMinutes,
      bookedAt: booking.createdAt,
      heldUntil: booking.heldUntil ?? null,
    })),
  )
}

/** Gives a booking's time back. */
export async function vacate(tx: Tx, bookingId: string): Promise<void> {
  await tx.update(bookingHosts).set({ active: false }).where(eq(bookingHosts.bookingId, bookingId))
}

/** The rows of bookings that hold their time, and of holds that have not ended. */
export const takesTime = (now: Date) =>
  and(eq(bookingHosts.active, true), or(isNull(bookingHosts.heldUntil), gt(bookingHosts.heldUntil, now)))

async function contenders(db: Read, ctx: Context, offer: Offer, hostIds: readonly string[]) {
  const now = ctx.now()
  const since = new Date(now.getTime() - 30 * 86_400_000)
  const mine = and(eq(bookingHosts.eventTypeId, offer.id), takesTime(now))
  const recent = await db
    .select({ userId: bookingHosts.userId, n: count() })
    .from(bookingHosts)
    .where(and(mine, gte(bookingHosts.bookedAt, since)))
    .groupBy(bookingHosts.userId)
  const last = await db
    .select({ userId: bookingHosts.userId, at: max(bookingHosts.bookedAt) })
    .from(bookingHosts)
    .where(mine)
    .groupBy(bookingHosts.userId)
  return hostIds.map((userId) => ({
    userId,
    weight: offer.hosts.find((host) => host.userId === userId)?.weight ?? 1,
    recentBookings: recent.find((row) => row.userId === userId)?.n ?? 0,
    lastBookedAt: last.find((row) => row.userId === userId)?.at?.getTime() ?? null,
  }))
}
