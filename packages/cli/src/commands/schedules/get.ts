import type { Schedule } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { ownIdArg } from '../../lib/args.ts'
import { scheduleCard } from '../../views/schedules.ts'

export default class SchedulesGet extends ApiCommand {
  static override description = 'Show a schedule.'
  static override examples = ['<%= config.bin %> schedules get sch_0WbXkT3nPq7YvLs2DfGh']
  static override args = ownIdArg

  async run(): Promise<Schedule> {
    const { args, flags } = await this.parse(SchedulesGet)
    const schedule = await this.connect(flags).schedules.get(args.id)
    this.print(scheduleCard(schedule))
    return schedule
  }
}
