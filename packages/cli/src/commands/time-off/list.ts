import type { TimeOff } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { memberId } from '../../lib/find.ts'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { timeOffColumns } from '../../views/time-off.ts'

export default class TimeOffList extends ListCommand {
  static override description = 'List planned time off.'
  static override examples = ['<%= config.bin %> time-off list', '<%= config.bin %> time-off list --member me']
  static override flags = {
    member: Flags.string({ description: 'Only that of this member: id, e-mail address or me.' }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<TimeOff>> {
    const { flags } = await this.parse(TimeOffList)
    const letsmeet = this.connect(flags)
    const userId = flags.member && (await memberId(letsmeet, flags.member))
    const list = await collect(flags, (page) => letsmeet.timeOff.list({ userId, ...page }))
    this.printList(
      list,
      timeOffColumns(shownIn(flags)),
      'No time off is planned. Plan some: letsmeet time-off create --from 2030-07-01 --to 2030-07-14',
    )
    return list
  }
}
