import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface ServerProcess {
  url: string
  process: ChildProcess
  /** What it has said on standard error so far. */
  said(): string
  /** Sends a signal and waits for the end; the exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

/** A folder for a server's data, its keys and its account's settings. */
export function makeFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'letsmeet-process-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

const source = join(import.meta.dirname, '..')

/** As it is published, which starts in a fifth of the time; from its sources where one of them is newer. */
const program = isBuilt() ? join(source, '../dist/main.js') : join(source, 'main.ts')

function isBuilt(): boolean {
  const built = statSync(join(source, '../dist/main.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  const isPublished = (file: string) =>
    file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.startsWith('testing')
  return files.filter(isPublished).every((file) => statSync(join(source, file)).mtimeMs < built)
}

/** The server as its own process, on a free port, with a folder of its own for everything it keeps. */
export async function spawnServer(
  folder: string,
  env: Record<string, string> = {},
  begun?: (child: ChildProcess) => void,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [program], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      XDG_CONFIG_HOME: join(folder, 'config'),
      LETSMEET_DATA: join(folder, 'data'),
      LETSMEET_OWNER_EMAIL: 'ada@example.com',
      LETSMEET_OWNER_TIMEZONE: 'UTC',
      LETSMEET_LOG: 'error',
      PORT: '0',
      ...env,
    },
  })
  begun?.(child)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-20_000)
  })
  const ended = once(child, 'exit')
  const lines = createInterface(child.stdout)
  const ready = new Promise<string>((resolve) => {
    lines.on('line', (line) => {
      const [, url] = /LetsMeet is ready on (\S+)/.exec(line) ?? []
      if (url) resolve(url)
    })
  })
  const url = await Promise.race([ready, ended.then(() => null)])
  if (url === null) throw new Error(`The server did not start: ${said}`)
  return {
    url,
    process: child,
    said: () => said,
    end: async (signal = 'SIGKILL') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await ended
      return child.exitCode ?? child.signalCode
    },
  }
}
