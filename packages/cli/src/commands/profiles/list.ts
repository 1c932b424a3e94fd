import { BaseCommand } from '../../lib/base-command.ts'
import { readProfiles } from '../../lib/profiles.ts'
import { table } from '../../lib/table.ts'

interface Listed {
  name: string
  url: string
  current: boolean
}

export default class ProfilesList extends BaseCommand {
  static override description = 'List the servers and accounts that you are logged in to.'
  static override examples = ['<%= config.bin %> profiles list']

  async run(): Promise<{ data: Listed[] }> {
    await this.parse(ProfilesList)
    const { current, profiles } = readProfiles()
    const data = Object.entries(profiles).map(([name, { url }]) => ({ name, url, current: name === current }))
    if (data.length === 0) this.say('No profiles. Log in to a server: letsmeet login')
    else
      this.print(
        table(data, [
          { header: 'NAME', cell: ({ name }) => name },
          { header: 'SERVER', cell: ({ url }) => url },
          { header: 'IN USE', cell: (profile) => (profile.current ? { text: 'yes', style: 'green' } : '') },
        ]),
      )
    return { data }
  }
}
