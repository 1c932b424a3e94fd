import type { Event } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { eventColumns } from '../../views/events.ts'

export default class EventsList extends ListCommand {
  static override description = 'List events, the newest first; with --after those that followed, the oldest first.'
  static override examples = [
    '<%= config.bin %> events list',
    '<%= config.bin %> events list --type booking.created --all --json',
    '<%= config.bin %> events list --after evt_0WbXkT3nPq7YvLs2DfGh',
  ]
  static override flags = {
    after: Flags.string({ description: 'Only what followed this event.', helpValue: 'EVENT' }),
    type: Flags.string({ description: 'Only events of this type.', helpValue: 'booking.created' }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<Event>> {
    const { flags } = await this.parse(EventsList)
    const letsmeet = this.connect(flags)

    const list = await collect(flags, (page) => letsmeet.events.list({ after: flags.after, type: flags.type, ...page }))
    this.printList(list, eventColumns(shownIn(flags)), 'No events.')
    return list
  }
}
