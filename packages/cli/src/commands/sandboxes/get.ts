import type { Sandbox } from '@letsmeet/sdk'
import { Args } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { sandboxIn } from '../../lib/sandbox.ts'
import { profileOfSandbox } from '../../lib/sandbox-profiles.ts'
import { sandboxCard } from '../../views/sandboxes.ts'

export default class SandboxesGet extends ApiCommand {
  static override description = 'Show a sandbox: its booking page, its clock, and the profile that has its key.'
  static override examples = [
    '<%= config.bin %> sandboxes get "Booking flow"',
    { description: 'The one you are in:', command: '<%= config.bin %> sandboxes get' },
  ]
  static override args = {
    sandbox: Args.string({ description: 'Its id, or its name; the one you use, or your only one, unless you say.' }),
  }
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Sandbox> {
    const { args, flags } = await this.parse(SandboxesGet)
    const letsmeet = this.connect(flags)
    const sandbox = await letsmeet.sandboxes.get(await sandboxIn(letsmeet, { ...flags, sandbox: args.sandbox }))
    this.print(sandboxCard(sandbox, shownIn(flags), profileOfSandbox(sandbox.id) ?? null))
    return sandbox
  }
}
