import { type Booking, isCode, type LetsMeet } from '@letsmeet/sdk'

const week = 7 * 86_400_000

/** Books the first time that is open in the coming week; null when there is none. */
export async function bookDemo(
  letsmeet: LetsMeet,
  customer: { name: string; email: string },
  now: Date,
): Promise<Booking | null> {
  const [eventType] = await letsmeet.eventTypes.list({ active: true }).toArray({ limit: 1 })
  if (!eventType) return null
  const end = new Date(now.getTime() + week)
  const { data } = await letsmeet.eventTypes.slots(eventType.id, { start: now, end, timezone: 'UTC' })
  for (const { start } of data) {
    try {
      return await letsmeet.bookings.create({
        eventTypeId: eventType.id,
        start,
        guest: { ...customer, timezone: 'UTC' },
      })
    } catch (error) {
      // Somebody was quicker: the next one, then.
      if (!isCode(error, 'slot_unavailable')) throw error
    }
  }
  return null
}
