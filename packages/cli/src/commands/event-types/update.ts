import type { EventType } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { eventTypeArg } from '../../lib/args.ts'
import { someChange } from '../../lib/body.ts'
import { eventTypeFlags, eventTypeSettings } from '../../lib/event-type-flags.ts'
import { eventTypeId } from '../../lib/find.ts'
import { eventTypeCard } from '../../views/event-types.ts'

export default class EventTypesUpdate extends ApiCommand {
  static override description = `Change an event type.

What you leave out stays. Lists, such as hosts or questions, are replaced as a whole. Bookings made so far stay.`
  static override examples = [
    '<%= config.bin %> event-types update 30min --title "Short call" --notice 2h',
    { description: 'Stop taking bookings:', command: '<%= config.bin %> event-types update 30min --no-active' },
    {
      description: 'Remind its guests in another way:',
      command: '<%= config.bin %> event-types update 30min --reminder-workflow rwf_0WbXkT3nPq7YvLs2DfGh',
    },
    {
      description: 'Take a setting back:',
      command: `<%= config.bin %> event-types update 30min --body '{"intervalMinutes":null}'`,
    },
  ]
  static override args = eventTypeArg
  static override flags = eventTypeFlags

  async run(): Promise<EventType> {
    const { args, flags } = await this.parse(EventTypesUpdate)
    const letsmeet = this.connect(flags)
    const settings = someChange(await eventTypeSettings(letsmeet, flags))
    const eventType = await letsmeet.eventTypes.update(await eventTypeId(letsmeet, args['event-type']), settings)
    this.print(eventTypeCard(eventType))
    this.done('Changed.', `letsmeet slots list ${eventType.slug}`)
    return eventType
  }
}
