import type { Reminder, RemindersListQuery } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { bookingId } from '../../lib/find.ts'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { endOf, startOf } from '../../lib/time-input.ts'
import { reminderColumns } from '../../views/reminders.ts'

const STATES = ['scheduled', 'sending', 'sent', 'skipped', 'failed', 'cancelled'] as const

export default class RemindersList extends ListCommand {
  static override description = 'List reminders in the order in which they are due, with what became of each and why.'
  static override examples = [
    { description: 'What went wrong:', command: '<%= config.bin %> reminders list --state failed' },
    { description: 'What is due on one day:', command: '<%= config.bin %> reminders list --from today --to today' },
  ]
  static override flags = {
    booking: Flags.string({ description: 'Only those of this booking: its id, or ext: and your own id.' }),
    state: Flags.option({ options: STATES })({ description: 'Only those in this state.', helpValue: 'STATE' }),
    from: Flags.string({ description: 'Only those due on this day or later.', helpValue: '2030-01-07' }),
    to: Flags.string({ description: 'Only those due on this day or earlier.', helpValue: '2030-01-11' }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<Reminder>> {
    const { flags } = await this.parse(RemindersList)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const now = await presentOf(letsmeet, flags)
    const filter: RemindersListQuery = {
      bookingId: flags.booking && (await bookingId(letsmeet, flags.booking)),
      state: flags.state,
      'dueAt[gte]': flags.from && startOf(flags.from, zone, now),
      'dueAt[lt]': flags.to && endOf(flags.to, zone, now),
    }
    const list = await collect(flags, (page) => letsmeet.reminders.list({ ...filter, ...page }))
    this.printList(list, reminderColumns(zone), 'No reminders. Each booking has its own; see `letsmeet bookings list`.')
    return list
  }
}
