import type { ReminderPreview } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { workflowArg } from '../../lib/args.ts'
import { cleanText } from '../../lib/clean.ts'
import { notFoundError } from '../../lib/failure.ts'
import { messageText } from '../../views/reminders.ts'

export default class RemindersPreview extends ApiCommand {
  static override description = `Show what a workflow would send: subject, when, in whose zone, and the text.

For a sample, or with --booking for a real one. Nothing is sent.`
  static override examples = [
    '<%= config.bin %> reminders preview rwf_default',
    {
      description: 'One message of it, for a browser:',
      command: '<%= config.bin %> reminders preview rwf_default --step rws_day --html > reminder.html',
    },
  ]
  static override args = workflowArg
  static override flags = {
    booking: Flags.string({ description: 'For this booking: its id, or ext: and your own id.' }),
    step: Flags.string({ description: 'This step alone.', helpValue: 'ID' }),
    html: Flags.boolean({ description: 'Print the HTML.' }),
  }

  async run(): Promise<ReminderPreview> {
    const { args, flags } = await this.parse(RemindersPreview)
    const asked = { bookingId: flags.booking, stepId: flags.step }
    const preview = await this.connect(flags).reminderWorkflows.preview(args.workflow, asked)
    if (flags.html) this.html(preview)
    else this.print(preview.messages.map(messageText).join('\n\n\n'))
    return preview
  }

  /** As it is, for other programs; only a terminal needs protection. */
  private html({ messages }: ReminderPreview): void {
    const pages = messages.flatMap(({ html }) => html ?? [])
    if (pages.length === 0) throw notFoundError('None of these messages is a mail with HTML.')
    this.print(pages.map((page) => (process.stdout.isTTY ? cleanText(page) : page)).join('\n'))
  }
}
