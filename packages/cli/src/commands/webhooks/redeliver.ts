import { deliveryArg } from '../../lib/args.ts'
import type { Tried } from '../../lib/await-attempt.ts'
import { DeliveryCommand, sendFlags } from '../../lib/delivery-command.ts'

export default class WebhooksRedeliver extends DeliveryCommand {
  static override description = `Send a delivery again, now, and show the answer.

Its id and its bytes stay the same, so that a program which saw it before can tell. The exit code is 1 when it did not arrive.`
  static override examples = [
    '<%= config.bin %> webhooks redeliver wd_0WbXkT3nPq7YvLs2DfGh',
    {
      description: 'Everything that failed today:',
      command: '<%= config.bin %> webhooks recover we_0WbXkT3nPq7YvLs2DfGh --since today',
    },
  ]
  static override args = deliveryArg
  static override flags = sendFlags

  async run(): Promise<Tried> {
    const { args, flags } = await this.parse(WebhooksRedeliver)
    const letsmeet = this.connect(flags)
    return this.tell(letsmeet, await letsmeet.webhookDeliveries.redeliver(args.delivery), flags)
  }
}
