import type { Event } from '@letsmeet/sdk'
import { ApiCommand } from '../../lib/api-command.ts'
import { idArg } from '../../lib/args.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { eventCard } from '../../views/events.ts'

export default class EventsGet extends ApiCommand {
  static override description = 'Show an event with all its data.'
  static override examples = ['<%= config.bin %> events get evt_0WbXkT3nPq7YvLs2DfGh']
  static override args = idArg
  static override flags = { timezone: timezoneFlag }

  async run(): Promise<Event> {
    const { args, flags } = await this.parse(EventsGet)
    const found = await this.connect(flags).events.get(args.id)
    this.print(eventCard(found, shownIn(flags)))
    return found
  }
}
