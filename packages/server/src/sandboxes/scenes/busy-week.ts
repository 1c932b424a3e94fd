import { cancelBooking } from '../../bookings/cancel.ts'
import type { Booking } from '../../bookings/model.ts'
import { listSlots } from '../../slots/service.ts'
import { dateOfDay } from '../../time.ts'
import { NewTimeOff } from '../../time-off/model.ts'
import { createTimeOff } from '../../time-off/service.ts'
import { at, attend, guestOf, nextMonday, offer, type Scene, type Stage } from './stage.ts'

/** Next week is nearly full: mornings of short calls, afternoons of long ones, Friday off, and one guest who cancelled. */
export async function busyWeek(stage: Stage): Promise<Scene> {
  const { ctx, owner, now } = stage
  const monday = nextMonday(now, owner.timezone)
  const intro = await offer(stage, { title: 'Intro call', durationMinutes: 30, bufferAfterMinutes: 10 })
  const review = await offer(stage, { title: 'Project review', durationMinutes: 60 })
  const friday = dateOfDay(monday + 4)
  const away = { userId: owner.id, startDate: friday, endDate: friday, reason: 'Company day' }
  await createTimeOff(ctx, NewTimeOff.parse(away))
  const bookings: Booking[] = []
  for (let day = monday; day < monday + 4; day++) {
    const range = { start: at(day, '00:00', owner.timezone), end: at(day + 1, '00:00', owner.timezone) }
    const short = (await listSlots(ctx, intro.id, range)).data.filter((_, i) => i % 2 === 0 && i < 6)
    for (const slot of short) bookings.push(await attend(stage, intro, slot.start, guestOf(bookings.length)))
    const long = (await listSlots(ctx, review.id, range)).data.slice(0, -1)
    for (const slot of long) bookings.push(await attend(stage, review, slot.start, guestOf(bookings.length)))
  }
  const [first] = bookings
  if (first) await cancelBooking(ctx, first.id, { reason: 'Something came up.', scope: 'this' })
  return {
    eventTypes: [intro, review],
    bookings,
    made: { timeOff: 1, cancelled: first ? 1 : 0 },
    story: `From ${dateOfDay(monday)} on the week is nearly full and ${friday} is off: ask for slots, and explain why a start is not offered.`,
  }
}
