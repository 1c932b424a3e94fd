import type { Schedule } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { memberId } from '../../lib/find.ts'
import { listFlags } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { scheduleColumns } from '../../views/schedules.ts'

export default class SchedulesList extends ListCommand {
  static override description = 'List schedules: yours, or with an admin’s key everybody’s.'
  static override examples = [
    '<%= config.bin %> schedules list',
    '<%= config.bin %> schedules list --member ada@example.com',
  ]
  static override flags = {
    member: Flags.string({ description: 'Only those of this member: id, e-mail address or me.' }),
    ...listFlags,
  }

  async run(): Promise<Listed<Schedule>> {
    const { flags } = await this.parse(SchedulesList)
    const letsmeet = this.connect(flags)
    const userId = flags.member && (await memberId(letsmeet, flags.member))
    const list = await collect(flags, (page) => letsmeet.schedules.list({ userId, ...page }))
    this.printList(
      list,
      scheduleColumns,
      'No schedules. Make one: letsmeet schedules create --hours "mon-fri 09:00-17:00"',
    )
    return list
  }
}
