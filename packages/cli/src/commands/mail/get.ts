import type { MailWithBody } from '@letsmeet/sdk'
import { Args } from '@oclif/core'
import { findMail } from '../../lib/find.ts'
import { MailReader, readFlags } from '../../lib/mail-reader.ts'

export default class MailGet extends MailReader {
  static override aliases = ['mail:show']
  static override description = `Read a mail.

Shows its text; --html and --ics print those parts instead.`
  static override examples = [
    { description: 'The newest one:', command: '<%= config.bin %> mail get latest' },
    { description: 'Its calendar invitation:', command: '<%= config.bin %> mail get latest --ics > invitation.ics' },
  ]
  static override args = { mail: Args.string({ required: true, description: 'Its id, or latest.' }) }
  static override flags = readFlags

  async run(): Promise<MailWithBody> {
    const { args, flags } = await this.parse(MailGet)
    const mail = await findMail(this.connect(flags), args.mail)
    this.show(mail, flags, `letsmeet mail get ${mail.id}`)
    return mail
  }
}
