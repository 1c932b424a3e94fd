import { ApiError, type LetsMeet, type WebhookDelivery } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { exitCodes, notFoundError } from '../../lib/failure.ts'
import { endpointId } from '../../lib/find.ts'
import { table } from '../../lib/table.ts'

interface Resent {
  deliveryId: string
  endpointId: string
  /** Why it was not sent again; null where it was. */
  refused: string | null
}

export default class EventsResend extends ApiCommand {
  static override description = `Send an event to its webhook endpoints again.

To all that it went to, or to one of them; its id and its bytes stay the same.`
  static override examples = [
    '<%= config.bin %> events resend evt_0WbXkT3nPq7YvLs2DfGh',
    '<%= config.bin %> events resend evt_0WbXkT3nPq7YvLs2DfGh --endpoint we_0WbXkT3nPq7YvLs2DfGh',
  ]
  static override args = { event: Args.string({ required: true, description: 'Its id; `events list` shows it.' }) }
  static override flags = {
    endpoint: Flags.string({ description: 'Only to this endpoint: its id or its URL.' }),
  }

  async run(): Promise<{ data: Resent[] }> {
    const { args, flags } = await this.parse(EventsResend)
    const letsmeet = this.connect(flags)
    const to = flags.endpoint && (await endpointId(letsmeet, flags.endpoint))
    const deliveries = await letsmeet.webhookDeliveries
      .list({ eventId: args.event, endpointId: to, limit: 100 })
      .toArray()
    if (deliveries.length === 0) throw await neverSent(letsmeet, args.event)
    const data: Resent[] = []
    for (const delivery of deliveries) data.push(await resend(letsmeet, delivery))
    this.print(
      table(data, [
        { header: 'DELIVERY', cell: ({ deliveryId }) => deliveryId },
        { header: 'ENDPOINT', cell: (one) => one.endpointId },
        {
          header: 'SENT AGAIN',
          cell: ({ refused }) =>
            refused === null ? { text: 'yes', style: 'green' } : { text: `no: ${refused}`, style: 'red' },
          whenNarrow: 'wrap',
        },
      ]),
    )
    if (data.some(({ refused }) => refused !== null)) process.exitCode = exitCodes.conflict
    else this.done('', `letsmeet webhooks deliveries --event ${args.event}`)
    return { data }
  }
}

/** One endpoint that is switched off or gone must not keep the others waiting. */
async function resend(letsmeet: LetsMeet, { id, endpointId }: WebhookDelivery): Promise<Resent> {
  try {
    await letsmeet.webhookDeliveries.redeliver(id)
    return { deliveryId: id, endpointId, refused: null }
  } catch (error) {
    if (!(error instanceof ApiError) || (error.status !== 404 && error.status !== 409)) throw error
    return { deliveryId: id, endpointId, refused: error.problem.detail ?? error.problem.title }
  }
}

/** An event that is there went nowhere; one that is not is the server's to say. */
async function neverSent(letsmeet: LetsMeet, event: string) {
  const { type } = await letsmeet.events.get(event)
  return notFoundError(
    `No webhook endpoint got this event (${type}).`,
    'Events go to the endpoints that ask for their type when they happen: see `letsmeet webhooks list`.',
  )
}
