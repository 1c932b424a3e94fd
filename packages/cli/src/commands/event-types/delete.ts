import { ApiCommand } from '../../lib/api-command.ts'
import { eventTypeArg } from '../../lib/args.ts'
import { confirm } from '../../lib/confirm.ts'
import { eventTypeId } from '../../lib/find.ts'
import { yesFlag } from '../../lib/flags.ts'

export default class EventTypesDelete extends ApiCommand {
  static override description = `Delete an event type.

One that has bookings to come is not deleted; switch it off with letsmeet event-types update --no-active.`
  static override examples = ['<%= config.bin %> event-types delete 30min']
  static override args = eventTypeArg
  static override flags = { yes: yesFlag }

  async run(): Promise<{ id: string; deleted: true }> {
    const { args, flags } = await this.parse(EventTypesDelete)
    const letsmeet = this.connect(flags)
    const id = await eventTypeId(letsmeet, args['event-type'])
    await confirm(`Delete the event type ${args['event-type']}?`, flags.yes)
    await letsmeet.eventTypes.delete(id)
    this.done('Deleted.', 'letsmeet event-types list')
    return { id, deleted: true }
  }
}
