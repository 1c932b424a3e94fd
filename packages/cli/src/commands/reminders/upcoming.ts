import type { Reminder } from '@letsmeet/sdk'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { reminderColumns } from '../../views/reminders.ts'

export default class RemindersUpcoming extends ListCommand {
  static override description = 'List the reminders that are still to be sent, the next one first.'
  static override examples = ['<%= config.bin %> reminders upcoming --limit 5']
  static override flags = { timezone: timezoneFlag, ...listFlags }

  async run(): Promise<Listed<Reminder>> {
    const { flags } = await this.parse(RemindersUpcoming)
    const letsmeet = this.connect(flags)
    const list = await collect(flags, (page) => letsmeet.reminders.list({ state: 'scheduled', ...page }))
    this.printList(list, reminderColumns(shownIn(flags)), 'Nothing is to be sent.')
    return list
  }
}
