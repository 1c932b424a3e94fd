import type { BusyBlock, BusyBlockChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { someChange, withFields } from '../../lib/body.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { endOf, startOf } from '../../lib/time-input.ts'
import { busyBlockCard } from '../../views/time-off.ts'

export default class BusyBlocksUpdate extends ApiCommand {
  static override description = 'Change a busy block.'
  static override examples = ['<%= config.bin %> busy-blocks update bsy_0WbXkT3nPq7YvLs2DfGh --to "2030-01-08 14:00"']
  static override args = idArg
  static override flags = {
    from: Flags.string({
      description: 'When it begins; a time without an offset is in --timezone.',
      helpValue: 'TIME',
    }),
    to: Flags.string({ description: 'When it ends.', helpValue: 'TIME' }),
    timezone: timezoneFlag,
    reason: Flags.string({ description: 'Why; only members see it.' }),
  }

  async run(): Promise<BusyBlock> {
    const { args, flags } = await this.parse(BusyBlocksUpdate)
    const zone = shownIn(flags)
    const change = someChange(
      withFields<BusyBlockChange>(
        {},
        {
          start: flags.from ? startOf(flags.from, zone) : undefined,
          end: flags.to ? endOf(flags.to, zone) : undefined,
          reason: flags.reason,
        },
      ),
    )
    const block = await this.connect(flags).busyBlocks.update(args.id, change)
    this.print(busyBlockCard(block, zone))
    this.done('Changed.')
    return block
  }
}
