import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { heldFor } from '../holds/directory.ts'
import { remainingLimits } from '../slots/limits.ts'
import type { Availability } from '../slots/load.ts'
import { chosenDuration, iso } from '../slots/service.ts'
import { findUser } from '../users/directory.ts'
import { checkAnswers, chooseLocation } from './answers.ts'
import { offerFor } from './create.ts'
import type { NewBooking } from './model.ts'
import { chooseHosts, openSlot, requireActive } from './place.ts'

export const BookingPreview = z
  .object({
    bookable: z.boolean(),
    start: z.iso.datetime(),
    end: z.iso.datetime().nullable().meta({ example: '2030-01-08T09:30:00.000Z' }),
    status: z
      .enum(['pending', 'confirmed'])
      .nullable()
      .meta({ example: 'confirmed', description: 'What the booking would begin as.' }),
    hosts: z.array(z.object({ userId: z.string(), name: z.string(), email: z.string() })),
    seatsLeft: z.int().nullable().meta({ description: 'Seats left after this booking.' }),
    limits: z
      .array(
        z.object({
          scope: z.enum(['event_type', 'host']),
          hostId: z.string().nullable(),
          unit: z.enum(['bookings', 'minutes']),
          period: z.enum(['day', 'week', 'month', 'year']),
          limit: z.int().meta({ example: 5 }),
          used: z.int(),
          left: z.int(),
        }),
      )
      .meta({ description: 'Each limit in force at that start, before this booking.' }),
    problem: z
      .object({
        code: z.string(),
        detail: z.string(),
        reason: z.string().optional(),
        explanation: z.string().optional(),
      })
      .nullable()
      .meta({ description: 'Why it would be refused.' }),
  })
  .meta({ id: 'BookingPreview', description: 'What would become of a booking; nothing is written.' })
export type BookingPreview = z.infer<typeof BookingPreview>

/** Would this booking succeed, with whom, and what is left of the limits? Nothing is written. */
export async function previewBooking(ctx: Context, input: NewBooking): Promise<BookingPreview> {
  const db = ctx.db.read
  const offer = await offerFor(db, ctx, input)
  const start = input.start.toISOString()
  const refused = { bookable: false, start, end: null, status: null, hosts: [], seatsLeft: null, limits: [] }
  try {
    requireActive(offer)
    checkAnswers(offer.questions, input.answers)
    chooseLocation(offer.locations, input.location)
    const hostId = input.hostId === undefined ? undefined : (await findUser(db, ctx, input.hostId)).id
    const held = await heldFor(db, ctx, offer.id, { ...input, hostId })
    const durationMinutes = chosenDuration(offer, input.durationMinutes ?? held?.durationMinutes)
    const except = { bookingId: held?.id }
    const { slot, availability } = await openSlot(db, ctx, offer, durationMinutes, input.start, except)
    const hostIds = await chooseHosts(db, ctx, offer, slot, { hostId, keep: held?.hostIds })
    return {
      bookable: true,
      start,
      end: iso(slot.end),
      status: offer.requiresConfirmation ? 'pending' : 'confirmed',
      hosts: availability.users
        .filter((user) => hostIds.includes(user.id))
        .map((user) => ({ userId: user.id, name: user.name, email: user.email })),
      seatsLeft: slot.seatsLeft === undefined ? null : slot.seatsLeft - 1,
      limits: limitsAt(availability, hostIds, slot.start),
      problem: null,
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { reason, explanation } = error.details
    return {
      ...refused,
      problem: {
        code: error.code,
        detail: error.message,
        ...(typeof reason === 'string' && { reason }),
        ...(typeof explanation === 'string' && { explanation }),
      },
    }
  }
}

function limitsAt({ rules, hosts }: Availability, hostIds: readonly string[], start: number): BookingPreview['limits'] {
  const { zone, weekStart } = rules
  const own = remainingLimits(rules.limits, rules.counted, { zone, weekStart }, start)
  const theirs = hosts
    .filter((host) => hostIds.includes(host.userId))
    .flatMap((host) =>
      remainingLimits(host.limits, host.counted, { zone: host.limitZone, weekStart }, start).map((limit) => ({
        ...limit,
        scope: 'host' as const,
        hostId: host.userId,
      })),
    )
  return [...own.map((limit) => ({ ...limit, scope: 'event_type' as const, hostId: null })), ...theirs]
}
