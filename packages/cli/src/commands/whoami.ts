import type { Me } from '@letsmeet/sdk'
import { ApiCommand } from '../lib/api-command.ts'
import { target } from '../lib/connection.ts'
import { card } from '../lib/table.ts'

export default class Whoami extends ApiCommand {
  static override description = 'Show which server and account you use.'
  static override examples = ['<%= config.bin %> whoami', '<%= config.bin %> whoami --profile work --json']

  async run(): Promise<Me> {
    const { flags } = await this.parse(Whoami)
    const where = target(flags)
    const me = await this.connectTo(where).me.get()
    const { user, organization } = me
    this.print(
      card([
        ['Name', user.name],
        ['E-mail', user.email],
        ['Role', user.role],
        ['Time zone', user.timezone],
        ['Organization', `${organization.name} (${me.plan})`],
        ['Booking page', me.bookingPage],
        ['Server', where.url],
        ['Profile', where.profile ?? 'none: the key comes from LETSMEET_API_KEY or a file'],
        ['Scopes', me.scopes.includes('*') ? 'all' : me.scopes.join(', ')],
        ['User id', user.id],
      ]),
    )
    return me
  }
}
