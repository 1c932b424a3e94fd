import type { CreatedWebhookEndpoint } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { endpointArg } from '../../lib/args.ts'
import { endpointId } from '../../lib/find.ts'
import { minutesFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { endpointCard } from '../../views/webhooks.ts'

export default class WebhooksRotateSecret extends ApiCommand {
  static override description = `Give a webhook endpoint a new secret.

Both secrets sign for a while, so that nothing is refused before your program has the new one.`
  static override examples = [
    '<%= config.bin %> webhooks rotate-secret we_0WbXkT3nPq7YvLs2DfGh --overlap 2d',
    {
      description: 'Somebody has seen the old one:',
      command: '<%= config.bin %> webhooks rotate-secret we_0WbXkT3nPq7YvLs2DfGh --overlap 0',
    },
  ]
  static override args = endpointArg
  static override flags = {
    overlap: minutesFlag({
      description: 'How long the old secret signs too, up to 7d; 1d unless you say.',
      helpValue: '1d',
    }),
    force: Flags.boolean({ description: 'Also while the overlap of the last rotation lasts.' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<CreatedWebhookEndpoint> {
    const { args, flags } = await this.parse(WebhooksRotateSecret)
    const letsmeet = this.connect(flags)
    const overlapSeconds = flags.overlap === undefined ? undefined : flags.overlap * 60
    const created = await letsmeet.webhookEndpoints.rotateSecret(await endpointId(letsmeet, args.endpoint), {
      ...(overlapSeconds !== undefined && { overlapSeconds }),
      force: flags.force,
    })
    this.say(endpointCard(created, shownIn(flags)))
    this.say('\nThe new secret, shown this once:')
    this.print(created.secret)
    if (created.previousSecretExpiresAt)
      this.done('When your program has the new one:', `letsmeet webhooks revoke-previous-secret ${created.id}`)
    return created
  }
}
