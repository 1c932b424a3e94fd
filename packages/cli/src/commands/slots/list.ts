import type { EventTypesSlotsQuery, SlotList } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { cleanLine } from '../../lib/clean.ts'
import { usageError } from '../../lib/failure.ts'
import { findEventType } from '../../lib/find.ts'
import { minutesFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { presentOf } from '../../lib/sandbox.ts'
import { onStdout } from '../../lib/style.ts'
import { addDays, dateIn, startOfDay } from '../../lib/time.ts'
import { endOf, instantOf, startOf } from '../../lib/time-input.ts'
import { calendar, emptySentence, reasons } from '../../views/slots.ts'

export default class SlotsList extends ApiCommand {
  static override description = `Show when an event type can be booked.

Every start that is shown can be booked right now. With --explain you see the other starts too, each with the reason why it is not offered.`
  static override examples = [
    { description: 'The next seven days:', command: '<%= config.bin %> slots list 30min' },
    {
      description: 'A week in January, in the zone of the guest:',
      command: '<%= config.bin %> slots list 30min --from 2030-01-07 --to 2030-01-11 --timezone America/New_York',
    },
    {
      description: 'Why nobody can book Tuesday at nine:',
      command: '<%= config.bin %> slots list 30min --at "2030-01-08 09:00"',
    },
  ]
  static override args = {
    'event-type': Args.string({ required: true, description: 'Its slug, its id, or ext: and your own id for it.' }),
  }
  static override flags = {
    from: Flags.string({ description: 'First day, or first moment; now unless you say.', helpValue: '2030-01-07' }),
    to: Flags.string({
      description: 'Last day, included, or last moment.',
      helpValue: '2030-01-11',
      exclusive: ['days'],
    }),
    days: Flags.integer({ description: 'How many days; 7 unless you say.', min: 1, max: 366, helpValue: 'N' }),
    timezone: timezoneFlag,
    duration: minutesFlag({ description: 'One of the lengths that the event type offers.' }),
    explain: Flags.boolean({ description: 'Also say why the other starts are not offered.' }),
    at: Flags.string({
      description: 'Explain this one start.',
      helpValue: 'TIME',
      exclusive: ['from', 'to', 'days', 'explain'],
    }),
    move: Flags.string({ description: 'As if this booking were to be moved.', helpValue: 'BOOKING' }),
  }

  async run(): Promise<SlotList> {
    const { args, flags } = await this.parse(SlotsList)
    const zone = shownIn(flags)
    const letsmeet = this.connect(flags)
    const range = flags.at ? { at: instantOf(flags.at, zone) } : rangeOf(flags, zone, await presentOf(letsmeet, flags))
    const eventType = await findEventType(letsmeet, args['event-type'])
    const query: EventTypesSlotsQuery = {
      ...range,
      timezone: zone,
      duration: flags.duration,
      explain: flags.explain || undefined,
      rescheduleBookingId: flags.move,
    }
    const list = await letsmeet.eventTypes.slots(eventType.id, query)
    const [first] = list.data
    const length = flags.duration ?? eventType.durationMinutes
    this.print(`${onStdout('bold', cleanLine(eventType.title))} · ${length} min · ${zone}\n`)
    if (first) this.print(calendar(list.data, zone))
    else if (!flags.at) this.print(cleanLine(emptySentence(list, eventType)))
    if (list.explain?.length) this.print(`${first ? '\nNot offered:\n' : ''}${reasons(list.explain, zone)}`)
    if (first) {
      const start = `${first.start.slice(0, 16)}Z`
      this.done(
        `${list.data.length} open. Book one:`,
        `letsmeet bookings create ${args['event-type']} --at ${start} --name NAME --email EMAIL`,
      )
    }
    return list
  }
}

function rangeOf(
  flags: { from?: string | undefined; to?: string | undefined; days?: number | undefined },
  zone: string,
  now: Date,
) {
  const start = flags.from ? startOf(flags.from, zone, now) : now
  const end = flags.to ? endOf(flags.to, zone, now) : startOfDay(addDays(dateIn(start, zone), flags.days ?? 7), zone)
  if (end <= start) throw usageError('The last day is before the first one.', 'Change --from or --to.')
  return { start, end }
}
