import type { CreatedApiKey } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { minutesFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { apiKeyCard } from '../../views/api-keys.ts'

export default class ApiKeysRoll extends ApiCommand {
  static override description = `Replace an API key by a new one with the same rights.

The old key goes on for a while, so that nothing stops before you have put the new one in its place.`
  static override examples = ['<%= config.bin %> api-keys roll key_0WbXkT3nPq7YvLs2DfGh --overlap 2d']
  static override args = idArg
  static override flags = {
    overlap: minutesFlag({
      description: 'How long the old key goes on, up to 7d; 1d unless you say.',
      helpValue: '1d',
    }),
    timezone: timezoneFlag,
  }

  async run(): Promise<CreatedApiKey> {
    const { args, flags } = await this.parse(ApiKeysRoll)
    const overlapSeconds = flags.overlap === undefined ? undefined : flags.overlap * 60
    const created = await this.connect(flags).apiKeys.roll(args.id, { overlapSeconds })
    this.say(apiKeyCard(created, shownIn(flags)))
    this.say('\nThe key, shown this once:')
    this.print(created.key)
    this.done('', `letsmeet api-keys get ${args.id}`)
    return created
  }
}
