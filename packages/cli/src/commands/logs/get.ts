import type { LoggedRequest } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { logCard } from '../../views/logs.ts'

export default class LogsGet extends ApiCommand {
  static override description = 'Show a request by the id that its answer or its error carried.'
  static override examples = ['<%= config.bin %> logs get req_vdpQyVnbrFvIV261tnMT']
  static override args = idArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<LoggedRequest> {
    const { args, flags } = await this.parse(LogsGet)
    const found = await this.connect(flags).logs.get(args.id)
    this.print(logCard(found, shownIn(flags)))
    return found
  }
}
