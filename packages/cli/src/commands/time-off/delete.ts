import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class TimeOffDelete extends ApiCommand {
  static override description = `Delete a planned time off. Its days can be booked again.`
  static override examples = ['<%= config.bin %> time-off delete off_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; deleted: true }> {
    const { args, flags } = await this.parse(TimeOffDelete)
    const letsmeet = this.connect(flags)
    await confirm(`Delete the time off ${args.id}?`, flags.yes)
    await letsmeet.timeOff.delete(args.id)
    this.done('Deleted.', 'letsmeet time-off list')
    return { id: args.id, deleted: true }
  }
}
