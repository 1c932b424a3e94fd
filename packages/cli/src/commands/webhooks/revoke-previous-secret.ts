import type { WebhookEndpoint } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { endpointArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { endpointId } from '../../lib/find.ts'
import { shownIn, timezoneFlag, yesFlag } from '../../lib/flags.ts'
import { endpointCard } from '../../views/webhooks.ts'

export default class WebhooksRevokePreviousSecret extends ApiCommand {
  static override description = `Stop signing with the secret that was replaced.

Do it when your program verifies with the new one; by itself it ends with the overlap.`
  static override examples = ['<%= config.bin %> webhooks revoke-previous-secret we_0WbXkT3nPq7YvLs2DfGh']
  static override args = endpointArg
  static override flags = { yes: yesFlag, timezone: timezoneFlag }

  async run(): Promise<WebhookEndpoint> {
    const { args, flags } = await this.parse(WebhooksRevokePreviousSecret)
    const letsmeet = this.connect(flags)
    const id = await endpointId(letsmeet, args.endpoint)
    await confirm(`Stop signing with the old secret of ${args.endpoint}?`, flags.yes)
    const endpoint = await letsmeet.webhookEndpoints.revokePreviousSecret(id)
    this.print(endpointCard(endpoint, shownIn(flags)))
    this.done('The new secret alone signs.', `letsmeet webhooks test ${endpoint.id}`)
    return endpoint
  }
}
