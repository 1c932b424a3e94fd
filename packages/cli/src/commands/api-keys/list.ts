import type { ApiKey } from '@letsmeet/sdk'

import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { apiKeyColumns } from '../../views/api-keys.ts'

export default class ApiKeysList extends ListCommand {
  static override description = 'List API keys, revoked ones too. The keys themselves are not shown again.'
  static override examples = ['<%= config.bin %> api-keys list']
  static override flags = { timezone: timezoneFlag, ...listFlags }

  async run(): Promise<Listed<ApiKey>> {
    const { flags } = await this.parse(ApiKeysList)
    const letsmeet = this.connect(flags)

    const list = await collect(flags, (page) => letsmeet.apiKeys.list({ ...page }))
    this.printList(list, apiKeyColumns(shownIn(flags)), 'No API keys.')
    return list
  }
}
