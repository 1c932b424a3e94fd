import type { BusyBlock } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { busyBlockCard } from '../../views/time-off.ts'

export default class BusyBlocksGet extends ApiCommand {
  static override description = 'Show a busy block.'
  static override examples = ['<%= config.bin %> busy-blocks get bsy_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<BusyBlock> {
    const { args, flags } = await this.parse(BusyBlocksGet)
    const found = await this.connect(flags).busyBlocks.get(args.id)
    this.print(busyBlockCard(found, shownIn(flags)))
    return found
  }
}
