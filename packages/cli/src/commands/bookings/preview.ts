import type { BookingPreview } from '@letsmeet/sdk'
import { Args } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { newBooking, newBookingFlags } from '../../lib/booking-flags.ts'
import { shownIn } from '../../lib/flags.ts'
import { previewCard } from '../../views/bookings.ts'

export default class BookingsPreview extends ApiCommand {
  static override description = `Ask whether a booking would succeed.

Says which host would take it and what the limits leave. Nothing is written.`
  static override examples = [
    '<%= config.bin %> bookings preview 30min --at 2030-01-08T09:00Z --name "Grace Hopper" --email grace@example.com',
  ]
  static override args = {
    'event-type': Args.string({ description: 'Its slug, its id, or ext: and your own id for it.' }),
  }
  static override flags = newBookingFlags

  async run(): Promise<BookingPreview> {
    const { args, flags } = await this.parse(BookingsPreview)
    const letsmeet = this.connect(flags)
    const preview = await letsmeet.bookings.preview(await newBooking(letsmeet, args['event-type'], flags))
    this.print(previewCard(preview, shownIn(flags)))
    return preview
  }
}
