import { capturedMailArg } from '../../lib/args.ts'
import { findCaptured } from '../../lib/find-captured.ts'
import { sandboxFlag } from '../../lib/flags.ts'
import { MailReader, openFlags } from '../../lib/mail-reader.ts'
import { sandboxIn } from '../../lib/sandbox.ts'

export default class MailboxOpen extends MailReader {
  static override description = `Open a mail of a sandbox in the browser, as its reader would see it.

Prints the file it wrote, which is all it does where there is no screen.`
  static override examples = ['<%= config.bin %> mailbox open last']
  static override args = capturedMailArg
  static override flags = { ...openFlags, sandbox: sandboxFlag }

  async run(): Promise<{ file: string }> {
    const { args, flags } = await this.parse(MailboxOpen)
    const letsmeet = this.connect(flags)
    return this.open(await findCaptured(letsmeet, await sandboxIn(letsmeet, flags), args.mail), flags)
  }
}
