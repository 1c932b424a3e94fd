import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Args } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { showInBrowser } from '../../lib/browser.ts'
import { notFoundError } from '../../lib/failure.ts'
import { findMail } from '../../lib/find.ts'

export default class MailOpen extends ApiCommand {
  static override description = `Open a mail in the browser, as its reader sees it.

Prints the file it wrote, which is all it does where there is no screen.`
  static override examples = ['<%= config.bin %> mail open latest']
  static override args = { mail: Args.string({ required: true, description: 'Its id, or latest.' }) }

  async run(): Promise<{ file: string }> {
    const { args, flags } = await this.parse(MailOpen)
    const mail = await findMail(this.connect(flags), args.mail)
    if (!mail.html) throw notFoundError('This mail has no HTML: an SMTP server has taken it.')
    const file = join(mkdtempSync(join(tmpdir(), 'letsmeet-mail-')), 'mail.html')
    writeFileSync(file, mail.html, { mode: 0o600 })
    this.print(file)
    if (process.stdout.isTTY) showInBrowser(file)
    return { file }
  }
}
