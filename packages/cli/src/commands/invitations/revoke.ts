import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class InvitationsRevoke extends ApiCommand {
  static override description = `Take an invitation back. Its link stops working.`
  static override examples = ['<%= config.bin %> invitations revoke inv_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; revoked: true }> {
    const { args, flags } = await this.parse(InvitationsRevoke)
    const letsmeet = this.connect(flags)
    await confirm(`Take back the invitation ${args.id}?`, flags.yes)
    await letsmeet.organization.invitations.revoke(args.id)
    this.done('Revoked.', 'letsmeet invitations list')
    return { id: args.id, revoked: true }
  }
}
