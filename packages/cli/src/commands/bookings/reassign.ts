import type { Booking } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { memberId } from '../../lib/find.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { bookingCard } from '../../views/bookings.ts'

export default class BookingsReassign extends ApiCommand {
  static override description = `Give a booking to another host.`
  static override examples = ['<%= config.bin %> bookings reassign bk_0WbXkT3nPq7YvLs2DfGh --host bob@example.com']
  static override args = bookingArg
  static override flags = {
    host: Flags.string({ required: true, description: 'Who takes over: id or e-mail address.' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<Booking> {
    const { args, flags } = await this.parse(BookingsReassign)
    const letsmeet = this.connect(flags)
    const booking = await letsmeet.bookings.reassign(args.booking, { hostId: await memberId(letsmeet, flags.host) })
    this.print(bookingCard(booking, shownIn(flags)))
    this.done('Reassigned.', 'letsmeet mail list')
    return booking
  }
}
