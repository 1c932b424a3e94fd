import { exitCodes, Failure, usageError } from './failure.ts'
import { ask } from './prompt.ts'

/** Asks before what cannot be undone, where a person is there to ask. Scripts know what they do. */
export async function confirm(question: string, isSure: boolean): Promise<void> {
  if (isSure || !isAnybodyThere()) return
  if (/^y(es)?$/i.test(await ask(`${question} [y/N] `))) return
  throw notConfirmed()
}

/** Has a word typed before what destroys for good; a script must say that it is sure. */
export async function confirmByTyping(word: string, question: string, isSure: boolean): Promise<void> {
  if (isSure) return
  if (!isAnybodyThere()) throw usageError('This cannot be undone, and nobody is there to ask.', 'Say --yes.')
  const typed = await ask(`${question}\nType ${word} to go on: `)
  if (typed.toLowerCase() !== word.toLowerCase()) throw notConfirmed()
}

const isAnybodyThere = () => process.stdin.isTTY && process.stderr.isTTY

const notConfirmed = () => new Failure('Nothing was changed.', { exit: exitCodes.failure, code: 'not_confirmed' })
