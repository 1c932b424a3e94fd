import type { NewTimeOff, TimeOff } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { memberId } from '../../lib/find.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { rangeFlags, rangeOf } from '../../lib/time-range.ts'
import { timeOffCard } from '../../views/time-off.ts'

export default class TimeOffCreate extends ApiCommand {
  static override description = `Plan time off.

Nothing is offered in it. Bookings that were made before stay.`
  static override examples = [
    '<%= config.bin %> time-off create --from 2030-07-01 --to 2030-07-14 --reason Holiday',
    {
      description: 'An afternoon:',
      command: '<%= config.bin %> time-off create --from "2030-07-01 13:00" --to "2030-07-01 18:00"',
    },
  ]
  static override flags = {
    ...rangeFlags,
    from: Flags.string({ description: 'First day, or first moment.', helpValue: '2030-07-01', required: true }),
    timezone: timezoneFlag,
    reason: Flags.string({ description: 'Why; only members see it.' }),
    member: Flags.string({ description: 'Whose: id or e-mail address; yours unless you say.' }),
  }

  async run(): Promise<TimeOff> {
    const { flags } = await this.parse(TimeOffCreate)
    const letsmeet = this.connect(flags)
    const zone = shownIn(flags)
    const shared = { reason: flags.reason, userId: flags.member && (await memberId(letsmeet, flags.member)) }
    const range = rangeOf(flags.from, flags.to, zone)
    // Whole days are those of the member's own schedule, unless a zone is named.
    const input: NewTimeOff =
      'startDate' in range ? { ...shared, ...range, timezone: flags.timezone } : { ...shared, ...range }
    const timeOff = await letsmeet.timeOff.create(input)
    this.print(timeOffCard(timeOff, zone))
    this.done('Planned.', `letsmeet time-off delete ${timeOff.id}`)
    return timeOff
  }
}
