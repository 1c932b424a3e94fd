import type { Booking, BookingsListQuery } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { eventTypeId, memberId } from '../../lib/find.ts'
import { contactId } from '../../lib/find-contact.ts'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { endOf, startOf } from '../../lib/time-input.ts'
import { bookingColumns } from '../../views/bookings.ts'

const STATUSES = ['confirmed', 'pending', 'cancelled', 'declined'] as const

export default class BookingsList extends ListCommand {
  static override description = `List bookings, the newest first; with --from what is next, in order of its start.

An --order of start is by start, -start the same from the end, -created the newest booking first.`
  static override examples = [
    { description: 'What is coming up:', command: '<%= config.bin %> bookings list --from today' },
    { description: 'What was last:', command: '<%= config.bin %> bookings list --to today --order=-start' },
    { description: 'Who waits for an answer:', command: '<%= config.bin %> bookings list --status pending' },
    {
      description: 'Everything of one guest, as JSON:',
      command: '<%= config.bin %> bookings list --guest grace@example.com --all --json',
    },
  ]
  static override flags = {
    order: Flags.option({ options: ['start', '-start', '-created'] as const })({
      description: 'In which order; start with --from, else -created.',
    }),
    status: Flags.option({ options: STATUSES, multiple: true, multipleNonGreedy: true })({
      description: 'Only these; repeat for several.',
    }),
    from: Flags.string({ description: 'Only those that start on this day or later.', helpValue: '2030-01-07' }),
    to: Flags.string({ description: 'Only those that start on this day or earlier.', helpValue: '2030-01-11' }),
    'event-type': Flags.string({ description: 'Only those of this event type: slug or id.' }),
    host: Flags.string({ description: 'Only those of this host: id, e-mail address or me.' }),
    guest: Flags.string({ description: 'Only those of this guest.', helpValue: 'EMAIL' }),
    contact: Flags.string({ description: 'Only those of this contact: id, e-mail address, or ext: id.' }),
    series: Flags.string({ description: 'Only those of this series.', helpValue: 'ID' }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<Booking>> {
    const { flags } = await this.parse(BookingsList)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const now = await presentOf(letsmeet, flags)
    const filter: BookingsListQuery = {
      order: flags.order ?? (flags.from ? 'start' : '-created'),
      status: flags.status,
      'start[gte]': flags.from && startOf(flags.from, zone, now),
      'start[lt]': flags.to && endOf(flags.to, zone, now),
      eventTypeId: flags['event-type'] && (await eventTypeId(letsmeet, flags['event-type'])),
      hostId: flags.host && (await memberId(letsmeet, flags.host)),
      guestEmail: flags.guest,
      contactId: flags.contact && (await contactId(letsmeet, flags.contact)),
      seriesId: flags.series,
    }
    const list = await collect(flags, (page) => letsmeet.bookings.list({ ...filter, ...page }))
    this.printList(list, bookingColumns(zone), 'No bookings. Make one with `letsmeet bookings create`.')
    return list
  }
}
