import type { WebhookEndpoint } from '@letsmeet/sdk'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { endpointColumns } from '../../views/webhooks.ts'

export default class WebhooksList extends ListCommand {
  static override description = `List webhook endpoints with their state, newest first.

An endpoint that keeps failing is paused and tried again after a while; after five days of failures it is disabled.`
  static override examples = ['<%= config.bin %> webhooks list']
  static override flags = { timezone: timezoneFlag, ...listFlags }

  async run(): Promise<Listed<WebhookEndpoint>> {
    const { flags } = await this.parse(WebhooksList)
    const letsmeet = this.connect(flags)

    const list = await collect(flags, (page) => letsmeet.webhookEndpoints.list({ ...page }))
    const none = 'No webhook endpoints. Make one with `letsmeet webhooks create URL`.'
    this.printList(list, endpointColumns(shownIn(flags)), none)
    return list
  }
}
