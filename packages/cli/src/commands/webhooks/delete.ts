import { ApiCommand } from '../../lib/api-command.ts'
import { endpointArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { endpointId } from '../../lib/find.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class WebhooksDelete extends ApiCommand {
  static override description = `Delete a webhook endpoint. Nothing more is sent to it.

To pause it and keep what happens meanwhile: letsmeet webhooks disable.`
  static override examples = ['<%= config.bin %> webhooks delete we_0WbXkT3nPq7YvLs2DfGh']
  static override args = endpointArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; deleted: true }> {
    const { args, flags } = await this.parse(WebhooksDelete)
    const letsmeet = this.connect(flags)
    const id = await endpointId(letsmeet, args.endpoint)
    await confirm(`Delete the webhook endpoint ${args.endpoint}, and send nothing of what still waits?`, flags.yes)
    await letsmeet.webhookEndpoints.delete(id)
    this.done('Deleted.', 'letsmeet webhooks list')
    return { id, deleted: true }
  }
}
