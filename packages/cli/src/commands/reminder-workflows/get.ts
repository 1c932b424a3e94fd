import type { ReminderWorkflow } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { workflowArg } from '../../lib/args.ts'
import { workflowCard } from '../../views/reminder-workflows.ts'

export default class ReminderWorkflowsGet extends ApiCommand {
  static override description = 'Show a reminder workflow and its steps.'
  static override examples = ['<%= config.bin %> reminder-workflows get rwf_default']
  static override args = workflowArg

  async run(): Promise<ReminderWorkflow> {
    const { args, flags } = await this.parse(ReminderWorkflowsGet)
    const workflow = await this.connect(flags).reminderWorkflows.get(args.workflow)
    this.print(workflowCard(workflow))
    this.done('', `letsmeet reminders preview ${workflow.id}`)
    return workflow
  }
}
