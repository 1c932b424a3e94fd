import { Flags } from '@oclif/core'
import { BaseCommand } from '../lib/base-command.ts'
import { unknownProfile } from '../lib/connection.ts'
import { readProfiles, writeProfiles } from '../lib/profiles.ts'
import { homeOf } from '../lib/sandbox-profiles.ts'

export default class Logout extends BaseCommand {
  static override description = `Forget a profile and its key.

The key itself goes on working; letsmeet api-keys revoke ends it.`
  static override examples = ['<%= config.bin %> logout', '<%= config.bin %> logout --profile work']
  static override flags = {
    profile: Flags.string({ description: 'Which one; the one in use unless you say.', helpValue: 'NAME' }),
  }

  async run(): Promise<{ profile: string; current: string | null }> {
    const { flags } = await this.parse(Logout)
    const { current, profiles } = readProfiles()
    const name = flags.profile ?? current
    if (!Object.hasOwn(profiles, name)) throw unknownProfile(name, Object.keys(profiles))
    const { [name]: gone, ...left } = profiles
    const next = name === current ? homeOf(gone, left) : current
    writeProfiles({ current: next, profiles: left })
    this.say(`Forgot ${name} (${gone?.url}).${left[next] ? ` Now in use: ${next}.` : ''}`)
    return { profile: name, current: left[next] ? next : null }
  }
}
