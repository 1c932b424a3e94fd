import type { Context } from '../context.ts'
import { joined } from '../db/joined.ts'
import { findUser } from '../users/directory.ts'
import type { Seed, Seeded } from './model.ts'
import type { Scenario } from './scenarios.ts'
import { busyWeek } from './scenes/busy-week.ts'
import { dstWeekend } from './scenes/dst-weekend.ts'
import { fullSeat } from './scenes/full-seat.ts'
import { reminders } from './scenes/reminders.ts'
import { roundRobin } from './scenes/round-robin.ts'
import type { Scene, Stage } from './scenes/stage.ts'
import { inSandbox } from './service.ts'

const scenes: Record<Scenario, (stage: Stage) => Promise<Scene>> = {
  'busy-week': busyWeek,
  'dst-weekend': dstWeekend,
  'full-seat': fullSeat,
  'round-robin': roundRobin,
  reminders,
}

/** Fills a sandbox through the same verbs as everybody's, all of it or nothing. */
export async function seed(ctx: Context, id: string, { scenario }: Seed): Promise<Seeded> {
  const { row, inside } = await inSandbox(ctx, id)
  return ctx.db.transaction(async (tx) => {
    const director: Context = {
      ...inside,
      db: joined(ctx.db, tx),
      actor: { type: 'system', id: 'seed' },
      scopes: ['*'],
    }
    const owner = await findUser(tx, inside, row.ownerId)
    const { made, eventTypes, bookings, story } = await scenes[scenario]({ ctx: director, owner, now: inside.now() })
    return {
      scenario,
      made: { ...made, eventTypes: eventTypes.length, bookings: bookings.length },
      eventTypeIds: eventTypes.map((one) => one.id),
      bookingIds: bookings.map((one) => one.id),
      story,
    }
  })
}
