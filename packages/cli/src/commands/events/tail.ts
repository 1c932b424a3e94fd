import { Flags } from '@oclif/core'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { tail } from '../../lib/tail.ts'
import { TailCommand, tailFlags } from '../../lib/tail-command.ts'
import { eventLine } from '../../views/events.ts'

export default class EventsTail extends TailCommand {
  static override description = `Follow what happens, as it happens.

Prints a line for each event until you stop it with Ctrl-C; with --json a line of JSON each. A lost connection is taken up again where it broke, so that no event is missed.`
  static override examples = [
    '<%= config.bin %> events tail',
    {
      description: 'Catch up with everything since an event, and stop:',
      command: '<%= config.bin %> events tail --since evt_0WbXkT3nPq7YvLs2DfGh --no-follow',
    },
    {
      description: 'Wait for the next booking in a script:',
      command: '<%= config.bin %> events tail --type booking.created --exit-after 1 --json',
    },
  ]
  static override flags = {
    since: Flags.string({
      description: 'Begin after this event; with the next one to come unless you say.',
      helpValue: 'EVENT',
    }),
    last: Flags.integer({
      description: 'Show this many past events first.',
      min: 0,
      max: 100,
      helpValue: 'N',
      exclusive: ['since'],
    }),
    type: Flags.string({
      description: 'Only events of this type, such as booking.created or booking.*',
      helpValue: 'TYPE',
    }),
    timezone: timezoneFlag,
    ...tailFlags,
  }

  async run(): Promise<void> {
    const { flags } = await this.parse(EventsTail)
    const letsmeet = this.connect(flags)
    const zone = shownIn(flags)
    if (flags.follow && process.stderr.isTTY) this.say(`Waiting for events, times in ${zone}. Ctrl-C stops.`)
    const events = tail(letsmeet, {
      since: flags.since,
      last: flags.last ?? 0,
      type: flags.type,
      follow: flags.follow,
      intervalMs: 1000,
      onConnection: this.onConnection,
    })
    await this.printEach(events, (event) => eventLine(event, zone), flags['exit-after'])
  }
}
