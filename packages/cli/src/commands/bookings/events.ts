import type { Event } from '@letsmeet/sdk'
import { bookingArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { all, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { eventColumns } from '../../views/events.ts'

export default class BookingsEvents extends ListCommand {
  static override description = 'Show what happened to a booking.'
  static override examples = ['<%= config.bin %> bookings events bk_0WbXkT3nPq7YvLs2DfGh']
  static override args = bookingArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Listed<Event>> {
    const { args, flags } = await this.parse(BookingsEvents)
    const list = await all(this.connect(flags).bookings.events(args.booking))
    this.printList(list, eventColumns(shownIn(flags)), 'Nothing happened yet.')
    return list
  }
}
