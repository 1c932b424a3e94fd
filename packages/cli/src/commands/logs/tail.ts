import { Flags } from '@oclif/core'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { logFilterFlags } from '../../lib/log-flags.ts'
import { TailCommand, tailFlags } from '../../lib/tail-command.ts'
import { tailLogs } from '../../lib/tail-logs.ts'
import { logLine } from '../../views/logs.ts'

export default class LogsTail extends TailCommand {
  static override description = `Follow the requests to the API, as they are answered.

Prints a line for each request until you stop it with Ctrl-C; with --json a line of JSON each. A lost connection is taken up again, so that no request is missed.`
  static override examples = [
    '<%= config.bin %> logs tail',
    { description: 'What fails while you try your integration:', command: '<%= config.bin %> logs tail --status 4xx' },
    {
      description: 'Wait for the next booking that is refused:',
      command: '<%= config.bin %> logs tail --status 409 --method POST --exit-after 1 --json',
    },
  ]
  static override flags = {
    ...logFilterFlags,
    last: Flags.integer({ description: 'Show this many past requests first.', min: 0, max: 100, helpValue: 'N' }),
    timezone: timezoneFlag,
    ...tailFlags,
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(LogsTail)
    const letsmeet = this.connect(flags)
    const zone = shownIn(flags)
    if (flags.follow && process.stderr.isTTY) this.say(`Waiting for requests, times in ${zone}. Ctrl-C stops.`)
    const requests = tailLogs(letsmeet, {
      filter: { status: flags.status, method: flags.method, path: flags.path, actorId: flags.by },
      last: flags.last ?? 0,
      follow: flags.follow,
      intervalMs: 1000,
      onConnection: this.onConnection,
    })
    await this.printEach(requests, (request) => logLine(request, zone), flags['exit-after'])
  }
}
