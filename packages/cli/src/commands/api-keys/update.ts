import type { ApiKey, ApiKeyChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { someChange, withFields } from '../../lib/body.ts'
import { manyFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { apiKeyCard } from '../../views/api-keys.ts'

export default class ApiKeysUpdate extends ApiCommand {
  static override description = `Change the name of an API key, or where it may be used from.

A key with other scopes is a new key: letsmeet api-keys create.`
  static override examples = ['<%= config.bin %> api-keys update key_0WbXkT3nPq7YvLs2DfGh --allowed-ip 203.0.113.0/24']
  static override args = idArg
  static override flags = {
    name: Flags.string({ description: 'What it is for.' }),
    'allowed-ip': manyFlag('An address or range that it may be used from', 'CIDR'),
    'any-ip': Flags.boolean({ description: 'It may be used from anywhere.', exclusive: ['allowed-ip'] }),
    timezone: timezoneFlag,
  }

  async run(): Promise<ApiKey> {
    const { args, flags } = await this.parse(ApiKeysUpdate)
    const allowedIps = flags['any-ip'] ? [] : flags['allowed-ip']
    const change = someChange(withFields<ApiKeyChange>({}, { name: flags.name, allowedIps }))
    const key = await this.connect(flags).apiKeys.update(args.id, change)
    this.print(apiKeyCard(key, shownIn(flags)))
    this.done('Changed.')
    return key
  }
}
