import type { BrowserSession } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { browserSessionCard } from '../../views/browser-sessions.ts'

export default class BrowserSessionsGet extends ApiCommand {
  static override description = 'Show a browser session. The token is not shown again.'
  static override examples = ['<%= config.bin %> browser-sessions get bs_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<BrowserSession> {
    const { args, flags } = await this.parse(BrowserSessionsGet)
    const found = await this.connect(flags).browserSessions.get(args.id)
    this.print(browserSessionCard(found, shownIn(flags)))
    return found
  }
}
