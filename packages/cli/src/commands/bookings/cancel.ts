import type { Booking } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { bookingCard } from '../../views/bookings.ts'

export default class BookingsCancel extends ApiCommand {
  static override description = `Cancel a booking.

The time is free again at once, and the guest and the hosts get mail.`
  static override examples = [
    '<%= config.bin %> bookings cancel bk_0WbXkT3nPq7YvLs2DfGh --reason "I am ill"',
    {
      description: 'This one and the later ones of its series:',
      command: '<%= config.bin %> bookings cancel bk_0WbXkT3nPq7YvLs2DfGh --following',
    },
  ]
  static override args = bookingArg
  static override flags = {
    reason: Flags.string({ description: 'Why; everybody can read it.' }),
    following: Flags.boolean({ description: 'Also cancel the later ones of its series.' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<Booking> {
    const { args, flags } = await this.parse(BookingsCancel)
    const letsmeet = this.connect(flags)
    const booking = await letsmeet.bookings.cancel(args.booking, {
      reason: flags.reason,
      scope: flags.following ? 'following' : 'this',
    })
    this.print(bookingCard(booking, shownIn(flags)))
    this.done(
      flags.following ? 'Cancelled, with the later ones of its series.' : 'Cancelled.',
      `letsmeet slots list ${booking.eventTypeId}`,
    )
    return booking
  }
}
