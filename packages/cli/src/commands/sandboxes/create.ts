import type { CreatedSandbox } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { target } from '../../lib/connection.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { readProfiles, switchProfile, whatWins } from '../../lib/profiles.ts'
import { homeOf, keepSandbox } from '../../lib/sandbox-profiles.ts'
import { startOf } from '../../lib/time-input.ts'
import { sandboxCard } from '../../views/sandboxes.ts'

export default class SandboxesCreate extends ApiCommand {
  static override description = `Make a sandbox: a place to try things, with a clock and a mailbox of its own.

It has an owner like you, one event type and a key that is shown once. The key is kept in a profile called sandbox- and its name; you go on with the profile you use, unless you say --use. No mail leaves it.`
  static override examples = [
    '<%= config.bin %> sandboxes create "Booking flow"',
    {
      description: 'Before a weekend on which clocks change, to be used from now on:',
      command: '<%= config.bin %> sandboxes create "DST" --now "2030-03-29 09:00" --use',
    },
    {
      description: 'In a script, which keeps the key itself:',
      command: '<%= config.bin %> sandboxes create CI --no-profile > sandbox.key',
    },
  ]
  static override args = { name: Args.string({ required: true, description: 'What to call it.' }) }
  static override flags = {
    now: Flags.string({
      description:
        'Where its clock begins and stands still, such as 2030-03-30T08:00Z, in the past too; the present unless you say.',
      helpValue: 'TIME',
    }),
    use: Flags.boolean({ description: 'Use it from now on.' }),
    'no-profile': Flags.boolean({ description: 'Only print the key, and keep it nowhere.', exclusive: ['use'] }),
    timezone: timezoneFlag,
  }

  async run(): Promise<CreatedSandbox & { profile: string | null }> {
    const { args, flags } = await this.parse(SandboxesCreate)
    const zone = shownIn(flags)
    const now = flags.now === undefined ? undefined : startOf(flags.now, zone)
    const where = target(flags)
    const created = await this.connectTo(where).sandboxes.create({ name: args.name, ...(now && { now }) })
    const { id, name, apiKey } = created
    const profile = flags['no-profile'] ? null : keepSandbox({ id, name, apiKey, url: where.url }, where.profile)
    this.say(sandboxCard(created, zone, profile))
    this.say('\nIts key, shown this once:')
    this.print(apiKey)
    if (profile) this.tellOf(profile, flags.use)
    return { ...created, profile }
  }

  private tellOf(profile: string, isUsed: boolean): void {
    if (!isUsed) {
      this.say(`\nIt is kept in the profile ${profile}. You stay where you are.`)
      this.done('', `letsmeet sandboxes use ${profile}`, `letsmeet slots list 30min --profile ${profile}`)
      return
    }
    switchProfile(profile)
    const { profiles } = readProfiles()
    this.say(`\nIt is kept in the profile ${profile}, which is used from now on.`)
    this.say(whatWins() ?? `Come back with: letsmeet profiles use ${homeOf(profiles[profile], profiles)}`)
    this.done('', 'letsmeet slots list 30min', 'letsmeet clock advance 3d')
  }
}
