import type { Hold, NewHold } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { eventTypeArg } from '../../lib/args.ts'
import { withFields } from '../../lib/body.ts'
import { eventTypeId, memberId } from '../../lib/find.ts'
import { minutesFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { instantOf } from '../../lib/time-input.ts'
import { holdCard } from '../../views/holds.ts'

export default class HoldsCreate extends ApiCommand {
  static override description = `Hold a slot for five minutes.

Nobody else can book or hold it meanwhile. Book it with --hold and its id; without that it is free again by itself.`
  static override examples = [
    '<%= config.bin %> holds create 30min --at 2030-01-08T09:00Z',
    {
      description: 'An hour with one of several hosts:',
      command: '<%= config.bin %> holds create 30min --at "2030-01-08 09:00" --duration 1h --host bob@example.com',
    },
  ]
  static override args = eventTypeArg
  static override flags = {
    at: Flags.string({
      description: 'When it starts; a time without an offset is in --timezone.',
      helpValue: '2030-01-08T09:00Z',
      aliases: ['start'],
      required: true,
    }),
    duration: minutesFlag({ description: 'One of the lengths that the event type offers.' }),
    host: Flags.string({ description: 'The host to meet, by id or e-mail address, where several could.' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<Hold> {
    const { args, flags } = await this.parse(HoldsCreate)
    const zone = shownIn(flags)
    const start = instantOf(flags.at, zone).toISOString()
    const letsmeet = this.connect(flags)
    const hold = await letsmeet.holds.create(
      withFields<NewHold>(
        { eventTypeId: await eventTypeId(letsmeet, args['event-type']), start },
        { durationMinutes: flags.duration, hostId: flags.host && (await memberId(letsmeet, flags.host)) },
      ),
    )
    this.print(holdCard(hold, zone))
    const when = `${hold.start.slice(0, 16)}Z`
    const book = `letsmeet bookings create ${args['event-type']} --hold ${hold.id} --at ${when} --name NAME --email EMAIL`
    this.done('Held. Book it:', book, `letsmeet holds release ${hold.id}`)
    return hold
  }
}
