import { ApiCommand } from '../../lib/api-command.ts'
import { ownIdArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class SchedulesDelete extends ApiCommand {
  static override description = `Delete a schedule.

One that is in use is not deleted.`
  static override examples = ['<%= config.bin %> schedules delete sch_0WbXkT3nPq7YvLs2DfGh']
  static override args = ownIdArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; deleted: true }> {
    const { args, flags } = await this.parse(SchedulesDelete)
    const letsmeet = this.connect(flags)
    await confirm(`Delete the schedule ${args.id}?`, flags.yes)
    await letsmeet.schedules.delete(args.id)
    this.done('Deleted.', 'letsmeet schedules list')
    return { id: args.id, deleted: true }
  }
}
