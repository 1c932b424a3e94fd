import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class BusyBlocksDelete extends ApiCommand {
  static override description = `Delete a busy block. Its hours can be booked again.`
  static override examples = ['<%= config.bin %> busy-blocks delete bsy_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; deleted: true }> {
    const { args, flags } = await this.parse(BusyBlocksDelete)
    const letsmeet = this.connect(flags)
    await confirm(`Delete the busy block ${args.id}?`, flags.yes)
    await letsmeet.busyBlocks.delete(args.id)
    this.done('Deleted.', 'letsmeet busy-blocks list')
    return { id: args.id, deleted: true }
  }
}
