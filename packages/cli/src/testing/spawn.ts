import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The program as it is installed; `npm run build` makes it. */
export const bin = join(import.meta.dirname, '../../bin/letsmeet.js')

if (!existsSync(join(bin, '../../dist/main.js'))) throw new Error('Build the command line first: npm run build')

export const home = mkdtempSync(join(tmpdir(), 'letsmeet-bin-'))
const { PATH, LANG } = process.env
/** A machine of its own: no profile, no colours asked for. */
export const env: NodeJS.ProcessEnv = { PATH, LANG, HOME: home, TZ: 'UTC', NODE_ENV: 'test' }

export interface Ended {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs `letsmeet …args` as a program among programs. */
export function letsmeet(
  args: string[],
  { input = '', ...more }: NodeJS.ProcessEnv & { input?: string } = {},
): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [bin, ...args], { env: { ...env, ...more } }, (_, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    )
    child.stdin?.end(input)
  })
}

export const asOwner = ({ url, apiKey }: { url: string; apiKey: string }) => ({
  LETSMEET_URL: url,
  LETSMEET_API_KEY: apiKey,
})

/** In a terminal of its own, as somebody sits at. */
export const inTerminal = (command: string, more: NodeJS.ProcessEnv) =>
  spawn('script', ['-qec', `stty cols 100; "${process.execPath}" "${bin}" ${command}`, '/dev/null'], {
    env: { ...env, TERM: 'xterm-256color', ...more },
  })

/** All that a terminal showed until the program ended. */
export async function screenOf(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  await once(child, 'close')
  return text
}

export function watch(child: ChildProcess) {
  let text = ''
  child.stdout?.on('data', (chunk) => {
    text += chunk
  })
  return {
    /** Waits for words that were not on the screen before. */
    async shows(words: string): Promise<void> {
      for (let tries = 0; !text.includes(words); tries++) {
        if (tries > 200) throw new Error(`The screen never showed “${words}”:\n${text}`)
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      text = text.slice(text.indexOf(words) + words.length)
      // The question is on the screen a moment before it listens.
      await new Promise((resolve) => setTimeout(resolve, 100))
    },
  }
}
