import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class SessionsRevoke extends ApiCommand {
  static override description = `Sign a browser out of the dashboard.`
  static override examples = ['<%= config.bin %> sessions revoke ses_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; revoked: true }> {
    const { args, flags } = await this.parse(SessionsRevoke)
    const letsmeet = this.connect(flags)
    await confirm(`Sign out the browser ${args.id}?`, flags.yes)
    await letsmeet.sessions.revoke(args.id)
    this.done('Revoked.', 'letsmeet sessions list')
    return { id: args.id, revoked: true }
  }
}
