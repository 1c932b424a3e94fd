// Runs every example of every guide, from top to bottom, as a reader would: with curl, with the SDK, in the terminal.
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialect } from '../config.ts'
import { startTestApp } from '../testing/app.ts'
import { startCommandLine } from '../testing/command-line.ts'
import { readGuides } from './guides.ts'

let commandLine: Awaited<ReturnType<typeof startCommandLine>>
// Programs start some fifty times: compiling what they import once is enough.
const cache = mkdtempSync(join(tmpdir(), 'letsmeet-docs-'))
beforeAll(async () => {
  commandLine = await startCommandLine()
})
afterAll(async () => {
  rmSync(cache, { recursive: true, force: true })
  await commandLine?.stop()
})

const packages = join(import.meta.dirname, '../../..')

interface Block {
  lang: string
  surface: string | undefined
  text: string
}

const blocksOf = (source: string): Block[] =>
  [...source.matchAll(/^```(\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm)].map(([, lang = '', surface, text = '']) => ({
    lang,
    surface,
    text,
  }))

/** The pages, each once for every way of doing what it tells. They take their time, so one engine will do. */
const runs = [...readGuides('http://localhost:3000').values()].flatMap(({ slug, source }) => {
  const blocks = blocksOf(source).filter(({ lang }) => lang === 'sh' || lang === 'ts')
  const surfaces = ['curl', 'SDK', 'CLI'].filter((surface) => blocks.some((block) => block.surface === surface))
  const isPlain = blocks.length > 0 && surfaces.length === 0
  return (isPlain ? ['any'] : surfaces).map((surface) => ({
    slug,
    surface,
    blocks: blocks.filter((block) => block.surface === undefined || block.surface === surface),
  }))
})

/** A reader's machine has a shell and curl; a bare container may not. */
const isReady = spawnSync('sh', ['-c', 'curl --version']).status === 0

test.skipIf(!isReady || dialect === 'postgres').for(runs)(
  'the examples of $slug run with $surface',
  { timeout: 120_000 },
  async ({ blocks }) => {
    const app = await startTestApp({ options: { now: () => new Date(), ticks: 'ticking' } })
    const folder = mkdtempSync(join(tmpdir(), 'letsmeet-docs-'))
    try {
      mkdirSync(join(folder, 'data'))
      writeFileSync(join(folder, 'data/owner.key'), `${app.apiKey}\n`)
      writeFileSync(join(folder, 'run.sh'), scriptOf(blocks, folder, app.url))
      const { code, output } = await run(folder, { LETSMEET_URL: app.url, LETSMEET_API_KEY: app.apiKey })

      expect(code, output).toBe(0)
      expect(unexpected(blocks, output), output).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
      await app.close()
    }
  },
)

/** One script for a page, so that what one block sets is there for the next. */
function scriptOf(blocks: readonly Block[], folder: string, url: string): string {
  const steps = blocks.map(({ lang, text }, i) => {
    const own = text.replaceAll('http://localhost:3000', url)
    if (lang === 'ts') writeFileSync(join(folder, `${i}.mts`), programOf(own))
    return `echo "BLOCK ${i}" >&2\n${lang === 'ts' ? `node ${i}.mts` : own}`
  })
  return `set -e
${commandLine.npx}
curl() { command curl -sS -w '%{stderr}STATUS %{http_code}\\n' "$@"; }
${steps.join('\n')}`
}

/** A reader has the client from the block before, or from the page before. */
function programOf(text: string): string {
  const sdk = JSON.stringify(join(packages, 'sdk/dist/index.js'))
  const names = ['isCode', 'LetsMeet'].filter((name) => !new RegExp(`import .*\\b${name}\\b`).test(text))
  const client = /const letsmeet =/.test(text) ? '' : 'const letsmeet = new LetsMeet()\n'
  const imports = names.length > 0 ? `import { ${names.join(', ')} } from '@letsmeet/sdk'\n` : ''
  const webhooks = JSON.stringify(join(packages, 'sdk/dist/webhooks.js'))
  const testing = JSON.stringify(join(packages, 'server/src/embedded/testing.ts'))
  return `${imports}${client}${text}`
    .replaceAll("'@letsmeet/sdk'", sdk)
    .replaceAll("'@letsmeet/sdk/webhooks'", webhooks)
    .replaceAll("'@letsmeet/server/testing'", testing)
}

function run(folder: string, env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['run.sh'], {
      cwd: folder,
      env: { ...process.env, ...env, HOME: folder, XDG_CONFIG_HOME: folder, NODE_ENV: '', NODE_COMPILE_CACHE: cache },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Answers that a block does not announce: \`# 409\` in it says that one of them is meant. */
function unexpected(blocks: readonly Block[], output: string): string[] {
  return output
    .split(/^BLOCK \d+$/m)
    .slice(1)
    .flatMap((said, i) => {
      const meant = [...(blocks[i]?.text ?? '').matchAll(/^# (4\d\d)\b/gm)].map(([, status]) => status)
      const failed = [...said.matchAll(/STATUS (\d+)/g)]
        .map(([, status = '']) => status)
        .filter((one) => !/^[23]/.test(one))
      return JSON.stringify(failed) === JSON.stringify(meant)
        ? []
        : [`block ${i}: ${failed.join(', ') || 'no refusal'}`]
    })
}
