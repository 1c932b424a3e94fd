import type { WebhookEndpoint } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { endpointArg } from '../../lib/args.ts'
import { endpointId } from '../../lib/find.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { endpointCard } from '../../views/webhooks.ts'

export default class WebhooksEnable extends ApiCommand {
  static override description = `Enable a webhook endpoint.

Sends what was held while it was disabled, in its order, and forgets the failures.`
  static override examples = ['<%= config.bin %> webhooks enable we_0WbXkT3nPq7YvLs2DfGh']
  static override args = endpointArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<WebhookEndpoint> {
    const { args, flags } = await this.parse(WebhooksEnable)
    const letsmeet = this.connect(flags)
    const endpoint = await letsmeet.webhookEndpoints.enable(await endpointId(letsmeet, args.endpoint))
    this.print(endpointCard(endpoint, shownIn(flags)))
    this.done(
      'Enabled. What failed before is not sent again by itself:',
      `letsmeet webhooks recover ${endpoint.id} --since 1d --dry-run`,
    )
    return endpoint
  }
}
