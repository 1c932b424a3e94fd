import type { SandboxClock } from '@letsmeet/sdk'
import { ClockCommand, clockFlags } from '../../lib/clock-command.ts'

export default class ClockFollow extends ClockCommand {
  static override description = `Let the clock of a sandbox run on from where it is.

A second there is a second here from then on, until it is moved or frozen.`
  static override examples = ['<%= config.bin %> clock follow']
  static override flags = clockFlags

  async run(): Promise<SandboxClock> {
    const { flags } = await this.parse(ClockFollow)
    return this.hold(flags, false)
  }
}
