import type { Booking } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { minutesFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { instantOf } from '../../lib/time-input.ts'
import { bookingCard } from '../../views/bookings.ts'

export default class BookingsReschedule extends ApiCommand {
  static override description = `Move a booking to another time.

It keeps its id, and everybody's calendar follows. The time must be open; see letsmeet slots list EVENT-TYPE --move BOOKING.`
  static override examples = [
    '<%= config.bin %> bookings reschedule bk_0WbXkT3nPq7YvLs2DfGh --at 2030-01-09T10:00Z',
    '<%= config.bin %> bookings reschedule bk_0WbXkT3nPq7YvLs2DfGh --at "2030-01-09 10:00" --timezone Europe/Berlin --reason "A clash"',
  ]
  static override args = bookingArg
  static override flags = {
    at: Flags.string({
      required: true,
      description: 'The new start; a time without an offset is in --timezone.',
      helpValue: '2030-01-09T10:00Z',
      aliases: ['start'],
    }),
    duration: minutesFlag({ description: 'One of the lengths that the event type offers.' }),
    reason: Flags.string({ description: 'Why; everybody can read it.' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<Booking> {
    const { args, flags } = await this.parse(BookingsReschedule)
    const letsmeet = this.connect(flags)
    const booking = await letsmeet.bookings.reschedule(args.booking, {
      start: instantOf(flags.at, shownIn(flags)),
      durationMinutes: flags.duration,
      reason: flags.reason,
    })
    this.print(bookingCard(booking, shownIn(flags)))
    this.done('Moved.', 'letsmeet mail list')
    return booking
  }
}
