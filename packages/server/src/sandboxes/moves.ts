import type { Context } from '../context.ts'
import { advanced } from '../duration.ts'
import { AppError, invalidField } from '../errors.ts'
import { shownBy } from './clock.ts'
import { happeningsBetween } from './happenings.ts'
import type { Clock, ClockChange, MovedClock } from './model.ts'
import { findSandbox, inSandbox } from './service.ts'

export async function showClock(ctx: Context, id: string): Promise<Clock> {
  const row = await findSandbox(ctx.db.read, ctx, id)
  return { now: shownBy(row, ctx.serverNow()).toISOString(), frozen: row.frozen }
}

/** Moves, freezes or lets go of a clock, and tells what happened on the way. */
export async function moveClock(
  ctx: Context,
  id: string,
  change: ClockChange,
  key: string | undefined,
): Promise<MovedClock> {
  const { row, inside } = await inSandbox(ctx, id)
  const { organizationId } = row
  if (change.frozen !== undefined) {
    const from = shownBy(row, ctx.serverNow()).toISOString()
    await ctx.sandboxes.hold(organizationId, change.frozen)
    const clock = await showClock(ctx, id)
    return { ...clock, from, target: clock.now, arrived: true, happened: [], count: 0 }
  }
  // What is due already belongs to the present, not to the journey.
  await ctx.sandboxes.settle(organizationId)
  const named = key === undefined ? undefined : { key, wish: JSON.stringify(change) }
  const moved = await ctx.sandboxes.move(organizationId, (from) => targetOf(from, change), named)
  return {
    now: moved.now.toISOString(),
    frozen: true,
    from: moved.from.toISOString(),
    target: moved.target.toISOString(),
    arrived: moved.arrived,
    ...(await happeningsBetween(inside, moved.from, moved.now)),
  }
}

/** A year of bookings takes a while; more than this is a typing error. */
const farthestMs = 10 * 366 * 86_400_000
const lastYear = 4999

function targetOf(from: Date, { now, advance }: ClockChange): Date {
  const pointer = advance === undefined ? '#/now' : '#/advance'
  const target = advance === undefined ? (now ?? from) : lengthened(from, advance)
  if (target < from) {
    const detail = `The clock only goes forward: it is ${from.toISOString()}, later than ${target.toISOString()}.`
    throw new AppError('clock_backwards', detail, {}, [{ pointer, code: 'clock_backwards', detail }])
  }
  if (target.getTime() - from.getTime() > farthestMs || target.getUTCFullYear() > lastYear) {
    throw invalidField(pointer, 'too_far', `Move the clock by ten years at most, and not beyond the year ${lastYear}.`)
  }
  return target
}

function lengthened(from: Date, advance: string): Date {
  try {
    return advanced(from, advance)
  } catch (error) {
    throw invalidField('#/advance', 'invalid_duration', error instanceof Error ? error.message : String(error))
  }
}
