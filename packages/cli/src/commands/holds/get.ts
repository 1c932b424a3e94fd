import type { Hold } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { holdArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { holdCard } from '../../views/holds.ts'

export default class HoldsGet extends ApiCommand {
  static override description = 'Show what a hold keeps, and until when.'
  static override examples = ['<%= config.bin %> holds get hold_0WbXkT3nPq7YvLs2DfGh']
  static override args = holdArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Hold> {
    const { args, flags } = await this.parse(HoldsGet)
    const hold = await this.connect(flags).holds.get(args.hold)
    this.print(holdCard(hold, shownIn(flags)))
    return hold
  }
}
