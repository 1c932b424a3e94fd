import { createInterface } from 'node:readline/promises'
import { exitCodes, Failure } from './failure.ts'

/** Asks before what cannot be undone, where a person is there to ask. Scripts know what they do. */
export async function confirm(question: string, isSure: boolean): Promise<void> {
  if (isSure || !process.stdin.isTTY || !process.stderr.isTTY) return
  const prompt = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await prompt.question(`${question} [y/N] `).finally(() => prompt.close())
  if (/^y(es)?$/i.test(answer.trim())) return
  throw new Failure('Nothing was changed.', { exit: exitCodes.failure, code: 'not_confirmed' })
}
