import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { Offer } from '../event-types/model.ts'
import { findOrganization } from '../organizations/service.ts'
import { loadAvailability } from '../slots/load.ts'
import { occurrences } from '../slots/occurrences.ts'
import { localDate } from '../zones.ts'
import type { NewBooking } from './model.ts'

/** All starts of a booking: one, or those of its series with the wall time kept in the schedule's zone. */
export async function startsOf(
  tx: Tx,
  ctx: Context,
  offer: Offer,
  input: Pick<NewBooking, 'start' | 'recurrence'>,
  durationMinutes: number,
): Promise<Date[]> {
  if (!input.recurrence || input.start.getTime() % 60_000 !== 0) return [input.start]
  const at = input.start.getTime() / 60_000
  const organization = await findOrganization(tx, ctx)
  const range = { start: at, end: at + 1 }
  const { rules } = await loadAvailability(tx, organization, offer, durationMinutes, range, { now: ctx.now() })
  const { frequency, interval, count } = input.recurrence
  return occurrences(at, rules.zone, frequency, interval, count).map((minute) => new Date(minute * 60_000))
}

/** Runs one occurrence; if it cannot be had, the refusal names its date and the whole series is taken back. */
export async function allOrNothing<T>(
  input: Pick<NewBooking, 'guest' | 'recurrence'>,
  start: Date,
  index: number,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'slot_unavailable' || !input.recurrence) throw error
    const date = localDate(Math.floor(start.getTime() / 60_000), input.guest.timezone)
    const detail = `Meeting ${index + 1} of the series, on ${date}, is not available; nothing was booked.`
    throw new AppError('slot_unavailable', detail, {
      ...error.details,
      start: start.toISOString(),
      conflictDate: date,
      occurrence: index + 1,
    })
  }
}
