import type { WebhookEvent } from '@letsmeet/sdk/webhooks'

/** Your own work. It may run late, and events of one booking may come in another order: `seq` tells which was first. */
export function handle(event: WebhookEvent): void {
  switch (event.type) {
    case 'booking.created':
      console.log(`${event.id}: ${event.data.guest.name} comes at ${event.data.start}`)
      break
    case 'booking.rescheduled':
      console.log(`${event.id}: ${event.previous?.start} is now ${event.data.start}`)
      break
    case 'booking.cancelled':
      console.log(`${event.id}: ${event.data.start} is free again`)
      break
    default: // Types that this program does not know are fine.
      console.log(`${event.id}: ${event.type}`)
  }
}
