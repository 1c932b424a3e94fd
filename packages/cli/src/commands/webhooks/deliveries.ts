import type { WebhookDelivery } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { endpointId } from '../../lib/find.ts'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { endOf, sinceOf } from '../../lib/time-input.ts'
import { deliveryColumns } from '../../views/deliveries.ts'

export default class WebhooksDeliveries extends ListCommand {
  static override description = 'List what was sent to webhook endpoints in the last 30 days, newest first.'
  static override examples = [
    '<%= config.bin %> webhooks deliveries',
    {
      description: 'What one endpoint did not take in the last two hours:',
      command: '<%= config.bin %> webhooks deliveries we_0WbXkT3nPq7YvLs2DfGh --status failed --since 2h',
    },
    '<%= config.bin %> webhooks deliveries --event evt_0WbXkT3nPq7YvLs2DfGh',
  ]
  static override args = {
    endpoint: Args.string({ description: 'Only those to this endpoint: its id or its URL.' }),
  }
  static override flags = {
    status: Flags.option({ options: ['pending', 'succeeded', 'failed', 'held'] as const })({
      description: 'Only those in this state; failed ones may be tried again.',
    }),
    type: Flags.string({ description: 'Only those of this type.', helpValue: 'booking.created' }),
    event: Flags.string({ description: 'Only those of this event.', helpValue: 'EVENT' }),
    since: Flags.string({ description: 'Only those made since then.', helpValue: '2h' }),
    until: Flags.string({ description: 'Only those made before then.', helpValue: '2030-01-31' }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<WebhookDelivery>> {
    const { args, flags } = await this.parse(WebhooksDeliveries)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const now = await presentOf(letsmeet, flags)
    const times = {
      'created[gte]': flags.since === undefined ? undefined : sinceOf(flags.since, zone, now).toISOString(),
      'created[lt]': flags.until === undefined ? undefined : endOf(flags.until, zone, now).toISOString(),
    }
    const filter = {
      endpointId: args.endpoint && (await endpointId(letsmeet, args.endpoint)),
      status: flags.status,
      eventType: flags.type,
      eventId: flags.event,
      ...times,
    }
    const list = await collect(flags, (page) => letsmeet.webhookDeliveries.list({ ...filter, ...page }))
    this.printList(list, deliveryColumns(zone), 'No deliveries.')
    const [failed] = list.data.filter(({ status }) => status === 'failed')
    if (failed) this.done('', `letsmeet webhooks attempts ${failed.id}`)
    return list
  }
}
