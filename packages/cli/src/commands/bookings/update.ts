import type { Booking, BookingChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bookingArg } from '../../lib/args.ts'
import { bodyOf, pairs, someChange } from '../../lib/body.ts'
import { bodyFlag, manyFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { locationOf } from '../../lib/location.ts'
import { bookingCard } from '../../views/bookings.ts'

export default class BookingsUpdate extends ApiCommand {
  static override description = `Change the notes, the place or the metadata of a booking.

To move it use letsmeet bookings reschedule.`
  static override examples = [
    '<%= config.bin %> bookings update bk_0WbXkT3nPq7YvLs2DfGh --notes "Room 2"',
    '<%= config.bin %> bookings update bk_0WbXkT3nPq7YvLs2DfGh --location video=https://meet.example.com/42',
  ]
  static override args = bookingArg
  static override flags = {
    notes: Flags.string({ description: 'What the host should know.' }),
    location: Flags.string({
      description: 'Where: in_person, phone, guest_phone, video or custom.',
      helpValue: 'KIND[=VALUE]',
    }),
    metadata: manyFlag('Data of your own', 'KEY=VALUE'),
    'external-id': Flags.string({ description: 'Your own id for it.', helpValue: 'ID' }),
    body: bodyFlag,
    timezone: timezoneFlag,
  }

  async run(): Promise<Booking> {
    const { args, flags } = await this.parse(BookingsUpdate)
    const letsmeet = this.connect(flags)
    const booking = await letsmeet.bookings.update(
      args.booking,
      someChange(
        bodyOf<BookingChange>(flags.body, {
          notes: flags.notes,
          location: flags.location === undefined ? undefined : locationOf(flags.location),
          metadata: pairs('metadata', flags.metadata),
          externalId: flags['external-id'],
        }),
      ),
    )
    this.print(bookingCard(booking, shownIn(flags)))
    this.done('Changed.')
    return booking
  }
}
