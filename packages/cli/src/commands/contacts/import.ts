import { readFileSync } from 'node:fs'
import type { ContactImport } from '@letsmeet/sdk'
import { Args, Flags } from '@oclif/core'
import { ApiCommand } from '../../lib/api-command.ts'
import { exitCodes, usageError } from '../../lib/failure.ts'
import { memberId } from '../../lib/find.ts'
import { manyFlag } from '../../lib/flags.ts'
import { table } from '../../lib/table.ts'
import { faultColumns, importCard } from '../../views/contact-import.ts'

export default class ContactsImport extends ApiCommand {
  static override description = `Add and update contacts from a CSV file.

Columns are recognized by their headers, also those of Google, Outlook and HubSpot; --map names the others. What you wrote is not overwritten with nothing, and the same file may be imported again. Rows that are not right are told one by one; then the exit code is 1.`
  static override examples = [
    { description: 'Look first:', command: '<%= config.bin %> contacts import people.csv --dry-run' },
    {
      description: 'With headers of your own:',
      command: '<%= config.bin %> contacts import people.csv --map "E-Mail:email" --map "Firma:company"',
    },
  ]
  static override args = {
    file: Args.string({ required: true, description: 'The file, or - for standard input.' }),
  }
  static override flags = {
    'dry-run': Flags.boolean({ description: 'Say what would happen to each row, and write nothing.' }),
    map: manyFlag('What a column holds, or with nothing after the colon that it is left out', '"HEADER:field"'),
    member: Flags.string({ description: 'Whose contacts: id or e-mail address; yours unless you say.' }),
  }

  async run(): Promise<ContactImport> {
    const { args, flags } = await this.parse(ContactsImport)
    const mapping = flags.map && JSON.stringify(Object.fromEntries(flags.map.map(columnOf)))
    const file = contentOf(args.file)
    const letsmeet = this.connect(flags)
    const userId = flags.member && (await memberId(letsmeet, flags.member))
    const query = { dryRun: flags['dry-run'], mapping, userId }
    const report = await letsmeet.contacts.import(file, query, { timeoutMs: LONG })
    this.print(importCard(report))
    if (report.errors.length > 0) this.print(`\n${table(report.errors, faultColumns)}`)
    if (report.errors.length >= MOST) this.say(`These are the first ${MOST} faults.`)
    if (report.failed > 0) process.exitCode = exitCodes.failure
    else this.done(report.dryRun ? 'Nothing was written yet.' : 'Imported.', 'letsmeet contacts list')
    return report
  }
}

const LONG = 10 * 60_000

/** The server tells of no more faults. */
const MOST = 1000

/** `E-Mail:email`, or `Internal:` for a column that is left out; headers may have colons of their own. */
function columnOf(text: string): [header: string, field: string | null] {
  const [, header, field] = /^(.+):(\w*)$/s.exec(text) ?? []
  if (header) return [header, field || null]
  throw usageError(`--map needs HEADER:field, not “${text}”.`, 'Write --map "E-Mail:email".')
}

function contentOf(file: string): Blob {
  try {
    return new Blob([readFileSync(file === '-' ? 0 : file)])
  } catch (error) {
    throw usageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}.`)
  }
}
