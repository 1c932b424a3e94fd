import type { SandboxClock } from '@letsmeet/sdk'
import { ClockCommand, clockFlags } from '../../lib/clock-command.ts'
import { shownIn } from '../../lib/flags.ts'
import { sandboxIn } from '../../lib/sandbox.ts'
import { clockCard } from '../../views/sandboxes.ts'

export default class ClockShow extends ClockCommand {
  static override description = 'Show what the clock of a sandbox shows, and whether it stands still.'
  static override examples = [
    '<%= config.bin %> clock show',
    {
      description: 'Of a sandbox that you are not in:',
      command: '<%= config.bin %> clock show --sandbox "Booking flow"',
    },
  ]
  static override flags = clockFlags

  async run(): Promise<SandboxClock> {
    const { flags } = await this.parse(ClockShow)
    const letsmeet = this.connect(flags)
    const clock = await letsmeet.sandboxes.clock.show(await sandboxIn(letsmeet, flags))
    this.print(clockCard(clock, shownIn(flags)))
    return clock
  }
}
