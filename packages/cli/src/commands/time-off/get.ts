import type { TimeOff } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { timeOffCard } from '../../views/time-off.ts'

export default class TimeOffGet extends ApiCommand {
  static override description = 'Show a planned time off.'
  static override examples = ['<%= config.bin %> time-off get off_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<TimeOff> {
    const { args, flags } = await this.parse(TimeOffGet)
    const found = await this.connect(flags).timeOff.get(args.id)
    this.print(timeOffCard(found, shownIn(flags)))
    return found
  }
}
