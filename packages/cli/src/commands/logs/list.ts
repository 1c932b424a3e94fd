import type { LoggedRequest } from '@letsmeet/sdk'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { logFilterFlags } from '../../lib/log-flags.ts'
import { logColumns } from '../../views/logs.ts'

export default class LogsList extends ListCommand {
  static override description = 'List the requests that the API answered in the last 14 days, the newest first.'
  static override examples = [
    '<%= config.bin %> logs list',
    { description: 'What failed:', command: '<%= config.bin %> logs list --status 4xx' },
    '<%= config.bin %> logs list --method POST --path /api/v1/bookings',
  ]
  static override flags = {
    ...logFilterFlags,
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<LoggedRequest>> {
    const { flags } = await this.parse(LogsList)
    const letsmeet = this.connect(flags)

    const list = await collect(flags, (page) =>
      letsmeet.logs.list({ status: flags.status, method: flags.method, path: flags.path, actorId: flags.by, ...page }),
    )
    this.printList(list, logColumns(shownIn(flags)), 'No requests.')
    return list
  }
}
