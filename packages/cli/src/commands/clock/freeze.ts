import type { SandboxClock } from '@letsmeet/sdk'
import { ClockCommand, clockFlags } from '../../lib/clock-command.ts'

export default class ClockFreeze extends ClockCommand {
  static override description = 'Stop the clock of a sandbox: it stands still until it is moved.'
  static override examples = ['<%= config.bin %> clock freeze']
  static override flags = clockFlags

  async run(): Promise<SandboxClock> {
    const { flags } = await this.parse(ClockFreeze)
    return this.hold(flags, true)
  }
}
