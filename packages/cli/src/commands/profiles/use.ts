import { Args } from '@oclif/core'
import { BaseCommand } from '../../lib/base-command.ts'
import { unknownProfile } from '../../lib/connection.ts'
import { readProfiles, switchProfile, whatWins } from '../../lib/profiles.ts'

export default class ProfilesUse extends BaseCommand {
  static override description = 'Use another profile from now on.'
  static override examples = ['<%= config.bin %> profiles use work']
  static override args = { name: Args.string({ required: true, description: 'Its name; see letsmeet profiles list.' }) }

  async run(): Promise<{ current: string }> {
    const { args } = await this.parse(ProfilesUse)
    const { profiles } = readProfiles()
    if (!Object.hasOwn(profiles, args.name)) throw unknownProfile(args.name, Object.keys(profiles))
    switchProfile(args.name)
    const winner = whatWins()
    if (winner) this.say(winner)
    this.done(`From now on ${args.name} is used: ${profiles[args.name]?.url}`, 'letsmeet whoami')
    return { current: args.name }
  }
}
