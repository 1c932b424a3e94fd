import type { Hook } from '@oclif/core'
import { usageError } from '../lib/failure.ts'
import { nearest } from '../lib/suggest.ts'

/** Names what was probably meant, and runs nothing by itself. */
const hook: Hook.CommandNotFound = async ({ id, config }) => {
  const words = id.split(':')
  const commands = config.commands.filter((command) => !command.hidden).map((command) => command.id)
  const begun = words.map((_, at) => words.slice(0, at + 1).join(':')).findLast((prefix) => commands.includes(prefix))
  const asTyped = (name: string) => `letsmeet ${name.replaceAll(':', ' ')}`
  if (begun)
    throw usageError(
      `“${words.slice(begun.split(':').length).join(' ')}” is one argument too many.`,
      `See \`${asTyped(begun)} --help\`.`,
    )
  const topics = [...new Set(commands.map((command) => command.split(':')[0] ?? ''))]
  const [topic = ''] = words
  const near = nearest(id, commands) ?? (topics.includes(topic) ? topic : nearest(topic, topics))
  throw usageError(
    `There is no command “${words.join(' ')}”.`,
    near
      ? `Did you mean \`${asTyped(near)}\`? See \`${asTyped(topics.includes(near) ? near : topic)} --help\`.`
      : 'See `letsmeet --help`.',
  )
}

export default hook
