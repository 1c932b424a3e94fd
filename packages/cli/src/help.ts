import { Help, type Interfaces } from '@oclif/core'
import { ExamplesFirst } from './lib/command-help.ts'
import { EXIT_CODES } from './lib/exit-codes-help.ts'
import { unknownCommand } from './lib/unknown-command.ts'

type Names = readonly string[]

/** What the commands are for, in the order in which a newcomer needs them; what is not named here comes last. */
const GROUPS: readonly (readonly [title: string, names: Names])[] = [
  ['GET STARTED', ['serve', 'login', 'whoami', 'doctor']],
  ['EVERY DAY', ['slots', 'holds', 'bookings', 'mail', 'events']],
  ['WHAT CAN BE BOOKED', ['event-types', 'schedules', 'time-off', 'busy-blocks']],
  ['YOUR PROGRAMS', ['webhooks', 'listen', 'trigger', 'logs', 'api-keys', 'browser-sessions']],
  ['PEOPLE AND ACCESS', ['me', 'members', 'invitations', 'organization', 'sessions']],
]

/** Help that shows a way in, and examples before lists of flags. */
export default class LetsMeetHelp extends Help {
  protected override CommandHelpClass = ExamplesFirst

  override async showHelp(argv: string[]): Promise<void> {
    const words = argv.filter((word) => !word.startsWith('-') && word !== 'help')
    const known = this.config.findCommand(words.slice(0, 2).join(':')) ?? this.config.findCommand(words[0] ?? '')
    if (words[0] === 'exit-codes') this.log(EXIT_CODES)
    else if (words.length === 0 || known || this.config.findTopic(words.join(':'))) await super.showHelp(argv)
    else throw unknownCommand(this.config, words.join(':'))
  }

  protected override async showRootHelp(): Promise<void> {
    const { bin, version } = this.config
    const known = new Set(GROUPS.flatMap(([, names]) => names))
    const rest = [...this.rootEntries().keys()].filter((name) => !known.has(name))
    const groups = [...GROUPS, ['MORE', rest] as const].map(([title, names]) => this.group(title, names))
    this.log(
      [
        `LetsMeet in the terminal: open times, bookings, mail and settings of a LetsMeet server.`,
        this.section('USAGE', `$ ${bin} COMMAND [FLAGS]`),
        this.section('EXAMPLES', EXAMPLES.map(([what, command]) => `${what}\n  $ ${bin} ${command}`).join('\n')),
        ...groups,
        `Every command explains itself with --help, and prints JSON with --json. ${bin} ${version}`,
      ].join('\n\n'),
    )
  }

  protected override formatTopic(topic: Interfaces.Topic): string {
    return `${topic.description ?? ''}\n\n${this.section('USAGE', `$ ${this.config.bin} ${topic.name.replaceAll(':', ' ')} COMMAND`)}\n`
  }

  private group(title: string, names: Names): string {
    const entries = this.rootEntries()
    const rows = names.map((name): [string, string] => [name, entries.get(name) ?? ''])
    return this.section(title, this.renderList(rows, { spacer: '\n', indentation: 2 }))
  }

  /** Commands without a topic, and topics; their first line says what they do. */
  private rootEntries(): Map<string, string> {
    const topics = this.sortedTopics.filter(({ name }) => !name.includes(':'))
    const commands = this.sortedCommands.filter(({ id }) => !id.includes(':'))
    return new Map([
      ...topics.map(({ name, description = '' }) => [name, description] as const),
      ...commands.map((command) => [command.id, command.description?.split('\n')[0] ?? ''] as const),
    ])
  }
}

const EXAMPLES = [
  ['Start a server with something in it:', 'serve --demo'],
  ['See when somebody can book you:', 'slots list 30min'],
  ['Book, step by step:', 'bookings create'],
] as const
