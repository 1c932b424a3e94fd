import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class BrowserSessionsRevoke extends ApiCommand {
  static override description = 'Revoke a browser session. The page that uses it is refused from now on.'
  static override examples = ['<%= config.bin %> browser-sessions revoke bs_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; revoked: true }> {
    const { args, flags } = await this.parse(BrowserSessionsRevoke)
    const letsmeet = this.connect(flags)
    await confirm(`Revoke the browser session ${args.id}?`, flags.yes)
    await letsmeet.browserSessions.revoke(args.id)
    this.done('Revoked.', 'letsmeet browser-sessions list')
    return { id: args.id, revoked: true }
  }
}
