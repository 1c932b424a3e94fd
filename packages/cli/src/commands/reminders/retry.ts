import type { Reminder } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { reminderCard } from '../../views/reminders.ts'

export default class RemindersRetry extends ApiCommand {
  static override description = `Try a reminder again, at once.

One that failed, or that nobody could take when it was due; not after its time.`
  static override examples = ['<%= config.bin %> reminders retry rmd_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Reminder> {
    const { args, flags } = await this.parse(RemindersRetry)
    const reminder = await this.connect(flags).reminders.retry(args.id)
    this.print(reminderCard(reminder, shownIn(flags)))
    this.done('It is tried again.', `letsmeet reminders get ${reminder.id}`)
    return reminder
  }
}
