import type { Me, Sandbox } from '@letsmeet/sdk'
import { ApiCommand } from '../lib/api-command.ts'
import { target } from '../lib/connection.ts'
import { shownIn, timezoneFlag } from '../lib/flags.ts'
import { sandboxAround } from '../lib/sandbox.ts'
import { card } from '../lib/table.ts'
import { clockText } from '../views/sandboxes.ts'

export default class Whoami extends ApiCommand {
  static override description = 'Show which server and account you use.'
  static override examples = ['<%= config.bin %> whoami', '<%= config.bin %> whoami --profile work --json']
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Me & { sandbox: Sandbox | null }> {
    const { flags } = await this.parse(Whoami)
    const where = target(flags)
    const letsmeet = this.connectTo(where)
    const me = await letsmeet.me.get()
    const sandbox = me.mode === 'test' ? await sandboxAround(letsmeet) : null
    const { user, organization } = me
    this.print(
      card([
        ['Name', user.name],
        ['E-mail', user.email],
        ['Role', user.role],
        ['Time zone', user.timezone],
        ['Organization', `${organization.name} (${me.plan})`],
        ['Mode', me.mode === 'test' ? { text: 'test: a sandbox, no mail leaves it', style: 'yellow' } : me.mode],
        ['Sandbox', sandbox && `${sandbox.name} (${sandbox.id})`],
        ['Clock', sandbox && clockText(sandbox.clock, shownIn(flags))],
        ['Booking page', me.bookingPage],
        ['Server', where.url],
        ['Profile', where.profile ?? 'none: the key comes from LETSMEET_API_KEY or a file'],
        ['Scopes', me.scopes.includes('*') ? 'all' : me.scopes.join(', ')],
        ['User id', user.id],
      ]),
    )
    return { ...me, sandbox }
  }
}
