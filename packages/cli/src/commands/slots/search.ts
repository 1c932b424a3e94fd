import type { FoundSlots, SlotSearch } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { withFields } from '../../lib/body.ts'
import { usageError } from '../../lib/failure.ts'
import { eventTypeId, memberId } from '../../lib/find.ts'
import { manyFlag, minutesFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { table } from '../../lib/table.ts'
import { addDays, dateIn, startOfDay } from '../../lib/time.ts'
import { endOf, startOf } from '../../lib/time-input.ts'
import { foundColumns } from '../../views/found-slots.ts'

export default class SlotsSearch extends ApiCommand {
  static override description = `Find the first open starts of several event types or people.

Those at which any of them can be booked, or with --common those at which all of them can.`
  static override examples = [
    {
      description: 'Whichever of two event types is open first:',
      command: '<%= config.bin %> slots search --event-type intro-call --event-type demo',
    },
    {
      description: 'An hour that three people have in common in one week:',
      command:
        '<%= config.bin %> slots search --member me --member ada@example.com --member bob@example.com --duration 1h --common --from 2030-01-07 --to 2030-01-11',
    },
  ]
  static override flags = {
    'event-type': manyFlag('An event type: its slug, its id, or ext: and your own id', 'EVENT-TYPE'),
    member: manyFlag('A person: id, e-mail address, or me', 'MEMBER'),
    rules: Flags.string({
      description: 'With --member: judge them by the rules of this event type.',
      helpValue: 'EVENT-TYPE',
      dependsOn: ['member'],
    }),
    duration: minutesFlag({ description: 'How long it takes; for people without --rules you must say.' }),
    common: Flags.boolean({ description: 'Only starts at which all of them can be booked.' }),
    from: Flags.string({ description: 'First day, or first moment; now unless you say.', helpValue: '2030-01-07' }),
    to: Flags.string({
      description: 'Last day, included, or last moment; two weeks from the first unless you say.',
      helpValue: '2030-01-11',
    }),
    limit: Flags.integer({ description: 'How many starts; 10 unless you say.', min: 1, max: 100, helpValue: 'N' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<FoundSlots> {
    const { flags } = await this.parse(SlotsSearch)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const { member, 'event-type': eventTypes } = flags
    if (!member === !eventTypes) throw usageError('Say either --event-type or --member, once or several times.')
    const now = await presentOf(letsmeet, flags)
    const start = flags.from ? startOf(flags.from, zone, now) : now
    const end = flags.to ? endOf(flags.to, zone, now) : startOfDay(addDays(dateIn(start, zone), 14), zone)
    if (end <= start) throw usageError('The last day is before the first one.', 'Change --from or --to.')
    const found = await letsmeet.slots.search(
      withFields<SlotSearch>(
        {
          start: start.toISOString(),
          end: end.toISOString(),
          timezone: zone,
          find: flags.common ? 'common' : 'earliest',
        },
        {
          eventTypeIds: eventTypes && (await Promise.all(eventTypes.map((text) => eventTypeId(letsmeet, text)))),
          userIds: member && (await Promise.all(member.map((text) => memberId(letsmeet, text)))),
          eventTypeId: flags.rules && (await eventTypeId(letsmeet, flags.rules)),
          durationMinutes: flags.duration,
          limit: flags.limit,
        },
      ),
    )
    if (found.data.length > 0) this.print(table(found.data, foundColumns(zone)))
    else this.print(flags.common ? 'They have no open start in common then.' : 'None of them has an open start then.')
    return found
  }
}
