import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { build } from 'tsup'
import { beforeAll, expect, test } from 'vitest'
import { installed, run } from './testing/installed.ts'

const sdk = join(import.meta.dirname, '..')
const root = join(sdk, '../..')
let project: string
let tarball: string

beforeAll(async () => {
  ;({ project, tarball } = await installed('types'))
}, 120_000)

const DOM = ['--lib', 'es2022,dom,dom.iterable,dom.asynciterable', '--types', '']
const NODE = ['--lib', 'es2022', '--types', 'node', '--typeRoots', join(root, 'node_modules/@types')]

const typed = `import { type Booking, isCode, LetsMeet } from '@letsmeet/sdk'
const letsmeet = new LetsMeet({ apiKey: 'lm_test_x', fetch: globalThis.fetch, logger: console })
export const call: Promise<Booking> = letsmeet.bookings.get('bk_1', { signal: AbortSignal.timeout(1) })
export const items: Promise<Booking[]> = letsmeet.bookings.list({ 'start[gte]': new Date() }).toArray({ limit: 3 })
export const missed = async () => { for await (const event of letsmeet.events.catchUp({ after: 'evt_1' })) return event.id }
export const status = async (): Promise<number> => (await call.then(() => letsmeet.bookings.get('x').withResponse())).response.status
// @ts-expect-error: bodies are checked
letsmeet.bookings.create({ eventTypeId: 1 })
// @ts-expect-error: what tests use is not public
new LetsMeet({ sleep: async () => {} })
export const known = (error: unknown) => isCode(error, 'slot_unavailable') && error.requestId
`

const typedWebhooks = `import type { Booking, Contact, EventType, Member, WebhookEndpoint } from '@letsmeet/sdk'
import { explain, sign, unwrap, WebhookError, type WebhookEvent } from '@letsmeet/sdk/webhooks'
export function told(event: WebhookEvent): Booking | EventType | string {
  const type: string = event.type
  switch (event.type) {
    case 'booking.created':
    case 'booking.cancelled':
      return event.data
    case 'event_type.deleted':
      return event.previous?.title ?? event.data
    default:
      // @ts-expect-error: it may be the event of anything else
      event.data.guest.name
      return type
  }
}
export function of(event: WebhookEvent): Contact | Member | WebhookEndpoint | undefined {
  if (event.type === 'contact.updated' || event.type === 'member.added') return event.data
  return event.type === 'webhook_endpoint.disabled' ? event.data : undefined
}
export const unlisted = (event: WebhookEvent) => (event.type === 'ping' ? event.data.anything : event.id)
export const made: WebhookEvent['mode'] = 'live'
// @ts-expect-error: there is no such type
export const misspelt = (event: WebhookEvent) => event.type === 'booking.canceled'
export const caught = (error: unknown) => error instanceof WebhookError && error.code === 'too_old'
export const use = async (request: Request) =>
  unwrap(await request.text(), await sign('{}', ['whsec_AAAA']), [await explain(1, request.headers, undefined)])
`

/** The README's own code: its imports, and each example as a function. */
async function readme() {
  const text = await readFile(join(sdk, 'README.md'), 'utf8')
  const examples = Array.from(text.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = '']) => code)
  expect(examples.length).toBeGreaterThan(4)
  return examples.map((code, index) => {
    const client = code.includes('const letsmeet =') ? '' : 'const letsmeet = new LetsMeet()'
    return `export async function example${index}() {\n${client}\n${code.replace(/^import .*$/gm, '')}}`
  })
}

test('the examples of the README fit the types', async () => {
  const names = `import { isCode, LetsMeet } from '@letsmeet/sdk'
    import { explain, sign, unwrap, WebhookError } from '@letsmeet/sdk/webhooks'
    declare const signal: AbortSignal, undici: any, dispatcher: any, secret: string
    declare const save: (...values: unknown[]) => Promise<void>`
  await expectNoErrors({ 'readme.mts': [names, ...(await readme())].join('\n') }, DOM)
})

test.each([
  ['a browser', ['esm.mts', 'cjs.cts'], DOM],
  ['Node', ['esm.mts'], NODE],
])('types fit %s, in %j', async (_, names, options) => {
  const programs = names.flatMap((name) => [
    [name, typed],
    [`webhooks-${name}`, typedWebhooks],
  ])

  await expectNoErrors(Object.fromEntries(programs), options)
})

/** All that the same options hold for in one run of the compiler: most of its time goes into what they share. */
async function expectNoErrors(sources: Record<string, string>, options: string[]) {
  for (const [name, source] of Object.entries(sources)) await writeFile(join(project, name), source)
  const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2022']
  const tsc = join(root, 'node_modules/.bin/tsc')
  await run(tsc, [...flags, ...options, ...Object.keys(sources)], { cwd: project }).catch(({ stdout, message }) => {
    throw new Error(stdout || message)
  })
}

test('publint has nothing to say about what is published', async () => {
  const data = await readFile(tarball)
  const { messages } = await publint({
    pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.length) },
    strict: true,
  })
  expect(messages).toEqual([])
})

test('the types are right for every way to resolve modules', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(await readFile(tarball)))
  expect(analysis).toMatchObject({ types: { kind: 'included' }, problems: [] })
})

test('it has no dependencies', async () => {
  const manifest = JSON.parse(await readFile(join(sdk, 'package.json'), 'utf8'))
  expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(['devDependencies'])
})

/** min+gzip, in kB, as a bundler makes it of a module that exports this. */
async function bundledSize(source: string) {
  const outDir = join(project, 'bundle')
  await writeFile(join(project, 'bundled.js'), source)
  const entry = { bundle: join(project, 'bundled.js') }
  const bundling = { noExternal: [/./], minify: true, clean: true, treeshake: false, splitting: false }
  await build({ entry, outDir, format: 'esm', target: 'es2022', silent: true, config: false, ...bundling })
  const [file = ''] = await readdir(outDir)
  return gzipSync(await readFile(join(outDir, file))).length / 1000
}

test.each([
  ['the client, with every resource in it', 9, `export * from '@letsmeet/sdk'`],
  ['unwrap', 1.5, `export { unwrap } from '@letsmeet/sdk/webhooks'`],
  ['everything about webhooks', 6, `export * from '@letsmeet/sdk/webhooks'`],
])('%s is small', async (_, limit, source) => {
  const size = await bundledSize(source)
  expect(size).toBeLessThanOrEqual(limit)
  expect(size).toBeGreaterThan(limit / 4)
})
