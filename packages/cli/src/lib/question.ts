import type { QuestionInput } from '@letsmeet/sdk'
import { usageError } from './failure.ts'
import { oneOf } from './one-of.ts'

const KINDS = ['text', 'long_text', 'select', 'multi_select', 'checkbox', 'number', 'phone', 'email', 'url'] as const

/** `topic*:select:What about?:Sales|Support`: key, `*` if it must be answered, kind, label, and options to choose from. */
export function questionOf(text: string): QuestionInput {
  const [, key, star, kind, rest] = /^([^:*]+)(\*?):([a-z_]+):(.+)$/s.exec(text) ?? []
  if (!key || !kind || !rest)
    throw usageError(`“${text}” is not a question.`, `Write KEY:KIND:LABEL, such as ${SAMPLE}.`)
  const question = { key, kind: oneOf('question', kind, KINDS), required: star === '*' }
  if (!kind.endsWith('select')) return { ...question, label: rest }
  const [label = '', options] = splitAtLast(rest)
  if (!options)
    throw usageError(
      `“${text}” has nothing to choose from.`,
      'Write the options last: topic:select:What about?:Sales|Support.',
    )
  return { ...question, label, options: options.split('|') }
}

const SAMPLE = 'company*:text:Which company?'

function splitAtLast(text: string): [string, string | undefined] {
  const at = text.lastIndexOf(':')
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
