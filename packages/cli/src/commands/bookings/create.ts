import type { CreatedBooking, LetsMeet, NewBooking } from '@letsmeet/sdk'
import { Args, Flags, type Interfaces } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { withFields } from '../../lib/body.ts'
import { extrasOf, newBooking, newBookingFlags } from '../../lib/booking-flags.ts'
import type { ConnectionFlags } from '../../lib/connection.ts'
import { findEventType } from '../../lib/find.ts'
import { shownIn } from '../../lib/flags.ts'
import { isInteractive, view } from '../../lib/interactive.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { table } from '../../lib/table.ts'
import type { Answers } from '../../ui/questions.ts'
import { bookingCard, bookingColumns } from '../../views/bookings.ts'

export default class BookingsCreate extends ApiCommand {
  static override description = `Book a time.

Without --at, on a terminal, it asks you step by step. A series is booked as a whole or not at all.`
  static override examples = [
    { description: 'Choose step by step:', command: '<%= config.bin %> bookings create' },
    {
      description: 'Book one meeting:',
      command:
        '<%= config.bin %> bookings create 30min --at 2030-01-08T09:00Z --name "Grace Hopper" --email grace@example.com --timezone America/New_York',
    },
    {
      description: 'Book four weeks in a row:',
      command:
        '<%= config.bin %> bookings create 30min --at "2030-01-08 09:00" --name Grace --email grace@example.com --repeat weekly --count 4',
    },
  ]
  static override args = {
    'event-type': Args.string({ description: 'Its slug, its id, or ext: and your own id for it.' }),
  }
  static override flags = {
    ...newBookingFlags,
    'idempotency-key': Flags.string({
      description: 'The same key and the same booking take effect once, for 24 hours.',
      helpValue: 'KEY',
    }),
  }

  async run(): Promise<CreatedBooking> {
    const { args, flags } = await this.parse(BookingsCreate)
    const letsmeet = this.connect(flags)
    const isAsked = !flags.at && !flags.body && !this.jsonEnabled() && isInteractive()
    const input = isAsked
      ? withFields<NewBooking>(extrasOf(flags), await this.ask(letsmeet, args['event-type'], flags))
      : await newBooking(letsmeet, args['event-type'], flags)
    const booking = await letsmeet.bookings.create(input, { idempotencyKey: flags['idempotency-key'] })
    const zone = shownIn(flags)
    this.print(bookingCard(booking, zone))
    if (booking.series) this.print(`\n${table(booking.series, bookingColumns(zone))}`)
    const what = booking.status === 'pending' ? 'Requested: a host must confirm it.' : 'Booked.'
    const next = booking.status === 'pending' ? `letsmeet bookings confirm ${booking.id}` : 'letsmeet mail list'
    this.done(what, next, `letsmeet bookings cancel ${booking.id}`)
    return booking
  }

  /** Asks for what the command line does not say. */
  private async ask(
    letsmeet: LetsMeet,
    eventType: string | undefined,
    flags: Given & ConnectionFlags,
  ): Promise<NewBooking> {
    const { askBooking } = await view(() => import('../../ui/ask-booking.tsx'))
    const known = {
      eventType: eventType && (await findEventType(letsmeet, eventType)).id,
      duration: flags.duration?.toString(),
      name: flags.name,
      email: flags.email,
    }
    return askBooking(
      letsmeet,
      { zone: shownIn(flags), now: await presentOf(letsmeet, flags) },
      withFields<Answers>({}, known),
    )
  }
}

type Given = Interfaces.InferredFlags<typeof newBookingFlags>
