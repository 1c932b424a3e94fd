import type { WebhookEndpoint } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { endpointArg } from '../../lib/args.ts'
import { someChange } from '../../lib/body.ts'
import { endpointId } from '../../lib/find.ts'
import { shownIn } from '../../lib/flags.ts'
import { webhookFlags, webhookSettings } from '../../lib/webhook-flags.ts'
import { endpointCard } from '../../views/webhooks.ts'

export default class WebhooksUpdate extends ApiCommand {
  static override description = `Change a webhook endpoint.

What you leave out stays. Types, event types and headers are replaced as a whole. What waits is sent to the new address.`
  static override examples = [
    '<%= config.bin %> webhooks update we_0WbXkT3nPq7YvLs2DfGh --type booking.created --type booking.cancelled',
    {
      description: 'Another address:',
      command:
        '<%= config.bin %> webhooks update we_0WbXkT3nPq7YvLs2DfGh --address https://new.acme.example/webhooks/letsmeet',
    },
    {
      description: 'Take a setting away:',
      command: `<%= config.bin %> webhooks update we_0WbXkT3nPq7YvLs2DfGh --body '{"filter":null}'`,
    },
  ]
  static override args = endpointArg
  static override flags = {
    address: Flags.string({ description: 'The URL to send to from now on.', helpValue: 'URL' }),
    ...webhookFlags,
  }

  async run(): Promise<WebhookEndpoint> {
    const { args, flags } = await this.parse(WebhooksUpdate)
    const letsmeet = this.connect(flags)
    const change = someChange(await webhookSettings(letsmeet, flags, flags.address))
    const endpoint = await letsmeet.webhookEndpoints.update(await endpointId(letsmeet, args.endpoint), change)
    this.print(endpointCard(endpoint, shownIn(flags)))
    this.done('Changed.', `letsmeet webhooks test ${endpoint.id}`)
    return endpoint
  }
}
