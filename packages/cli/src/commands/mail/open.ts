import { Args } from '@oclif/core'
import { findMail } from '../../lib/find.ts'
import { MailReader, openFlags } from '../../lib/mail-reader.ts'

export default class MailOpen extends MailReader {
  static override description = `Open a mail in the browser, as its reader sees it.

Prints the file it wrote, which is all it does where there is no screen.`
  static override examples = ['<%= config.bin %> mail open latest']
  static override args = { mail: Args.string({ required: true, description: 'Its id, or latest.' }) }
  static override flags = openFlags

  async run(): Promise<{ file: string }> {
    const { args, flags } = await this.parse(MailOpen)
    return this.open(await findMail(this.connect(flags), args.mail), flags)
  }
}
