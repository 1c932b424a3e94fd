import type { BrowserSession } from '@letsmeet/sdk'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { browserSessionColumns } from '../../views/browser-sessions.ts'

export default class BrowserSessionsList extends ListCommand {
  static override description = 'List browser sessions, newest first, ended ones too for a month.'
  static override examples = ['<%= config.bin %> browser-sessions list']
  static override flags = { timezone: timezoneFlag, ...listFlags }

  async run(): Promise<Listed<BrowserSession>> {
    const { flags } = await this.parse(BrowserSessionsList)
    const letsmeet = this.connect(flags)

    const list = await collect(flags, (page) => letsmeet.browserSessions.list({ ...page }))
    this.printList(list, browserSessionColumns(shownIn(flags)), 'No browser sessions.')
    return list
  }
}
