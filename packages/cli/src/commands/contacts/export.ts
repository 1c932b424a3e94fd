import { Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { cleanText } from '../../lib/clean.ts'
import { contactFilter, contactFilterFlags } from '../../lib/contact-filter.ts'

export default class ContactsExport extends ApiCommand {
  static override description = `Print contacts as CSV, with the same choice as contacts list.

What a spreadsheet would take for a formula begins with an apostrophe, which contacts import takes off again.`
  static override examples = [
    '<%= config.bin %> contacts export > contacts.csv',
    { description: 'Some of them:', command: '<%= config.bin %> contacts export --tag vip > vip.csv' },
  ]
  static override flags = {
    ...contactFilterFlags,
    bom: Flags.boolean({ description: 'Begin with the mark by which Excel knows UTF-8.' }),
  }

  async run(): Promise<string> {
    const { flags } = await this.parse(ContactsExport)
    const letsmeet = this.connect(flags)
    const csv = await letsmeet.contacts.export(await contactFilter(letsmeet, flags), { timeoutMs: LONG })
    // A spreadsheet wants the bytes as they are, with CRLF; only a terminal needs protection.
    if (!this.jsonEnabled())
      process.stdout.write(process.stdout.isTTY ? cleanText(csv) : `${flags.bom ? BOM : ''}${csv}`)
    return csv
  }
}

const LONG = 10 * 60_000
const BOM = '\ufeff'
