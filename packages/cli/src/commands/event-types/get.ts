import type { EventType } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { eventTypeArg } from '../../lib/args.ts'
import { findEventType } from '../../lib/find.ts'
import { eventTypeCard } from '../../views/event-types.ts'

export default class EventTypesGet extends ApiCommand {
  static override description = 'Show an event type with all its settings.'
  static override examples = [
    '<%= config.bin %> event-types get 30min',
    '<%= config.bin %> event-types get 30min --json',
  ]
  static override args = eventTypeArg

  async run(): Promise<EventType> {
    const { args, flags } = await this.parse(EventTypesGet)
    const eventType = await findEventType(this.connect(flags), args['event-type'])
    this.print(eventTypeCard(eventType))
    return eventType
  }
}
