import { mkdtempSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'

export interface Ran {
  stdout: string
  stderr: string
  code: number
  /** What `--json` printed. */
  // biome-ignore lint/suspicious/noExplicitAny: a test may look at anything that was printed.
  json: any
}

export interface Cli {
  /** Runs `letsmeet …args` in this process, from the sources. */
  (...args: string[]): Promise<Ran>
  /** The same, and fails the test unless it succeeds. */
  ok(...args: string[]): Promise<Ran>
  /** With `--json`, and gives what it printed. */
  // biome-ignore lint/suspicious/noExplicitAny: a test may look at anything that was printed.
  json(...args: string[]): Promise<any>
}

const root = join(import.meta.dirname, '../..')
const pjson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** The package as its sources: nothing needs to be built. */
export const sources = {
  root,
  ignoreManifest: true,
  pjson: {
    ...pjson,
    oclif: {
      ...pjson.oclif,
      commands: './src/commands',
      helpClass: './src/help.ts',
      hooks: { command_not_found: './src/hooks/command-not-found.ts' },
    },
  },
}

// By Node and not by Vite, as oclif loads the commands: two copies of a module would not know each other's errors.
const { main }: typeof import('../main.ts') = createRequire(import.meta.url)('../main.ts')

/** A command line that talks to a server. */
export function cliFor(server: { url: string; apiKey: string }): Cli {
  const home = mkdtempSync(join(tmpdir(), 'letsmeet-cli-'))
  const env = { LETSMEET_URL: server.url, LETSMEET_API_KEY: server.apiKey, XDG_CONFIG_HOME: home, TZ: 'UTC' }
  const run = (...args: string[]) => runWith(env, args)
  const ok = async (...args: string[]) => {
    const ran = await run(...args)
    if (ran.code !== 0)
      throw new Error(`letsmeet ${args.join(' ')} failed with ${ran.code}:\n${ran.stderr}${ran.stdout}`)
    return ran
  }
  return Object.assign(run, { ok, json: async (...args: string[]) => (await ok(...args, '--json')).json })
}

export async function runWith(env: Record<string, string>, args: string[]): Promise<Ran> {
  const written = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      written[name] += chunk
      return true
    }),
  )
  // Help is printed through the console, which vitest replaces.
  const log = vi.spyOn(console, 'log').mockImplementation((text = '') => {
    written.stdout += `${text}\n`
  })
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  try {
    const code = await main(args, sources)
    return {
      ...written,
      code,
      get json() {
        return JSON.parse(written.stdout)
      },
    }
  } finally {
    for (const spy of [...spies, log]) spy.mockRestore()
    vi.unstubAllEnvs()
    process.exitCode = undefined
    process.removeAllListeners('SIGINT')
    // What is spied on never drains, and the command line waits for that each time.
    process.stdout.removeAllListeners('drain')
  }
}
