import type { Mail } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { listFlags, shownIn, timezoneFlag } from '../../lib/flags.ts'
import { collect, type Listed } from '../../lib/list.ts'
import { ListCommand } from '../../lib/list-command.ts'
import { mailColumns } from '../../views/mail.ts'

export default class MailList extends ListCommand {
  static override description = 'List mail that LetsMeet sent, is sending or, without an SMTP server, captured.'
  static override examples = [
    '<%= config.bin %> mail list',
    { description: 'What a guest got:', command: '<%= config.bin %> mail list --to grace@example.com' },
    { description: 'What a booking caused:', command: '<%= config.bin %> mail list --about bk_0WbXkT3nPq7YvLs2DfGh' },
  ]
  static override flags = {
    to: Flags.string({ description: 'Only mail to this address.', helpValue: 'EMAIL' }),
    about: Flags.string({ description: 'Only mail about this booking, member or invitation.', helpValue: 'ID' }),
    timezone: timezoneFlag,
    ...listFlags,
  }

  async run(): Promise<Listed<Mail>> {
    const { flags } = await this.parse(MailList)
    const letsmeet = this.connect(flags)

    const list = await collect(flags, (page) => letsmeet.mail.list({ to: flags.to, subjectId: flags.about, ...page }))
    this.printList(list, mailColumns(shownIn(flags)), 'No mail.')
    return list
  }
}
