import type { Booking } from '../../bookings/model.ts'
import { listSlots } from '../../slots/service.ts'
import { at, attend, guestOf, nextMonday, offer, type Scene, type Stage } from './stage.ts'

const seats = 5

/** A workshop with five seats: one session is full, the next has one seat left, the third is empty. */
export async function fullSeat(stage: Stage): Promise<Scene> {
  const { ctx, owner, now } = stage
  const monday = nextMonday(now, owner.timezone)
  const workshop = await offer(stage, { title: 'Workshop', durationMinutes: 90, seats })
  const range = { start: at(monday, '00:00', owner.timezone), end: at(monday + 28, '00:00', owner.timezone) }
  const [full, nearly] = (await listSlots(ctx, workshop.id, range)).data
  const bookings: Booking[] = []
  for (let n = 0; full && n < seats; n++) bookings.push(await attend(stage, workshop, full.start, guestOf(n)))
  for (let n = 0; nearly && n < seats - 1; n++) bookings.push(await attend(stage, workshop, nearly.start, guestOf(n)))
  return {
    eventTypes: [workshop],
    bookings,
    made: { sessions: 2 },
    story: `The session at ${full?.start} is full and no longer listed; the one at ${nearly?.start} has one seat left, which only one of two racing guests gets.`,
  }
}
