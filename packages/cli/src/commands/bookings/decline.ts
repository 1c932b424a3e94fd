import type { Booking } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { bookingCard } from '../../views/bookings.ts'

export default class BookingsDecline extends ApiCommand {
  static override description = `Decline a booking that waits for an answer.`
  static override examples = [
    '<%= config.bin %> bookings decline bk_0WbXkT3nPq7YvLs2DfGh --reason "Another time would be better"',
  ]
  static override args = bookingArg
  static override flags = {
    reason: Flags.string({ description: 'Why; the guest can read it.' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<Booking> {
    const { args, flags } = await this.parse(BookingsDecline)
    const letsmeet = this.connect(flags)
    const booking = await letsmeet.bookings.decline(args.booking, {
      reason: flags.reason,
    })
    this.print(bookingCard(booking, shownIn(flags)))
    this.done('Declined.', `letsmeet slots list ${booking.eventTypeId}`)
    return booking
  }
}
