import { Flags } from '@oclif/core'
import { endpointArg } from '../../lib/args.ts'
import type { Tried } from '../../lib/await-attempt.ts'
import { DeliveryCommand, sendFlags } from '../../lib/delivery-command.ts'
import { endpointId } from '../../lib/find.ts'

export default class WebhooksTest extends DeliveryCommand {
  static override description = `Send a test to a webhook endpoint and show its answer.

It is signed and logged like any delivery, and tried once. The exit code is 1 when it did not arrive.`
  static override examples = [
    '<%= config.bin %> webhooks test we_0WbXkT3nPq7YvLs2DfGh',
    {
      description: 'A sample of what a booking sends:',
      command: '<%= config.bin %> webhooks test we_0WbXkT3nPq7YvLs2DfGh --type booking.created',
    },
  ]
  static override args = endpointArg
  static override flags = {
    type: Flags.string({ description: 'A sample of this type; ping unless you say.', helpValue: 'booking.created' }),
    ...sendFlags,
  }

  async run(): Promise<Tried> {
    const { args, flags } = await this.parse(WebhooksTest)
    const letsmeet = this.connect(flags)
    const id = await endpointId(letsmeet, args.endpoint)
    const asked = await letsmeet.webhookEndpoints.test(id, flags.type === undefined ? {} : { type: flags.type })
    return this.tell(letsmeet, asked, flags)
  }
}
