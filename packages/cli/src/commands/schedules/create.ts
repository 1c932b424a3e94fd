import type { NewSchedule, Schedule } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { bodyOf, withFields } from '../../lib/body.ts'
import { memberId } from '../../lib/find.ts'
import { scheduleFlags, scheduleSettings } from '../../lib/schedule-flags.ts'
import { machineZone } from '../../lib/time.ts'
import { scheduleCard } from '../../views/schedules.ts'

export default class SchedulesCreate extends ApiCommand {
  static override description = 'Make a schedule: weekly hours in a time zone, with exceptions.'
  static override examples = [
    '<%= config.bin %> schedules create --name "Office" --hours "mon-fri 09:00-17:00" --timezone Europe/Berlin',
    {
      description: 'With a lunch break, and a day off:',
      command:
        '<%= config.bin %> schedules create --hours "mon-fri 09:00-12:00" --hours "mon-fri 13:00-17:00" --exception "2030-12-24 closed"',
    },
  ]
  static override flags = {
    ...scheduleFlags,
    member: Flags.string({ description: 'Whose it is: id or e-mail address; yours unless you say.' }),
  }

  async run(): Promise<Schedule> {
    const { flags } = await this.parse(SchedulesCreate)
    const letsmeet = this.connect(flags)
    const userId = flags.member && (await memberId(letsmeet, flags.member))
    const input = bodyOf<NewSchedule>(flags.body, { ...scheduleSettings(flags), userId })
    const schedule = await letsmeet.schedules.create(withFields({ timezone: machineZone() }, input))
    this.print(scheduleCard(schedule))
    this.done('Made.', `letsmeet event-types update EVENT-TYPE --schedule ${schedule.id}`)
    return schedule
  }
}
