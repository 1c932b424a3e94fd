import type { ChangedReminderWorkflow, NewReminderWorkflow } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bodyOf } from '../../lib/body.ts'
import { memberId } from '../../lib/find.ts'
import { scopeFlag, stepsFrom, workflowFlags } from '../../lib/reminder-flags.ts'
import { changedCard } from '../../views/reminder-workflows.ts'

export default class ReminderWorkflowsCreate extends ApiCommand {
  static override description = `Make a reminder workflow: what is sent before and after meetings.

Steps that are given with --step use the usual words; words of your own come in a file.`
  static override examples = [
    '<%= config.bin %> reminder-workflows create --name "Two days and two hours" --step "-48h email both" --step "-2h email guest" --default',
    {
      description: 'For everybody, with words of your own:',
      command:
        '<%= config.bin %> reminder-workflows create --name "Ours" --scope organization --file steps.json --default',
    },
  ]
  static override flags = {
    ...workflowFlags,
    scope: scopeFlag({
      description: 'Whom it is for: everybody, one member (unless you say), or event types that name it.',
    }),
    member: Flags.string({ description: 'Whose: id or e-mail address; yours unless you say.' }),
  }

  async run(): Promise<ChangedReminderWorkflow> {
    const { flags } = await this.parse(ReminderWorkflowsCreate)
    const steps = stepsFrom(flags)
    const letsmeet = this.connect(flags)
    const userId = flags.member && (await memberId(letsmeet, flags.member))
    const { name, scope, default: isDefault } = flags
    const input = bodyOf<NewReminderWorkflow>(flags.body, { name, scope, isDefault, steps, userId })
    const workflow = await letsmeet.reminderWorkflows.create(input)
    this.print(changedCard(workflow, 'Planned anew'))
    this.done('Made.', `letsmeet reminders preview ${workflow.id}`)
    return workflow
  }
}
