import type { EventType } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { eventTypeFlags, eventTypeSettings } from '../../lib/event-type-flags.ts'
import { memberId } from '../../lib/find.ts'
import { eventTypeCard } from '../../views/event-types.ts'

export default class EventTypesCreate extends ApiCommand {
  static override description = `Make something that can be booked.

A title and a duration are enough: no notice, 60 days ahead, you as the host, no breaks.`
  static override examples = [
    '<%= config.bin %> event-types create --title "Intro call" --duration 30m',
    {
      description: 'With a break after each meeting, and at most four a day:',
      command:
        '<%= config.bin %> event-types create --title "Sales demo" --duration 45m --buffer-after 15m --notice 4h --max-bookings day=4',
    },
    {
      description: 'Whoever of the two is free:',
      command:
        '<%= config.bin %> event-types create --title Support --duration 30m --scheduling round_robin --host ada@example.com --host bob@example.com',
    },
    {
      description: 'With questions for the guest:',
      command:
        '<%= config.bin %> event-types create --title Intro --duration 30m --question "company*:text:Which company?" --question "topic:select:What about?:Sales|Support"',
    },
  ]
  static override flags = {
    ...eventTypeFlags,
    owner: Flags.string({
      description: 'Whose it is: id or e-mail address; yours unless you say.',
      helpValue: 'MEMBER',
    }),
  }

  async run(): Promise<EventType> {
    const { flags } = await this.parse(EventTypesCreate)
    const letsmeet = this.connect(flags)
    const ownerId = flags.owner && (await memberId(letsmeet, flags.owner))
    const settings = await eventTypeSettings(letsmeet, flags)
    const eventType = await letsmeet.eventTypes.create(ownerId ? { ...settings, ownerId } : settings)
    this.print(eventTypeCard(eventType))
    this.done('Made. Guests can book it on its page.', `letsmeet slots list ${eventType.slug}`)
    return eventType
  }
}
