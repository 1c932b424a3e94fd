// Books the first free half hour of the coming two weeks for a customer.
//
//   LETSMEET_URL=http://localhost:3000 LETSMEET_API_KEY=lm_live_… node book.ts 30min grace@example.com
import { isCode, LetsMeet } from '@letsmeet/sdk'

const [slug = '30min', email = 'grace@example.com'] = process.argv.slice(2)
const letsmeet = new LetsMeet()
const timezone = 'Europe/Berlin'

const eventTypes = await letsmeet.eventTypes.list({ active: true }).toArray({ limit: 100 })
const eventType = eventTypes.find((one) => one.slug === slug)
if (!eventType)
  throw new Error(`There is no event type “${slug}”; there are: ${eventTypes.map((one) => one.slug).join(', ')}.`)

const start = new Date()
const end = new Date(start.getTime() + 14 * 86_400_000)
const { data: slots, reason } = await letsmeet.eventTypes.slots(eventType.id, { start, end, timezone })
if (slots.length === 0) throw new Error(`Nothing is free in the coming two weeks: ${reason}.`)

// Somebody may be quicker: a slot that was just taken is no failure, the next one will do.
for (const slot of slots) {
  try {
    const booking = await letsmeet.bookings.create({
      eventTypeId: eventType.id,
      start: slot.start,
      guest: { name: 'Grace Hopper', email, timezone },
      metadata: { orderId: '1042' },
    })
    console.log(
      `Booked ${booking.title} on ${booking.start} with ${booking.hosts.map((host) => host.name).join(', ')}.`,
    )
    console.log(`The guest manages it at ${booking.manageUrl}`)
    break
  } catch (error) {
    if (!isCode(error, 'slot_unavailable')) throw error
  }
}
