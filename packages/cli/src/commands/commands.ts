import { BaseCommand } from '../lib/base-command.ts'
import { table } from '../lib/table.ts'

interface Described {
  command: string
  description: string
  arguments: string[]
  flags: string[]
}

export default class Commands extends BaseCommand {
  static override description = 'List every command; with --json also their arguments and flags.'
  static override examples = ['<%= config.bin %> commands', '<%= config.bin %> commands --json']

  async run(): Promise<{ data: Described[] }> {
    await this.parse(Commands)
    const data = this.config.commands
      .filter(({ hidden, id, aliases }) => !hidden && !aliases.includes(id))
      .map(({ id, description = '', args, flags }) => ({
        command: id.replaceAll(':', ' '),
        description: description.split('\n')[0] ?? '',
        arguments: Object.keys(args),
        flags: Object.keys(flags).filter((name) => !flags[name]?.hidden),
      }))
    this.print(
      table(data, [
        { header: 'COMMAND', cell: ({ command }) => command },
        { header: 'WHAT IT DOES', cell: ({ description }) => description, whenNarrow: 'wrap' },
      ]),
    )
    return { data }
  }
}
