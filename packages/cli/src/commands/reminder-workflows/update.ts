import type { ChangedReminderWorkflow, ReminderWorkflowChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { workflowArg } from '../../lib/args.ts'
import { bodyOf, someChange } from '../../lib/body.ts'
import { stepsFrom, workflowFlags } from '../../lib/reminder-flags.ts'
import { keeping } from '../../lib/reminder-step.ts'
import { changedCard } from '../../views/reminder-workflows.ts'

export default class ReminderWorkflowsUpdate extends ApiCommand {
  static override description = `Change a reminder workflow; reminders of bookings to come are planned anew.

Steps are replaced as a whole. A --step that is there already stays the same, with its words; in a file, a step that keeps its id does.`
  static override examples = [
    {
      description: 'Say first how many reminders would be planned anew:',
      command:
        '<%= config.bin %> reminder-workflows update rwf_0WbXkT3nPq7YvLs2DfGh --step "-24h email guest" --step "+30m email guest" --dry-run',
    },
    '<%= config.bin %> reminder-workflows update rwf_0WbXkT3nPq7YvLs2DfGh --default',
  ]
  static override args = workflowArg
  static override flags = {
    ...workflowFlags,
    'dry-run': Flags.boolean({ description: 'Change nothing, and say how many reminders would be planned anew.' }),
  }

  async run(): Promise<ChangedReminderWorkflow> {
    const { args, flags } = await this.parse(ReminderWorkflowsUpdate)
    const given = stepsFrom(flags)
    const letsmeet = this.connect(flags)
    const steps =
      flags.step && given ? keeping((await letsmeet.reminderWorkflows.get(args.workflow)).steps, given) : given
    const fields = { name: flags.name, isDefault: flags.default, steps }
    const change = someChange(bodyOf<ReminderWorkflowChange>(flags.body, fields))
    const trial = flags['dry-run']
    const workflow = await letsmeet.reminderWorkflows.update(args.workflow, change, trial ? { dryRun: true } : {})
    this.print(changedCard(workflow, trial ? 'Would plan anew' : 'Planned anew'))
    this.done(trial ? 'Nothing was changed yet.' : 'Changed.')
    return workflow
  }
}
