import type { WebhookAttempt, WebhookDeliveryWithBody } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { deliveryArg } from '../../lib/args.ts'
import { cleanText } from '../../lib/clean.ts'
import { notFoundError } from '../../lib/failure.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { table } from '../../lib/table.ts'
import { attemptColumns, attemptText, deliveryCard } from '../../views/deliveries.ts'

export default class WebhooksAttempts extends ApiCommand {
  static override description = `Show a delivery and every try to send it.

The last try is shown in full: what was sent, what came back, why it failed, and where the time went.`
  static override examples = [
    '<%= config.bin %> webhooks attempts wd_0WbXkT3nPq7YvLs2DfGh',
    {
      description: 'The exact bytes that are sent and signed:',
      command: '<%= config.bin %> webhooks attempts wd_0WbXkT3nPq7YvLs2DfGh --payload > body.json',
    },
  ]
  static override args = deliveryArg
  static override flags = {
    try: Flags.integer({ description: 'Show this one in full; the last unless you say.', min: 1, helpValue: 'N' }),
    payload: Flags.boolean({ description: 'Print only the body that is sent.', exclusive: ['try'] }),
    timezone: timezoneFlag,
  }

  async run(): Promise<WebhookDeliveryWithBody & { attempts: WebhookAttempt[] }> {
    const { args, flags } = await this.parse(WebhooksAttempts)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const delivery = await letsmeet.webhookDeliveries.get(args.delivery)
    const attempts = await letsmeet.webhookDeliveries.attempts(args.delivery, { limit: 100 }).toArray()
    const found = { ...delivery, attempts }
    if (flags.payload) {
      if (!this.jsonEnabled())
        process.stdout.write(process.stdout.isTTY ? `${cleanText(delivery.body)}\n` : delivery.body)
      return found
    }
    const full = flags.try === undefined ? attempts[0] : attempts.find(({ number }) => number === flags.try)
    if (flags.try !== undefined && !full)
      throw notFoundError(`There was no try ${flags.try}.`, `It was tried ${attempts.length} times.`)
    this.print(deliveryCard(delivery, zone))
    if (attempts.length > 1) this.print(`\n${table(attempts.toReversed(), attemptColumns(zone))}`)
    if (full) this.print(`\n${attemptText(full, zone)}`)
    if (delivery.status === 'failed') this.done('', `letsmeet webhooks redeliver ${delivery.id}`)
    return found
  }
}
