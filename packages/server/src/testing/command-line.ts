import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The built command line in a process of its own that stays, and a shell's function `npx` that calls it there. */
export async function startCommandLine(): Promise<{ npx: string; stop(): Promise<void> }> {
  const call = mkdtempSync(join(tmpdir(), 'letsmeet-call-'))
  const env = { ...process.env, NODE_ENV: '' }
  const child = fork(join(import.meta.dirname, 'command-line-process.ts'), { env, execArgv: [] })
  const ended = once(child, 'exit')
  const [url] = await Promise.race([once(child, 'message'), ended])
  if (typeof url !== 'string') throw new Error('The command line did not start; the reason is above.')
  return {
    npx: `npx() {
  shift
  env -0 > ${call}/env
  printf '%s\\0' "$@" > ${call}/args
  npx_code=$(command curl -sS ${url}${call})
  cat ${call}/stdout
  cat ${call}/stderr >&2
  return "$npx_code"
}`,
    async stop() {
      child.disconnect()
      await ended
      rmSync(call, { recursive: true, force: true })
    },
  }
}
