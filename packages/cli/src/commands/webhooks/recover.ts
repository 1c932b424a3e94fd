import type { Recover, Recovered } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { endpointArg } from '../../lib/args.ts'
import { withFields } from '../../lib/body.ts'
import { confirm } from '../../lib/confirm.ts'
import { endpointId } from '../../lib/find.ts'
import { manyFlag, shownIn, timezoneFlag, yesFlag } from '../../lib/flags.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { endOf, sinceOf } from '../../lib/time-input.ts'

export default class WebhooksRecover extends ApiCommand {
  static override description = `Send again what a webhook endpoint did not take.

It goes out behind whatever happens now; ids and bytes stay the same. On a terminal you are told how many there are before anything is sent.`
  static override examples = [
    '<%= config.bin %> webhooks recover we_0WbXkT3nPq7YvLs2DfGh --since 2h',
    {
      description: 'Only count:',
      command: '<%= config.bin %> webhooks recover we_0WbXkT3nPq7YvLs2DfGh --since 2030-01-07 --dry-run',
    },
    {
      description: 'Everything of a day, also what arrived:',
      command:
        '<%= config.bin %> webhooks recover we_0WbXkT3nPq7YvLs2DfGh --since 2030-01-07 --until 2030-01-07 --all --yes',
    },
  ]
  static override args = endpointArg
  static override flags = {
    since: Flags.string({
      description: 'From when on: how long ago, a day or a time.',
      helpValue: '2h',
      required: true,
    }),
    until: Flags.string({
      description: 'Until when: a day, included, or a time; now unless you say.',
      helpValue: '2030-01-07',
    }),
    type: manyFlag('Only this type, or a family such as "booking.*"', 'TYPE'),
    all: Flags.boolean({ description: 'Also what arrived.' }),
    'dry-run': Flags.boolean({ description: 'Count, and send nothing.' }),
    yes: yesFlag,
    timezone: timezoneFlag,
  }

  async run(): Promise<Recovered> {
    const { args, flags } = await this.parse(WebhooksRecover)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const now = await presentOf(letsmeet, flags)
    const wanted = withFields<Recover>(
      { since: sinceOf(flags.since, zone, now).toISOString(), status: flags.all ? 'all' : 'failed' },
      { until: flags.until && endOf(flags.until, zone, now).toISOString(), types: flags.type },
    )
    const id = await endpointId(letsmeet, args.endpoint)
    const { count } = await letsmeet.webhookEndpoints.recover(id, { ...wanted, dryRun: true })
    const what = `${count} ${count === 1 ? 'delivery' : 'deliveries'}`
    if (flags['dry-run'] || count === 0) {
      this.print(count === 0 ? `Nothing ${flags.all ? 'was sent' : 'failed'} then.` : `${what} would be sent again.`)
      return { count }
    }
    await confirm(`Send ${what} to ${args.endpoint} again?`, flags.yes)
    const recovered = await letsmeet.webhookEndpoints.recover(id, wanted)
    this.print(`${recovered.count} on the way again.`)
    this.done('', `letsmeet webhooks deliveries ${id} --since ${flags.since}`)
    return recovered
  }
}
