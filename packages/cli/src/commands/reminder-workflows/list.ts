import type { ReminderWorkflow } from '@letsmeet/sdk'
import { listFlags } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { scopeFlag } from '../../lib/reminder-flags.ts'
import { workflowColumns } from '../../views/reminder-workflows.ts'

export default class ReminderWorkflowsList extends ListCommand {
  static override description = `List reminder workflows, the newest first.

The built-in one is not listed: letsmeet reminder-workflows get rwf_default.`
  static override examples = ['<%= config.bin %> reminder-workflows list --scope organization']
  static override flags = {
    scope: scopeFlag({ description: 'Only those for everybody, for one member, or for event types that name them.' }),
    ...listFlags,
  }

  async run(): Promise<Listed<ReminderWorkflow>> {
    const { flags } = await this.parse(ReminderWorkflowsList)
    const letsmeet = this.connect(flags)
    const list = await collect(flags, (page) => letsmeet.reminderWorkflows.list({ scope: flags.scope, ...page }))
    const none = 'None of your own; rwf_default holds. Make one with `letsmeet reminder-workflows create`.'
    this.printList(list, workflowColumns, none)
    return list
  }
}
