import type { Mail } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { usageError } from '../../lib/failure.ts'
import { bookingId } from '../../lib/find.ts'
import { listFlags, sandboxFlag, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { current, sandboxIn } from '../../lib/sandbox.ts'
import { capturedColumns } from '../../views/mail.ts'

export default class MailboxList extends ListCommand {
  static override description = `List the mails of a sandbox, the newest first: none of them left it.

The times are those of the sandbox's clock.`
  static override examples = [
    '<%= config.bin %> mailbox list',
    { description: 'What a guest got:', command: '<%= config.bin %> mailbox list --to grace@example.com' },
    {
      description: 'What a booking caused:',
      command: '<%= config.bin %> mailbox list --booking bk_0WbXkT3nPq7YvLs2DfGh',
    },
  ]
  static override flags = {
    to: Flags.string({ description: 'Only mail to this address.', helpValue: 'EMAIL' }),
    booking: Flags.string({ description: 'Only mail about this booking: its id, or ext: and your own id.' }),
    sandbox: sandboxFlag,
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<Mail>> {
    const { flags } = await this.parse(MailboxList)
    const letsmeet = this.connect(flags)
    const id = await sandboxIn(letsmeet, flags)
    if (flags.booking?.startsWith('ext:') && id !== current)
      throw usageError('From outside a sandbox, a booking goes by the id that LetsMeet gave it.')
    const subjectId = flags.booking && (await bookingId(letsmeet, flags.booking))
    const list = await collect(flags, (page) =>
      letsmeet.sandboxes.mailbox.list(id, { to: flags.to, subjectId, ...page }),
    )
    this.printList(list, capturedColumns(shownIn(flags)), 'No mail. Book something in the sandbox, or move its clock.')
    return list
  }
}
