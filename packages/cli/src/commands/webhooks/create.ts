import type { CreatedWebhookEndpoint } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { shownIn } from '../../lib/flags.ts'
import { webhookFlags, webhookSettings } from '../../lib/webhook-flags.ts'
import { endpointCard } from '../../views/webhooks.ts'

export default class WebhooksCreate extends ApiCommand {
  static override description = `Send events to a URL of yours.

Each event is posted as JSON and signed, as Standard Webhooks say. The secret that verifies the signatures is shown once: keep it where your program reads its secrets.`
  static override examples = [
    '<%= config.bin %> webhooks create https://app.acme.example/webhooks/letsmeet',
    {
      description: 'Only what is booked and cancelled, of one event type:',
      command:
        '<%= config.bin %> webhooks create https://app.acme.example/webhooks/letsmeet --type booking.created --type booking.cancelled --event-type intro-call',
    },
    {
      description: 'The secret into a file, without showing it:',
      command:
        '<%= config.bin %> webhooks create https://app.acme.example/webhooks/letsmeet --json | jq -r .secret > webhook.secret',
    },
  ]
  static override args = {
    url: Args.string({ required: true, description: 'Where to send; https, or http to this machine in development.' }),
  }
  static override flags = {
    ...webhookFlags,
    disabled: Flags.boolean({ description: 'Send nothing until it is enabled; events are held for 30 days.' }),
  }

  async run(): Promise<CreatedWebhookEndpoint> {
    const { args, flags } = await this.parse(WebhooksCreate)
    const letsmeet = this.connect(flags)
    const settings = await webhookSettings(letsmeet, flags, args.url)
    const { url = args.url, description, filter, headers, maxPerSecond, ...rest } = settings
    const created = await letsmeet.webhookEndpoints.create({
      ...rest,
      url,
      ...(flags.disabled && { enabled: false }),
      ...(description != null && { description }),
      ...(filter != null && { filter }),
      ...(headers != null && { headers }),
      ...(maxPerSecond != null && { maxPerSecond }),
    })
    this.say(endpointCard(created, shownIn(flags)))
    this.say('\nThe secret, shown this once; your program verifies deliveries with it:')
    this.print(created.secret)
    const first = flags.disabled ? 'enable' : 'test'
    this.done('', `letsmeet webhooks ${first} ${created.id}`, `letsmeet webhooks deliveries ${created.id}`)
    return created
  }
}
