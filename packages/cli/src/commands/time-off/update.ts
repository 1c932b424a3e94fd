import type { TimeOff, TimeOffChange } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { someChange, withFields } from '../../lib/body.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { partOf, rangeFlags } from '../../lib/time-range.ts'
import { timeOffCard } from '../../views/time-off.ts'

export default class TimeOffUpdate extends ApiCommand {
  static override description = 'Change a planned time off.'
  static override examples = ['<%= config.bin %> time-off update off_0WbXkT3nPq7YvLs2DfGh --to 2030-07-21']
  static override args = idArg
  static override flags = {
    ...rangeFlags,
    timezone: timezoneFlag,
    reason: Flags.string({ description: 'Why; only members see it.' }),
  }

  async run(): Promise<TimeOff> {
    const { args, flags } = await this.parse(TimeOffUpdate)
    const zone = shownIn(flags)
    const change = someChange(
      withFields<TimeOffChange>(
        { ...partOf('start', flags.from, zone), ...partOf('end', flags.to, zone) },
        { reason: flags.reason, timezone: flags.timezone },
      ),
    )
    const timeOff = await this.connect(flags).timeOff.update(args.id, change)
    this.print(timeOffCard(timeOff, zone))
    this.done('Changed.')
    return timeOff
  }
}
