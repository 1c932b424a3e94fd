import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const server = join(import.meta.dirname, '../..')
const root = join(server, '../..')
const folder = mkdtempSync(join(tmpdir(), 'letsmeet-package-'))
const project = join(folder, 'project')
let tarball: Buffer<ArrayBuffer>

/** The tarball unpacked where npm would put it, beside the native addons, which are all it needs. */
beforeAll(async () => {
  const { stdout } = await run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    cwd: server,
  })
  const file = join(folder, stdout.trim())
  tarball = readFileSync(file)
  const modules = join(project, 'node_modules')
  for (const addon of ['better-sqlite3', '@node-rs/argon2']) {
    mkdirSync(dirname(join(modules, addon)), { recursive: true })
    symlinkSync(realpathSync(join(server, 'node_modules', addon)), join(modules, addon))
  }
  const target = join(modules, '@letsmeet/server')
  mkdirSync(target, { recursive: true })
  await run('tar', ['-xzf', file, '--strip-components=1', '-C', target])
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const typed = `import { type CapturedMail, type EmbeddedLetsMeet, startLetsMeet } from '@letsmeet/server/testing'
export const letsmeet: EmbeddedLetsMeet = await startLetsMeet({ now: new Date(), webhooks: ['booking.*'] })
export const mails: CapturedMail[] = await letsmeet.mailbox.list({ subject: /Confirmed/ })
export const types: string[] = letsmeet.webhooks.received.map((event) => event.type)
// @ts-expect-error: a length of time has a unit
await letsmeet.clock.advance(90)
`

test('what is published has types that fit', { timeout: 60_000 }, async () => {
  writeFileSync(join(project, 'typed.mts'), typed)
  const tsc = join(root, 'node_modules/.bin/tsc')
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node']

  const checked = run(tsc, [...flags, '--typeRoots', join(root, 'node_modules/@types'), 'typed.mts'], { cwd: project })

  await expect(checked).resolves.toMatchObject({ stdout: '' })
})

test('publint and arethetypeswrong have nothing to say about it', { timeout: 60_000 }, async () => {
  const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true })
  const analysis = await checkPackage(createPackageFromTarballData(tarball), { entrypoints: ['./testing'] })

  // It is a package of modules: programs that `require` it need a Node that can.
  const problems = analysis.types === false ? ['no types'] : analysis.problems.map((problem) => problem.kind)
  expect(messages).toEqual([])
  expect(problems.filter((kind) => kind !== 'CJSResolvesToESM')).toEqual([])
})

test('what is published starts, and answers', { timeout: 60_000 }, async () => {
  const program = `import { startLetsMeet } from '@letsmeet/server/testing'
    const letsmeet = await startLetsMeet()
    const headers = { authorization: 'Bearer ' + letsmeet.apiKey }
    const pages = ['/api/v1/me', '/docs/testing'].map((path) => fetch(letsmeet.url + path, { headers }))
    console.log((await Promise.all(pages)).map((one) => one.status).join())
    await letsmeet.close()`
  writeFileSync(join(project, 'program.mjs'), program)

  const { stdout } = await run(process.execPath, ['program.mjs'], { cwd: project })

  expect(stdout).toBe('200,200\n')
})
