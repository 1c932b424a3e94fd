import { ApiCommand } from '../../lib/api-command.ts'
import { workflowArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class ReminderWorkflowsDelete extends ApiCommand {
  static override description = `Delete a reminder workflow; where it was the default, the next one holds.

One that an event type names is not deleted.`
  static override examples = ['<%= config.bin %> reminder-workflows delete rwf_0WbXkT3nPq7YvLs2DfGh']
  static override args = workflowArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; deleted: true }> {
    const { args, flags } = await this.parse(ReminderWorkflowsDelete)
    const letsmeet = this.connect(flags)
    await confirm(`Delete the reminder workflow ${args.workflow}?`, flags.yes)
    await letsmeet.reminderWorkflows.delete(args.workflow)
    this.done('Deleted.', 'letsmeet reminder-workflows list')
    return { id: args.workflow, deleted: true }
  }
}
