import { and, eq } from 'drizzle-orm'
import { requireOpen } from '../bookings/directory.ts'
import { bookings } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import { AppError, type Fault, notFound } from '../errors.ts'
import { findEventType, findOffer } from '../event-types/directory.ts'
import { linkDesk } from '../event-types/link-desk.ts'
import type { Offer } from '../event-types/model.ts'
import { findOrganization } from '../organizations/service.ts'
import { dateOfDay, minutesPerDay } from '../time.ts'
import { localDates } from '../zones.ts'
import type { Interval, Minute, OpenSlot, Removed } from './availability.ts'
import { openSlots } from './engine.ts'
import { explainSlots } from './explain.ts'
import type { Seen } from './live.ts'
import { listedAvailability, loadAvailability } from './load.ts'
import type { PublicSlotQuery, SlotList, SlotQuery } from './model.ts'

/** The open slots of an event type, with reasons when asked. */
export async function listSlots(ctx: Context, eventTypeId: string, query: SlotQuery): Promise<SlotList> {
  const offer = await offerAsked(ctx, eventTypeId, query)
  return slotsOf(ctx, offer, query, ctx.actor.type === 'guest' ? 'no hosts' : 'hosts')
}

/** As a link offers it where one is named; what is moved may belong to a link. */
function offerAsked(ctx: Context, id: string, { linkToken, rescheduleBookingId }: SlotQuery): Promise<Offer> {
  if (linkToken !== undefined) return linkDesk().offer(ctx.db.read, ctx, linkToken, id)
  return rescheduleBookingId === undefined ? findEventType(ctx.db.read, ctx, id) : findOffer(ctx.db.read, ctx, id)
}

/** The same for a guest: who could take a slot stays inside. */
export async function listPublicSlots(
  ctx: Context,
  offer: Offer,
  query: PublicSlotQuery & { rescheduleBookingId?: string },
) {
  return slotsOf(ctx, offer, query, 'no hosts')
}

async function slotsOf(ctx: Context, offer: Offer, query: SlotQuery, shown: 'hosts' | 'no hosts'): Promise<SlotList> {
  const moving = query.rescheduleBookingId ? await movingBooking(ctx, offer, query.rescheduleBookingId) : undefined
  // A move keeps the length of the meeting unless another is asked for.
  const durationMinutes =
    query.duration === undefined && moving
      ? moving.durationMinutes
      : chosenDuration(offer, query.duration, { parameter: 'duration' })
  const range = rangeOf(query)
  const organization = await findOrganization(ctx.db.read, ctx)
  const seen = { now: ctx.now(), bookingId: moving?.id }
  const { rules, hosts } = await listedAvailability(ctx.db.read, organization, offer, durationMinutes, range, seen)
  const asked = { ...range, nowMs: seen.now.getTime(), most: mostSlots + 1 }
  const timezone = query.timezone ?? rules.zone
  // Switching an event type off stops new bookings; those that exist may still be moved.
  if (!offer.active && !moving) return { data: [], timezone, reason: 'inactive' }
  const { slots, reason } = openSlots(rules, hosts, asked)
  refuseTooMany(slots, range)
  const dates = localDates(
    slots.map((slot) => slot.start),
    timezone,
  )
  const removed = query.at
    ? await explainOne(ctx, offer, durationMinutes, seen, Math.floor(query.at.getTime() / 60_000))
    : query.explain
      ? refuseTooMany(explainSlots(rules, hosts, asked), range)
      : undefined
  return {
    data: slots.map((slot, i) => present(slot, dates[i] ?? '', shown)),
    timezone,
    ...(reason && { reason }),
    ...(removed && { explain: removed.map((one) => ({ ...one, start: iso(one.start) })) }),
  }
}

/** Any one start may be asked about, also outside the range of the list. */
async function explainOne(
  ctx: Context,
  offer: Offer,
  durationMinutes: number,
  seen: Seen,
  at: Minute,
): Promise<Removed[]> {
  const range = { start: at, end: at + 1 }
  const organization = await findOrganization(ctx.db.read, ctx)
  const { rules, hosts } = await loadAvailability(ctx.db.read, organization, offer, durationMinutes, range, seen)
  return explainSlots(rules, hosts, { ...range, nowMs: seen.now.getTime() }, at)
}

/** The booking that is to be moved; what can't be moved has no slots to be moved to. */
async function movingBooking(ctx: Context, offer: Offer, id: string): Promise<{ id: string; durationMinutes: number }> {
  const key = id.startsWith('ext:') ? eq(bookings.externalId, id.slice(4)) : eq(bookings.id, id)
  const here = and(key, eq(bookings.organizationId, ctx.organizationId), eq(bookings.eventTypeId, offer.id))
  const [row] = await ctx.db.read.select().from(bookings).where(here)
  if (!row) throw notFound('booking of this event type', id)
  requireOpen(row, ctx.now(), 'moved')
  return { id: row.id, durationMinutes: (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000 }
}

/** The duration a caller asked for, if the event type offers it; `place` is where they asked. */
export function chosenDuration(
  offer: Pick<Offer, 'durationMinutes' | 'durationOptions'>,
  asked: number | undefined,
  place: Pick<Fault, 'pointer' | 'parameter'> = { pointer: '#/durationMinutes' },
): number {
  const offered = offer.durationOptions ?? [offer.durationMinutes]
  if (asked === undefined) return offer.durationMinutes
  if (offered.includes(asked)) return asked
  const detail = `A duration of ${asked} minutes is not offered; choose ${offered.join(', ')}.`
  throw new AppError('invalid_request', detail, {}, [{ ...place, code: 'duration_not_offered', detail }])
}

function rangeOf(query: { start?: Date | undefined; end?: Date | undefined; at?: Date | undefined }): Interval {
  if (query.start && query.end) {
    return { start: Math.ceil(query.start.getTime() / 60_000), end: Math.ceil(query.end.getTime() / 60_000) }
  }
  const at = Math.floor((query.at?.getTime() ?? 0) / 60_000)
  return { start: at, end: at + 1 }
}

/** An answer that fills memory and the wire helps nobody: a longer range is asked for in parts. */
const mostSlots = 20_000

function refuseTooMany<T extends { start: Minute }>(starts: readonly T[], range: Interval): readonly T[] {
  const tooMany = starts[mostSlots]
  if (!tooMany) return starts
  const days = Math.max(1, Math.floor((tooMany.start - range.start) / minutesPerDay))
  const most = mostSlots.toLocaleString('en-US')
  const detail = `This range has more than ${most} starts; ask for at most ${days} days at a time.`
  throw new AppError('invalid_request', detail, {}, [{ parameter: 'end', code: 'range_too_long', detail }])
}

function present(slot: OpenSlot, date: string, shown: 'hosts' | 'no hosts'): SlotList['data'][number] {
  return {
    start: iso(slot.start),
    end: iso(slot.end),
    date,
    ...(slot.seatsLeft !== undefined && { seatsLeft: slot.seatsLeft }),
    ...(shown === 'hosts' && { hostIds: [...slot.hostIds] }),
  }
}

const clocks = Array.from({ length: minutesPerDay }, (_, minute) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `T${two(Math.floor(minute / 60))}:${two(minute % 60)}:00.000Z`
})

/** An epoch minute as an RFC 3339 instant; a table look-up, since lists hold thousands. */
export function iso(minute: Minute): string {
  const day = Math.floor(minute / minutesPerDay)
  return dateOfDay(day) + clocks[minute - day * minutesPerDay]
}
