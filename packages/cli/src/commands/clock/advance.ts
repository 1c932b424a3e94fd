import type { MovedSandboxClock } from '@letsmeet/sdk'
import { Args } from '@oclif/core'
import { ClockCommand, clockFlags } from '../../lib/clock-command.ts'
import { later } from '../../lib/duration.ts'

export default class ClockAdvance extends ClockCommand {
  static override description = `Move the clock of a sandbox forward by so much, and tell what happened on the way.

Reminders go out, meetings end, webhooks that failed are tried again, links and holds expire: in order, each at its own time. The clock stands still where it arrives.`
  static override examples = [
    '<%= config.bin %> clock advance 25h',
    {
      description: 'Three days, in a sandbox that you are not in:',
      command: '<%= config.bin %> clock advance 3d --sandbox "Booking flow"',
    },
    {
      description: 'Which mails went out on the way, for a script:',
      command: `<%= config.bin %> clock advance P3D --json | jq -r '.happened[] | select(.kind == "mail") | .text'`,
    },
  ]
  static override args = {
    length: Args.string({ required: true, description: 'How far: 90m, 25h, 3d, 1h30m, or ISO 8601 such as P3D.' }),
  }
  static override flags = clockFlags

  async run(): Promise<MovedSandboxClock> {
    const { args, flags } = await this.parse(ClockAdvance)
    // Judged before anybody is asked.
    later(new Date(0), args.length)
    return this.moveTo(flags, (now) => later(now, args.length))
  }
}
