import type { MovedSandboxClock } from '@letsmeet/sdk'
import { Args } from '@oclif/core'
import { ClockCommand, clockFlags } from '../../lib/clock-command.ts'
import { exitCodes, Failure } from '../../lib/failure.ts'
import { shownIn } from '../../lib/flags.ts'
import { moment } from '../../lib/time.ts'
import { startOf } from '../../lib/time-input.ts'

export default class ClockSet extends ClockCommand {
  static override description = `Move the clock of a sandbox forward to a time, and tell what happened on the way.

Whatever falls due on the way happens in order, each at its own time. The clock never goes back, and stands still where it arrives.`
  static override examples = [
    '<%= config.bin %> clock set 2030-04-02T08:00Z',
    {
      description: 'A wall time, in the zone you say:',
      command: '<%= config.bin %> clock set "2030-04-02 08:00" --timezone Europe/Berlin',
    },
  ]
  static override args = {
    time: Args.string({ required: true, description: 'When: a time, or a day to its beginning.' }),
  }
  static override flags = clockFlags

  async run(): Promise<MovedSandboxClock> {
    const { args, flags } = await this.parse(ClockSet)
    const zone = shownIn(flags)
    return this.moveTo(flags, (now) => {
      const target = startOf(args.time, zone, args.time === 'now' ? new Date() : now)
      if (target >= now) return target
      throw new Failure(`The clock only goes forward, and it is ${moment(now, zone)} (${zone}) already.`, {
        exit: exitCodes.conflict,
        code: 'clock_backwards',
        hint: 'To begin earlier, make another sandbox: letsmeet sandboxes create NAME --now TIME',
      })
    })
  }
}
