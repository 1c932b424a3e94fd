import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class ApiKeysRevoke extends ApiCommand {
  static override description = `Revoke an API key. Whoever uses it is refused from now on.`
  static override examples = ['<%= config.bin %> api-keys revoke key_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; revoked: true }> {
    const { args, flags } = await this.parse(ApiKeysRevoke)
    const letsmeet = this.connect(flags)
    await confirm(`Revoke the API key ${args.id}?`, flags.yes)
    await letsmeet.apiKeys.revoke(args.id)
    this.done('Revoked.', 'letsmeet api-keys list')
    return { id: args.id, revoked: true }
  }
}
