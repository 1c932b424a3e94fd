import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { guest, startTestApp, type TestApp } from '../../packages/server/src/testing/app.ts'
import { POST } from './app/api/webhooks/letsmeet/route.ts'

interface Receiver {
  url: string
  /** What it has told of its work so far, a line an event. */
  handled(): string[]
  close(): void
}

let app: TestApp
let endpoint: { id: string; secret: string }
let receiver: Receiver
let day: number

describe.each([
  ['Koa', startKoa],
  ['a route handler', startRoute],
])('%s', (_, start) => {
  beforeEach(async () => {
    day = 8
    app = await startTestApp()
    const url = 'http://localhost:4000'
    endpoint = (await app.post('/webhook-endpoints', { url, eventTypes: ['booking.*'] })).body
    receiver = await start(endpoint.secret)
    await app.patch(`/webhook-endpoints/${endpoint.id}`, { url: receiver.url })
    return async () => {
      receiver.close()
      await app.close()
    }
  })

  test('takes what a booking sends, and works on it', async () => {
    const booking = await book()

    expect(await newest()).toMatchObject({ status: 'succeeded', responseStatus: 200, attemptCount: 1 })
    await expect
      .poll(receiver.handled)
      .toEqual([expect.stringMatching(`evt_.*: ${guest.name} comes at ${booking.start}`)])
  })

  test('handles an event once, however often it comes', async () => {
    await book()
    const { id } = await newest()

    await app.post(`/webhook-deliveries/${id}/redeliver`, {})
    await app.settle()
    await book()

    expect((await attempts(id)).map((one: Attempt) => one.response.body)).toEqual(['I had that one.', 'Thank you.'])
    await expect.poll(() => receiver.handled().length).toBe(2)
  })

  test('refuses a body that was altered or written anew, and says why', async () => {
    await book()
    const { id } = await newest()
    const { body } = (await app.get(`/webhook-deliveries/${id}`)).body
    const [{ request }] = await attempts(id)
    const send = (bytes: string) =>
      fetch(receiver.url, { method: 'POST', headers: signed(request.headers), body: bytes })

    const altered = await send(body.replace(guest.name, 'Mallory'))
    const written = await send(JSON.stringify(JSON.parse(body), null, 2))

    expect([altered.status, await altered.text()]).toEqual([400, expect.stringContaining('has not signed this body')])
    expect([written.status, await written.text()]).toEqual([400, expect.stringContaining('parsed and written again')])
    await expect.poll(() => receiver.handled().length).toBe(1)
  })

  test('takes either secret while one is rotated, and the new one alone afterwards', async () => {
    const rotated = (await app.post(`/webhook-endpoints/${endpoint.id}/rotate-secret`, {})).body
    await book()
    const withOld = await newest()
    await restart(start, rotated.secret)
    await book()
    const withNew = await newest()
    await app.post(`/webhook-endpoints/${endpoint.id}/revoke-previous-secret`, {})
    await restart(start, `${endpoint.secret} ${rotated.secret}`)
    await book()
    const withBoth = await newest()
    await restart(start, endpoint.secret)
    await book()
    const withStale = await newest()

    expect([withOld, withNew, withBoth, withStale].map((one) => one.responseStatus)).toEqual([200, 200, 200, 400])
  })
})

interface Attempt {
  request: { headers: Record<string, string> }
  response: { body: string }
}

async function book() {
  const start = `2030-01-${String(day++).padStart(2, '0')}T10:00:00.000Z`
  const { status, body } = await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest })
  expect(status).toBe(201)
  await app.settle()
  return body
}

const newest = async () => (await app.get('/webhook-deliveries?limit=1')).body.data[0]
const attempts = async (id: string) => (await app.get(`/webhook-deliveries/${id}/attempts`)).body.data

const signed = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('webhook-')))

async function restart(start: (secrets: string) => Promise<Receiver>, secrets: string): Promise<void> {
  receiver.close()
  receiver = await start(secrets)
  await app.patch(`/webhook-endpoints/${endpoint.id}`, { url: receiver.url })
}

/** The program, in a process of its own. */
async function startKoa(secrets: string): Promise<Receiver> {
  const env = { ...process.env, WEBHOOK_SECRET: secrets, PORT: '0' }
  const program: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'server.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (!program.stdout) throw new Error('The example has no output.')
  const [line] = await once(program.stdout, 'data')
  let said = ''
  program.stdout.on('data', (chunk) => {
    said += chunk
  })
  return {
    url: /http:\S+/.exec(String(line))?.[0] ?? '',
    handled: () => said.split('\n').filter((one) => one.startsWith('evt_')),
    close: () => void program.kill(),
  }
}

/** The handler behind a server that hands it what arrives, as Next.js does. */
async function startRoute(secrets: string): Promise<Receiver> {
  vi.stubEnv('WEBHOOK_SECRET', secrets)
  const log = vi.spyOn(console, 'log').mockReturnValue()
  const errors = vi.spyOn(console, 'error').mockReturnValue()
  const server: Server = createServer(async (incoming, outgoing) => {
    const headers = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]))
    const request = new Request('https://shop.example.com/api/webhooks/letsmeet', {
      method: 'POST',
      headers,
      body: await text(incoming),
    })
    const response = await POST(request)
    outgoing.writeHead(response.status).end(await response.text())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/api/webhooks/letsmeet`,
    handled: () => log.mock.calls.map(([line]) => String(line)),
    close: () => {
      server.close()
      server.closeAllConnections()
      vi.unstubAllEnvs()
      log.mockRestore()
      errors.mockRestore()
    },
  }
}
