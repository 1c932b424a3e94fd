import { exitCodes, Failure } from './failure.ts'
import { ask } from './prompt.ts'

/** Asks before what cannot be undone, where a person is there to ask. Scripts know what they do. */
export async function confirm(question: string, isSure: boolean): Promise<void> {
  if (isSure || !process.stdin.isTTY || !process.stderr.isTTY) return
  if (/^y(es)?$/i.test(await ask(`${question} [y/N] `))) return
  throw new Failure('Nothing was changed.', { exit: exitCodes.failure, code: 'not_confirmed' })
}
