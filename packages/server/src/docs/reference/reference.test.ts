import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { apiDocument } from '../../server.ts'
import { type ApiDocument, callsOf, parametersOf } from './document.ts'
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
    expect(section).toContain(`letsmeet.${call.operationId}(`)
    expect(section).not.toMatch(/undefined|\[object/)
  })

  test('is asked with parameters that it has', () => {
    const { path, query } = requestOf(document, call)
    const names = parametersOf(document, call, 'query').map(({ name }) => name)

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
