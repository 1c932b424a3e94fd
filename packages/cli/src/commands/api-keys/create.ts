import type { CreatedApiKey, NewApiKey } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { withFields } from '../../lib/body.ts'
import { manyFlag, minutesFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { endOf } from '../../lib/time-input.ts'
import { apiKeyCard } from '../../views/api-keys.ts'

export default class ApiKeysCreate extends ApiCommand {
  static override description = `Make an API key.

It is shown once: keep it where your program reads its secrets.`
  static override examples = [
    '<%= config.bin %> api-keys create --name "Website"',
    {
      description: 'One that may only read slots and book, for 90 days:',
      command:
        '<%= config.bin %> api-keys create --name "Website" --scope event-types:read --scope bookings:write --expires-in 90d',
    },
    {
      description: 'Into a file, without showing it:',
      command: '<%= config.bin %> api-keys create --name CI --json | jq -r .key > ci.key',
    },
  ]
  static override flags = {
    name: Flags.string({ description: 'What it is for.', required: true }),
    scope: manyFlag('What it may do, such as bookings:read; everything unless you say', 'SCOPE'),
    'expires-in': minutesFlag({
      description: 'How long it works; for ever unless you say.',
      helpValue: '90d',
      exclusive: ['expires'],
    }),
    expires: Flags.string({
      description: 'The last day, or the moment, until which it works.',
      helpValue: '2030-12-31',
    }),
    'allowed-ip': manyFlag('An address or range that it may be used from', 'CIDR'),
    timezone: timezoneFlag,
  }

  async run(): Promise<CreatedApiKey> {
    const { flags } = await this.parse(ApiKeysCreate)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const now = await presentOf(letsmeet, flags)
    const after = flags['expires-in']
    const expiresAt =
      after === undefined ? flags.expires && endOf(flags.expires, zone, now) : new Date(now.getTime() + after * 60_000)
    // Scopes are the server's to judge: it knows more of them than this version may.
    const created = await letsmeet.apiKeys.create(
      withFields<NewApiKey>(
        { scopes: flags.scope ?? ['*'] },
        { name: flags.name, expiresAt, allowedIps: flags['allowed-ip'] },
      ),
    )
    this.say(apiKeyCard(created, zone))
    this.say('\nThe key, shown this once:')
    this.print(created.key)
    this.done('', `letsmeet login --with-key`, `letsmeet api-keys revoke ${created.id}`)
    return created
  }
}
