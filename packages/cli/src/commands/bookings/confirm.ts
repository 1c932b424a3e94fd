import type { Booking } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { bookingCard } from '../../views/bookings.ts'

export default class BookingsConfirm extends ApiCommand {
  static override description = `Confirm a booking that waits for an answer.`
  static override examples = [
    '<%= config.bin %> bookings confirm bk_0WbXkT3nPq7YvLs2DfGh',
    { description: 'Find those that wait:', command: '<%= config.bin %> bookings list --status pending' },
  ]
  static override args = bookingArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Booking> {
    const { args, flags } = await this.parse(BookingsConfirm)
    const letsmeet = this.connect(flags)
    const booking = await letsmeet.bookings.confirm(args.booking)
    this.print(bookingCard(booking, shownIn(flags)))
    this.done('Confirmed.', 'letsmeet mail list')
    return booking
  }
}
