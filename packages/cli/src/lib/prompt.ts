import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { exitCodes, Failure } from './failure.ts'

/** Asks on the terminal; what is typed after a secret question is not shown. */
export async function ask(question: string, { isSecret = false } = {}): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const output = isSecret ? silent : process.stderr
  const prompt = createInterface({ input: process.stdin, output, terminal: true })
  if (isSecret) process.stderr.write(question)
  const stopped = new Promise<never>((_, reject) => {
    prompt.once('SIGINT', () => reject(interrupted()))
    prompt.once('close', () => reject(interrupted()))
  })
  try {
    return (await Promise.race([prompt.question(isSecret ? '' : question), stopped])).trim()
  } finally {
    prompt.close()
    if (isSecret) process.stderr.write('\n')
  }
}

const interrupted = () => new Failure('Stopped.', { exit: exitCodes.interrupted, code: 'interrupted' })
