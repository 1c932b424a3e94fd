import type { MailWithBody } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { cleanText } from '../../lib/clean.ts'
import { notFoundError } from '../../lib/failure.ts'
import { findMail } from '../../lib/find.ts'
import { shownIn, timezoneFlag } from '../../lib/flags.ts'
import { mailHead } from '../../views/mail.ts'

export default class MailGet extends ApiCommand {
  static override aliases = ['mail:show']
  static override description = `Read a mail.

Shows its text; --html and --ics print those parts instead.`
  static override examples = [
    { description: 'The newest one:', command: '<%= config.bin %> mail get latest' },
    { description: 'Its calendar invitation:', command: '<%= config.bin %> mail get latest --ics > invitation.ics' },
  ]
  static override args = { mail: Args.string({ required: true, description: 'Its id, or latest.' }) }
  static override flags = {
    html: Flags.boolean({ description: 'Print the HTML.', exclusive: ['ics'] }),
    ics: Flags.boolean({ description: 'Print the calendar invitation.' }),
    timezone: timezoneFlag,
  }

  async run(): Promise<MailWithBody> {
    const { args, flags } = await this.parse(MailGet)
    const mail = await findMail(this.connect(flags), args.mail)
    if (flags.html || flags.ics) this.part(flags.html ? mail.html : mail.calendar?.content)
    else {
      this.print(`${mailHead(mail, shownIn(flags))}\n`)
      this.print(
        mail.text === null
          ? '(The text was handed to the SMTP server and is not kept.)'
          : cleanText(mail.text).trimEnd(),
      )
      if (mail.calendar) this.done('', `letsmeet mail get ${mail.id} --ics`)
    }
    return mail
  }

  /** As it is, for other programs; only a terminal needs protection. */
  private part(content: string | null | undefined): void {
    if (!content) throw notFoundError('This mail has no such part.')
    if (!this.jsonEnabled()) process.stdout.write(process.stdout.isTTY ? cleanText(content) : content)
  }
}
