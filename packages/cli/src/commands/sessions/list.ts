import type { Session } from '@letsmeet/sdk'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { all, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { sessionColumns } from '../../views/members.ts'

export default class SessionsList extends ListCommand {
  static override description = 'List the browsers in which you are signed in to the dashboard.'
  static override examples = ['<%= config.bin %> sessions list']
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Listed<Session>> {
    const { flags } = await this.parse(SessionsList)
    const list = await all(this.connect(flags).sessions.list())
    this.printList(list, sessionColumns(shownIn(flags)), 'No browser is signed in.')
    return list
  }
}
