import type { Booking } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { bookingCard } from '../../views/bookings.ts'

export default class BookingsNoShow extends ApiCommand {
  static override description = `Note that the guest did not come.`
  static override examples = [
    '<%= config.bin %> bookings no-show bk_0WbXkT3nPq7YvLs2DfGh',
    { description: 'Take it back:', command: '<%= config.bin %> bookings no-show bk_0WbXkT3nPq7YvLs2DfGh --undo' },
  ]
  static override args = bookingArg
  static override flags = { undo: Flags.boolean({ description: 'They did come.' }), timezone: timezoneFlag }

  async run(): Promise<Booking> {
    const { args, flags } = await this.parse(BookingsNoShow)
    const letsmeet = this.connect(flags)
    const booking = await letsmeet.bookings.noShow(args.booking, { noShow: !flags.undo })
    this.print(bookingCard(booking, shownIn(flags)))
    this.done(flags.undo ? 'Taken back.' : 'Noted.')
    return booking
  }
}
