import type { Schedule, ScheduleChange } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { ownIdArg } from '../../lib/args.ts'
import { bodyOf, someChange } from '../../lib/body.ts'
import { scheduleFlags, scheduleSettings } from '../../lib/schedule-flags.ts'
import { scheduleCard } from '../../views/schedules.ts'

export default class SchedulesUpdate extends ApiCommand {
  static override description = `Change a schedule.

What you leave out stays. Hours and exceptions are replaced as a whole.`
  static override examples = [
    '<%= config.bin %> schedules update sch_0WbXkT3nPq7YvLs2DfGh --hours "mon-thu 08:00-16:00"',
    '<%= config.bin %> schedules update sch_0WbXkT3nPq7YvLs2DfGh --default',
  ]
  static override args = ownIdArg
  static override flags = scheduleFlags

  async run(): Promise<Schedule> {
    const { args, flags } = await this.parse(SchedulesUpdate)
    const change = someChange(bodyOf<ScheduleChange>(flags.body, scheduleSettings(flags)))
    const schedule = await this.connect(flags).schedules.update(args.id, change)
    this.print(scheduleCard(schedule))
    this.done('Changed. Open times follow at once; bookings stay.')
    return schedule
  }
}
