import type { BusyBlock } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { memberId } from '../../lib/find.ts'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { busyBlockColumns } from '../../views/time-off.ts'

export default class BusyBlocksList extends ListCommand {
  static override description = 'List busy blocks.'
  static override examples = [
    '<%= config.bin %> busy-blocks list',
    '<%= config.bin %> busy-blocks list --member bob@example.com',
  ]
  static override flags = {
    member: Flags.string({ description: 'Only that of this member: id, e-mail address or me.' }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<BusyBlock>> {
    const { flags } = await this.parse(BusyBlocksList)
    const letsmeet = this.connect(flags)
    const userId = flags.member && (await memberId(letsmeet, flags.member))
    const list = await collect(flags, (page) => letsmeet.busyBlocks.list({ userId, ...page }))
    this.printList(list, busyBlockColumns(shownIn(flags)), 'No busy blocks.')
    return list
  }
}
