import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LetsMeet } from '../../../../sdk/src/index.ts'
import { apiDocument } from '../../server.ts'
import { commands } from './cli.ts'
import { type ApiDocument, callsOf, exampleOf, parametersOf, successOf } from './document.ts'
import { reference } from './page.ts'
import { requestOf } from './request.ts'
import { sdk } from './sdk.ts'

const packages = join(import.meta.dirname, '../../../..')
const document = apiDocument() as unknown as ApiDocument
const calls = callsOf(document)
const html = reference(document, 'http://localhost:3000').page.main.text
const sections = new Map(
  html.split('<section class="operation" id="').map((section) => [section.slice(0, section.indexOf('"')), section]),
)

describe.each(calls)('$operationId', (call) => {
  const section = sections.get(call.operationId) ?? ''

  test('is described, with three ways to call it', () => {
    const surfaces = [...section.matchAll(/<figcaption>(\w+)<\/figcaption>/g)].map(([, surface]) => surface)

    expect(section).toContain(`${call.method} /api/v1${call.path}</code>`)
    expect(surfaces).toEqual(['curl', 'SDK', 'CLI'])
    expect(section).not.toMatch(/undefined|\[object/)
  })

  test('has a method in the SDK', () => {
    const client: unknown = new LetsMeet({ apiKey: 'lm_test_x', baseUrl: 'http://localhost:1' })
    const method = call.operationId
      .split('.')
      .reduce((at: unknown, name) => (at as Record<string, unknown>)[name], client)

    expect(method).toBeTypeOf('function')
    expect(section).toContain(`letsmeet.${call.operationId}(`)
  })

  test('has an example of all that it sends and answers', () => {
    const [sent] = Object.values(call.requestBody?.content ?? {})
    const { media } = successOf(call)
    const { path, query } = requestOf(document, call)
    const names = parametersOf(document, call, 'query').map(({ name }) => name)

    if (sent) expect(exampleOf(sent)).toBeDefined()
    if (media) expect(exampleOf(media)).toBeDefined()
    expect(path).not.toMatch(/[{}\s]|undefined/)
    expect(query.filter(([name]) => !names.includes(name))).toEqual([])
  })
})

test('what is typed for the SDK compiles', () => {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-docs-'))
  const root = join(packages, '..')
  const index = JSON.stringify(join(packages, 'sdk/src/index.ts'))
  const blocks = calls.map((call) => `{ // ${call.operationId}\n${sdk(document, requestOf(document, call))}\n}`)
  const text = `import { LetsMeet } from ${index}\nconst letsmeet = new LetsMeet()\n${blocks.join('\n')}\n`
  const compilerOptions = { typeRoots: [join(root, 'node_modules/@types')] }
  const settings = { extends: join(root, 'tsconfig.json'), compilerOptions, include: ['snippets.mts'] }
  writeFileSync(join(folder, 'snippets.mts'), text)
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })

  expect(status, stdout).toBe(0)
})

describe('the commands', () => {
  const load = createRequire(join(packages, 'cli/package.json'))
  const { Parser } = load('@oclif/core')

  test.each(Object.entries(commands))('of %s is one that letsmeet understands', async (_, line) => {
    const words = [...line.replace(/ > .*$/, '').matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare)
    const end = words.length === 1 ? 1 : 2
    const { default: command } = load(`./src/commands/${words.slice(0, end).join('/')}.ts`)
    const { args, flags, baseFlags } = command
    const parsed = await Parser.parse(words.slice(end), { args, flags: { ...baseFlags, ...flags }, strict: true })

    expect(parsed.flags).toBeDefined()
  })

  test('stand for operations that there are', () => {
    const known = calls.map((call) => call.operationId)

    expect(Object.keys(commands).filter((operation) => !known.includes(operation))).toEqual([])
  })
})
