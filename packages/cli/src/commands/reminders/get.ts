import type { Reminder } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { reminderCard } from '../../views/reminders.ts'

export default class RemindersGet extends ApiCommand {
  static override description = 'Show a reminder: its state, why it was not sent, and what the other side answered.'
  static override examples = ['<%= config.bin %> reminders get rmd_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Reminder> {
    const { args, flags } = await this.parse(RemindersGet)
    const reminder = await this.connect(flags).reminders.get(args.id)
    this.print(reminderCard(reminder, shownIn(flags)))
    return reminder
  }
}
