import type { Interfaces } from '@oclif/core'
import { type Failure, usageError } from './failure.ts'
import { nearest } from './suggest.ts'

/** Names what was probably meant, and runs nothing by itself. `id` is `bookings:lst`. */
export function unknownCommand({ commands: all }: Interfaces.Config, id: string): Failure {
  const commands = all.filter((command) => !command.hidden).map((command) => command.id)
  const words = id.split(':')
  const begun = words.map((_, at) => words.slice(0, at + 1).join(':')).findLast((prefix) => commands.includes(prefix))
  if (begun) {
    const extra = words.slice(begun.split(':').length).join(' ')
    return usageError(`“${extra}” is one argument too many.`, `See \`${typed(begun)} --help\`.`)
  }
  const meant = meantBy(words, commands)
  const hint = meant ? `Did you mean \`${typed(meant)}\`? See \`${typed(meant)} --help\`.` : 'See `letsmeet --help`.'
  return usageError(`There is no command “${words.join(' ')}”.`, hint)
}

/** What other programs call the same thing. */
const SYNONYMS: Record<string, string[]> = {
  get: ['show', 'view', 'read', 'describe', 'info'],
  list: ['ls', 'all'],
  create: ['add', 'new', 'make', 'book'],
  add: ['create', 'new', 'invite'],
  update: ['edit', 'set', 'change', 'patch'],
  delete: ['remove', 'rm', 'destroy'],
  revoke: ['delete', 'remove', 'rm'],
  reschedule: ['move'],
}

function meantBy(words: readonly string[], commands: readonly string[]): string | undefined {
  const [topic = '', verb = ''] = words
  const topics = [...new Set(commands.map((command) => command.split(':')[0] ?? ''))]
  const verbs = commands
    .filter((command) => command.startsWith(`${topic}:`))
    .map((command) => command.slice(topic.length + 1))
  const synonym = verbs.find((each) => SYNONYMS[each]?.includes(verb))
  if (synonym) return `${topic}:${synonym}`
  return nearest(words.join(':'), commands) ?? (topics.includes(topic) ? topic : nearest(topic, topics))
}

const typed = (id: string) => `letsmeet ${id.replaceAll(':', ' ')}`
