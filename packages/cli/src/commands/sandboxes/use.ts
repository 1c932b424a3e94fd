import { sandboxArg } from '../../lib/args.ts'
import { BaseCommand } from '../../lib/base-command.ts'
import { notFoundError } from '../../lib/failure.ts'
import { readProfiles, switchProfile, whatWins } from '../../lib/profiles.ts'
import { homeOf, profileOfSandbox } from '../../lib/sandbox-profiles.ts'

export default class SandboxesUse extends BaseCommand {
  static override description = `Go into a sandbox: every command is about it from now on.

It is the same as using its profile. \`letsmeet profiles use\` and the name of yours comes back.`
  static override examples = [
    '<%= config.bin %> sandboxes use "Booking flow"',
    { description: 'And back:', command: '<%= config.bin %> profiles use default' },
  ]
  static override args = sandboxArg

  async run(): Promise<{ current: string; back: string }> {
    const { args } = await this.parse(SandboxesUse)
    const current = profileOfSandbox(args.sandbox)
    if (current === undefined)
      throw notFoundError(
        `No profile here has the key of a sandbox “${args.sandbox}”.`,
        'See `letsmeet sandboxes list`. With a key from elsewhere: letsmeet login --with-key < sandbox.key',
      )
    switchProfile(current)
    const { profiles } = readProfiles()
    const back = homeOf(profiles[current], profiles)
    this.say(`From now on you are in the sandbox of the profile ${current}.`)
    this.say(whatWins() ?? `Come back with: letsmeet profiles use ${back}`)
    this.done('', 'letsmeet whoami', 'letsmeet clock show')
    return { current, back }
  }
}
