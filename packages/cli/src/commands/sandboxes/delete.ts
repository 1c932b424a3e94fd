import { ApiCommand } from '../../lib/api-command.ts'
import { sandboxArg } from '../../lib/args.ts'
import { cleanLine } from '../../lib/clean.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'
import { sandboxId } from '../../lib/sandbox.ts'
import { forgetSandbox } from '../../lib/sandbox-profiles.ts'

export default class SandboxesDelete extends ApiCommand {
  static override description = `Delete a sandbox with everything in it: people, bookings, mails, keys, webhooks.

Its profile here goes too; if you used that, you are back in the one that it was made with. It cannot be undone.`
  static override examples = [
    '<%= config.bin %> sandboxes delete "Booking flow"',
    { description: 'The one you are in:', command: '<%= config.bin %> sandboxes delete current --yes' },
  ]
  static override args = sandboxArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; deleted: true }> {
    const { args, flags } = await this.parse(SandboxesDelete)
    const letsmeet = this.connect(flags)
    const { id, name } = await letsmeet.sandboxes.get(await sandboxId(letsmeet, args.sandbox))
    await confirm(`Delete the sandbox “${cleanLine(name)}” with everything in it?`, flags.yes)
    await letsmeet.sandboxes.delete(id)
    const { forgotten, current } = forgetSandbox(id)
    if (forgotten.length > 0) this.say(`Forgot the profile ${forgotten.join(', ')}.`)
    if (current) this.say(`Now in use: ${current}.`)
    this.done('Deleted.', 'letsmeet sandboxes list')
    return { id, deleted: true }
  }
}
