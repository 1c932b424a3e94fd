import type { Booking } from '../../bookings/model.ts'
import { invalidField } from '../../errors.ts'
import { NewSchedule } from '../../schedules/model.ts'
import { createSchedule } from '../../schedules/service.ts'
import { listSlots } from '../../slots/service.ts'
import { dateOfDay } from '../../time.ts'
import { zoneBetween } from '../../zones.ts'
import { at, attend, guestOf, localDay, offer, type Scene, type Stage } from './stage.ts'

const everyDay = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const year = 366 * 1440

/** The next weekend on which Berlin's clocks change, open day and night, with guests on both sides of the change. */
export async function dstWeekend(stage: Stage): Promise<Scene> {
  const { ctx, owner, now } = stage
  const zone = 'Europe/Berlin'
  const minute = Math.floor(now.getTime() / 60_000)
  const change = zoneBetween(zone, minute, minute + year).changes.find((second) => second / 60 > minute + 2 * 1440)
  if (change === undefined) {
    const detail = `Berlin does not change its clocks in the year after ${now.toISOString()}; move the clock to 1980 or later.`
    throw invalidField('#/scenario', 'no_change', detail)
  }
  const sunday = localDay(new Date(change * 1000), zone)
  const weekly = [{ days: [...everyDay], start: '00:00', end: '24:00' }]
  const schedule = await createSchedule(
    ctx,
    NewSchedule.parse({ name: 'Day and night', timezone: zone, weekly, userId: owner.id }),
  )
  const night = await offer(stage, {
    title: 'Night shift',
    durationMinutes: 30,
    scheduleId: schedule.id,
    window: { kind: 'unlimited' },
  })
  const bookings: Booking[] = []
  const range = { start: at(sunday, '00:00', zone), end: at(sunday, '06:00', zone) }
  const free = (await listSlots(ctx, night.id, range)).data.filter((_, i) => i % 2 === 0)
  for (const slot of free) bookings.push(await attend(stage, night, slot.start, guestOf(bookings.length)))
  return {
    eventTypes: [night],
    bookings,
    made: { schedules: 1 },
    story: `The clocks change in ${zone} on ${dateOfDay(sunday)} at ${new Date(change * 1000).toISOString()}: look at the slots of that night, and at the reminders, which keep elapsed time.`,
  }
}
