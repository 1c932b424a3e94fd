import type { WebhookEndpoint } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { endpointArg } from '../../lib/args.ts'
import { endpointId } from '../../lib/find.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { endpointCard } from '../../views/webhooks.ts'

export default class WebhooksDisable extends ApiCommand {
  static override description = `Disable a webhook endpoint.

What happens meanwhile is held for 30 days, and sent when it is enabled again.`
  static override examples = ['<%= config.bin %> webhooks disable we_0WbXkT3nPq7YvLs2DfGh']
  static override args = endpointArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<WebhookEndpoint> {
    const { args, flags } = await this.parse(WebhooksDisable)
    const letsmeet = this.connect(flags)
    const id = await endpointId(letsmeet, args.endpoint)
    const endpoint = await letsmeet.webhookEndpoints.update(id, { enabled: false })
    this.print(endpointCard(endpoint, shownIn(flags)))
    this.done('Disabled.', `letsmeet webhooks enable ${endpoint.id}`)
    return endpoint
  }
}
