import type { BusyBlock } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { memberId } from '../../lib/find.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { endOf, startOf } from '../../lib/time-input.ts'
import { busyBlockCard } from '../../views/time-off.ts'

export default class BusyBlocksCreate extends ApiCommand {
  static override description = `Mark hours as busy.

Nothing is offered that would touch them, breaks included. Bookings that were made before stay.`
  static override examples = [
    '<%= config.bin %> busy-blocks create --from "2030-01-08 12:00" --to "2030-01-08 13:00" --reason Dentist',
    '<%= config.bin %> busy-blocks create --from 2030-01-08T12:00Z --to 2030-01-08T13:00Z --member bob@example.com',
  ]
  static override flags = {
    from: Flags.string({
      description: 'When it begins; a time without an offset is in --timezone.',
      helpValue: 'TIME',
      required: true,
    }),
    to: Flags.string({ description: 'When it ends.', helpValue: 'TIME', required: true }),
    timezone: timezoneFlag,
    reason: Flags.string({ description: 'Why; only members see it.' }),
    member: Flags.string({ description: 'Whose: id or e-mail address; yours unless you say.' }),
  }

  async run(): Promise<BusyBlock> {
    const { flags } = await this.parse(BusyBlocksCreate)
    const letsmeet = this.connect(flags)
    const zone = shownIn(flags)
    const block = await letsmeet.busyBlocks.create({
      start: startOf(flags.from, zone),
      end: endOf(flags.to, zone),
      reason: flags.reason,
      userId: flags.member && (await memberId(letsmeet, flags.member)),
    })
    this.print(busyBlockCard(block, zone))
    this.done('Marked as busy.', `letsmeet busy-blocks delete ${block.id}`)
    return block
  }
}
