import type { EventType } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { memberId } from '../../lib/find.ts'
import { listFlags } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { eventTypeColumns } from '../../views/event-types.ts'

export default class EventTypesList extends ListCommand {
  static override description = 'List what can be booked.'
  static override examples = [
    '<%= config.bin %> event-types list',
    '<%= config.bin %> event-types list --owner me --active',
  ]
  static override flags = {
    owner: Flags.string({ description: 'Only those of this member: id, e-mail address or me.', helpValue: 'MEMBER' }),
    active: Flags.boolean({
      description: 'Only those that can be booked, or with --no-active the others.',
      allowNo: true,
    }),
    ...listFlags,
  }

  async run(): Promise<Listed<EventType>> {
    const { flags } = await this.parse(EventTypesList)
    const letsmeet = this.connect(flags)
    const ownerId = flags.owner && (await memberId(letsmeet, flags.owner))
    const list = await collect(flags, (page) => letsmeet.eventTypes.list({ ownerId, active: flags.active, ...page }))
    const empty = 'No event types. Make one: letsmeet event-types create --title "Intro" --duration 30m'
    this.printList(list, eventTypeColumns, empty)
    return list
  }
}
