import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'tsup'
import { afterAll, beforeAll, expect, test } from 'vitest'

const sdk = join(import.meta.dirname, '..')
const root = join(sdk, '../..')
const run = promisify(execFile)
let project: string

/** A fresh project, outside of the workspace, that has the package installed as npm would. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'letsmeet-sdk-'))
  const installed = join(project, 'node_modules/@letsmeet/sdk')
  await mkdir(installed, { recursive: true })
  await cp(join(sdk, 'package.json'), join(installed, 'package.json'))
  await run(process.execPath, [join(sdk, 'scripts/build.ts'), join(installed, 'dist')])
}, 60_000)

afterAll(() => rm(project, { recursive: true, force: true }))

const body = `
const error = new LetsMeetError('x')
console.log(typeof new LetsMeet().bookings.list, error.name, typeof isCode, ApiError.name, typeof Page)`

test.each([
  ['import.mjs', `import { ApiError, isCode, LetsMeet, LetsMeetError, Page } from '@letsmeet/sdk'${body}`],
  ['require.cjs', `const { ApiError, isCode, LetsMeet, LetsMeetError, Page } = require('@letsmeet/sdk')${body}`],
  ['package.cjs', `console.log(require('@letsmeet/sdk/package.json').name)`],
])('%s works', async (name, source) => {
  await writeFile(join(project, name), source)
  const { stdout } = await run(process.execPath, [name], { cwd: project })
  expect(stdout.trim()).toBe(
    name === 'package.cjs' ? '@letsmeet/sdk' : 'function LetsMeetError function ApiError function',
  )
})

const DOM = ['--lib', 'es2022,dom,dom.iterable,dom.asynciterable', '--types', '']

const typed = `
const letsmeet = new LetsMeet({ apiKey: 'lm_test_x', fetch: globalThis.fetch, logger: console })
export const call: Promise<Booking> = letsmeet.bookings.get('bk_1', { signal: AbortSignal.timeout(1) })
export const items: Promise<Booking[]> = letsmeet.bookings.list({ 'start[gte]': new Date() }).toArray({ limit: 3 })
export const status = async (): Promise<number> => (await call.then(() => letsmeet.bookings.get('x').withResponse())).response.status
// @ts-expect-error: bodies are checked
letsmeet.bookings.create({ eventTypeId: 1 })
// @ts-expect-error: what tests use is not public
new LetsMeet({ sleep: async () => {} })
export const known = (error: unknown) => isCode(error, 'slot_unavailable') && error.requestId
`

/** The README's own code: its imports, and each example as a function. */
async function readme() {
  const text = await readFile(join(sdk, 'README.md'), 'utf8')
  const examples = Array.from(text.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = '']) => code)
  expect(examples.length).toBeGreaterThan(4)
  return examples.map((code, index) => {
    const client = code.includes('const letsmeet =') ? '' : 'const letsmeet = new LetsMeet()'
    return `export async function example${index}() {\n${client}\n${code.replace(/^import .*$/m, '')}}`
  })
}

test('the examples of the README fit the types', async () => {
  const names = `import { isCode, LetsMeet } from '@letsmeet/sdk'\ndeclare const signal: AbortSignal, undici: any, dispatcher: any
    declare const save: (...values: unknown[]) => Promise<void>`
  await expectNoErrors('readme.mts', [names, ...(await readme())].join('\n'), DOM)
})

test.each([
  ['esm.mts', DOM],
  ['cjs.cts', DOM],
  ['esm.mts', ['--lib', 'es2022', '--types', 'node', '--typeRoots', join(root, 'node_modules/@types')]],
])('types fit %s with %j', async (name, options) => {
  await expectNoErrors(name, `import { type Booking, isCode, LetsMeet } from '@letsmeet/sdk'${typed}`, options)
})

async function expectNoErrors(name: string, source: string, options: string[]) {
  await writeFile(join(project, name), source)
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2022']
  const tsc = join(root, 'node_modules/.bin/tsc')
  await run(tsc, [...flags, ...options, name], { cwd: project }).catch(({ stdout, message }) => {
    throw new Error(stdout || message)
  })
}

test('it has no dependencies', async () => {
  const { dependencies } = JSON.parse(await readFile(join(sdk, 'package.json'), 'utf8'))
  expect(dependencies).toBeUndefined()
})

/** min+gzip, in kB, as a bundler would make it of the whole client. */
async function bundledSize() {
  const outDir = join(project, 'bundle')
  const entry = { bundle: join(sdk, 'src/index.ts') }
  await build({ entry, outDir, format: 'esm', minify: true, target: 'es2022', silent: true, config: false })
  const [file = ''] = await readdir(outDir)
  return gzipSync(await readFile(join(outDir, file))).length / 1000
}

test('it is small, with every resource in it', async () => {
  expect(await bundledSize()).toBeLessThanOrEqual(9)
})
