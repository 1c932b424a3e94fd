import type { Hold } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { holdArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { holdCard } from '../../views/holds.ts'

export default class HoldsRenew extends ApiCommand {
  static override description = 'Keep a hold for five more minutes from now.'
  static override examples = ['<%= config.bin %> holds renew hold_0WbXkT3nPq7YvLs2DfGh']
  static override args = holdArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Hold> {
    const { args, flags } = await this.parse(HoldsRenew)
    const hold = await this.connect(flags).holds.renew(args.hold)
    this.print(holdCard(hold, shownIn(flags)))
    this.done('Renewed.', `letsmeet holds release ${hold.id}`)
    return hold
  }
}
