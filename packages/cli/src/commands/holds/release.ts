import { ApiCommand } from '../../lib/api-command.ts'
import { holdArg } from '../../lib/args.ts'

export default class HoldsRelease extends ApiCommand {
  static override description = 'Give a held slot back before the hold ends.'
  static override examples = ['<%= config.bin %> holds release hold_0WbXkT3nPq7YvLs2DfGh']
  static override args = holdArg

  async run(): Promise<{ id: string; released: true }> {
    const { args, flags } = await this.parse(HoldsRelease)
    await this.connect(flags).holds.release(args.hold)
    this.done('Released: the time is open again.', 'letsmeet slots list 30min')
    return { id: args.hold, released: true }
  }
}
