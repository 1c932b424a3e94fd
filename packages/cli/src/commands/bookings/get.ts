import type { Booking } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { bookingCard } from '../../views/bookings.ts'

export default class BookingsGet extends ApiCommand {
  static override description = 'Show a booking.'
  static override examples = [
    '<%= config.bin %> bookings get bk_0WbXkT3nPq7YvLs2DfGh',
    '<%= config.bin %> bookings get ext:order-17 --json',
  ]
  static override args = bookingArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Booking> {
    const { args, flags } = await this.parse(BookingsGet)
    const booking = await this.connect(flags).bookings.get(args.booking)
    this.print(bookingCard(booking, shownIn(flags)))
    return booking
  }
}
