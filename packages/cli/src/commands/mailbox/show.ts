import type { SandboxMail } from '@letsmeet/sdk'
import { Flags } from '@oclif/core'
import { capturedMailArg } from '../../lib/args.ts'
import { cleanLine } from '../../lib/clean.ts'
import { notFoundError } from '../../lib/failure.ts'
import { findCaptured } from '../../lib/find-captured.ts'
import { sandboxFlag } from '../../lib/flags.ts'
import { MailReader, readFlags } from '../../lib/mail-reader.ts'
import { sandboxIn } from '../../lib/sandbox.ts'
import { linkList } from '../../views/mail.ts'

export default class MailboxShow extends MailReader {
  static override description = `Read a mail of a sandbox: its head, its text, and its links with numbers.

--html and --ics print those parts instead, --link the link with that number alone.`
  static override examples = [
    { description: 'The newest one:', command: '<%= config.bin %> mailbox show last' },
    {
      description: 'Its first link, to follow it:',
      command: '<%= config.bin %> mailbox show last --link 1',
    },
  ]
  static override args = capturedMailArg
  static override flags = {
    link: Flags.integer({ description: 'Print the link with this number.', min: 1, helpValue: 'N' }),
    ...readFlags,
    sandbox: sandboxFlag,
  }

  async run(): Promise<SandboxMail> {
    const { args, flags } = await this.parse(MailboxShow)
    const letsmeet = this.connect(flags)
    const mail = await findCaptured(letsmeet, await sandboxIn(letsmeet, flags), args.mail)
    if (flags.link !== undefined) this.link(mail, flags.link)
    else {
      this.show(mail, flags, `letsmeet mailbox show ${mail.id}`)
      if (mail.links.length > 0 && !flags.html && !flags.ics) this.print(`\n${linkList(mail.links)}`)
    }
    return mail
  }

  private link({ links }: SandboxMail, number: number): void {
    const link = links[number - 1]
    if (link === undefined) throw notFoundError(`This mail has ${links.length} links, and no link ${number}.`)
    this.print(cleanLine(link))
  }
}
