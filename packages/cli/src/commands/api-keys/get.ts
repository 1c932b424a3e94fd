import type { ApiKey } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { apiKeyCard } from '../../views/api-keys.ts'

export default class ApiKeysGet extends ApiCommand {
  static override description = 'Show an API key. The key itself is not shown again.'
  static override examples = ['<%= config.bin %> api-keys get key_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<ApiKey> {
    const { args, flags } = await this.parse(ApiKeysGet)
    const found = await this.connect(flags).apiKeys.get(args.id)
    this.print(apiKeyCard(found, shownIn(flags)))
    return found
  }
}
