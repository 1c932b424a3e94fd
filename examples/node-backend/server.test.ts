import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../packages/server/src/testing/app.ts'

let app: TestApp
let backend: ChildProcess
let url: string
let keyId: string
beforeAll(async () => {
  app = await startTestApp({ now: new Date().toISOString() })
  const { body: key } = await app.post('/api-keys', { name: 'Shop', scopes: ['event-types:read', 'bookings:write'] })
  keyId = key.id
  const env = { ...process.env, LETSMEET_URL: app.url, LETSMEET_API_KEY: key.key, EVENT_TYPE: '30min', PORT: '0' }
  backend = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (!backend.stdout) throw new Error('The example has no output.')
  const [line] = await once(backend.stdout, 'data')
  url = /http:\S+/.exec(String(line))?.[0] ?? ''
})
afterAll(async () => {
  backend?.kill()
  await app?.close()
})

interface Day {
  date: string
  starts: string[]
}

const slots = async (): Promise<Day[]> => (await fetch(`${url}/slots?timezone=Europe/Berlin`)).json()

/** The n-th start that is open now. */
const open = async (n: number) => (await slots()).flatMap((day) => day.starts)[n]

async function book(body: unknown, headers: Record<string, string> = {}) {
  const signedIn = { cookie: 'session=grace', ...headers }
  const response = await fetch(`${url}/bookings`, { method: 'POST', headers: signedIn, body: JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

test('lists the open times of a week, day by day', async () => {
  const days = await slots()

  expect(days.length).toBeGreaterThanOrEqual(4)
  expect(days[0]).toEqual({ date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), starts: expect.any(Array) })
})

test('books for the customer who is signed in, once for a key', async () => {
  const start = await open(0)

  const first = await book({ start, timezone: 'Europe/Berlin' }, { 'idempotency-key': 'order-17' })
  const again = await book({ start, timezone: 'Europe/Berlin' }, { 'idempotency-key': 'order-17' })

  const { body } = await app.get('/bookings')
  expect(first).toMatchObject({ status: 201, body: { start, status: 'confirmed', manageUrl: expect.any(String) } })
  expect(again).toEqual(first)
  expect(body.data).toMatchObject([{ guest: { email: 'grace@example.com' }, metadata: { customer: 'cus_1042' } }])
})

test('says that a time is taken, and offers it no longer', async () => {
  const start = await open(1)
  await book({ start })

  const late = await book({ start })

  expect(late).toEqual({ status: 409, body: { error: 'That time was just taken; choose another.' } })
  expect((await slots()).flatMap((day) => day.starts)).not.toContain(start)
})

test.each([
  ['a start that is none', { start: 'tomorrow' }, {}, 400],
  ['no start', {}, {}, 400],
  ['no object', 'x', {}, 400],
  ['a stranger', { start: '2030-01-08T09:00:00Z' }, { cookie: '' }, 401],
])('refuses %s', async (_, body, headers, status) => {
  const refused = await book(body, headers)

  expect(refused).toEqual({ status, body: { error: expect.any(String) } })
})

test('keeps the troubles of its key to itself', async () => {
  await app.delete(`/api-keys/${keyId}`)

  const { status, body } = await book({ start: '2030-01-08T09:00:00Z' })

  expect([status, body]).toEqual([500, { error: 'Something went wrong.' }])
})
