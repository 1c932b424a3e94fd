import type { WebhookEndpoint } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { endpointArg } from '../../lib/args.ts'
import { endpointId } from '../../lib/find.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { endpointCard } from '../../views/webhooks.ts'

export default class WebhooksGet extends ApiCommand {
  static override description = 'Show a webhook endpoint, its settings and its state. The secret is not shown again.'
  static override examples = [
    '<%= config.bin %> webhooks get we_0WbXkT3nPq7YvLs2DfGh',
    '<%= config.bin %> webhooks get https://app.acme.example/webhooks/letsmeet',
  ]
  static override args = endpointArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<WebhookEndpoint> {
    const { args, flags } = await this.parse(WebhooksGet)
    const letsmeet = this.connect(flags)
    const found = await letsmeet.webhookEndpoints.get(await endpointId(letsmeet, args.endpoint))
    this.print(endpointCard(found, shownIn(flags)))
    return found
  }
}
