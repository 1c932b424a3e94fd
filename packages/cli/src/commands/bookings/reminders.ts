import type { Reminder } from '@letsmeet/sdk'
import { bookingArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { all, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { reminderColumns } from '../../views/reminders.ts'

export default class BookingsReminders extends ListCommand {
  static override description = 'Show the reminders of a booking: what is planned, what became of it, and why.'
  static override examples = ['<%= config.bin %> bookings reminders bk_0WbXkT3nPq7YvLs2DfGh']
  static override args = bookingArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Listed<Reminder>> {
    const { args, flags } = await this.parse(BookingsReminders)
    const list = await all(this.connect(flags).bookings.reminders(args.booking))
    this.printList(list, reminderColumns(shownIn(flags)), 'No reminders were planned for it.')
    return list
  }
}
