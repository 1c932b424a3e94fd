import { unwrap } from '@letsmeet/sdk/webhooks'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { startFaultyLine } from './testing/faulty-line.ts'
import { type Receiver, startReceiver } from './testing/receiver.ts'
import { type Cli, cliFor } from './testing/run.ts'

let app: TestApp
let receiver: Receiver
let letsmeet: Cli

beforeAll(async () => {
  // Signatures carry the real time, as receivers have it.
  app = await startTestApp()
  receiver = await startReceiver()
  letsmeet = cliFor(app)
})
beforeEach(() => {
  receiver.received.length = 0
  receiver.answers({ status: 200, body: 'ok' })
})
afterEach(async () => {
  const { data } = (await app.get('/bookings?limit=100&status=confirmed')).body
  for (const { id } of data) await app.post(`/bookings/${id}/cancel`)
})
afterAll(async () => {
  receiver.close()
  await app.close()
})

const book = async (hour: number) => {
  const start = `2030-01-08T${String(hour).padStart(2, '0')}:00:00Z`
  const guest = { name: 'Grace', email: 'grace@example.com', timezone: 'UTC' }
  const { status, body } = await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest })
  expect(status).toBe(201)
  return body
}

async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 20))
}

const linesOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const eventsOf = (stdout: string) => linesOf(stdout).filter(({ kind }) => kind === 'event')

/** A session that hears nothing by itself: what happens waits for whoever listens. */
const newSession = (...args: string[]) => letsmeet.json('listen', '--print-secret', ...args)
const hear = (id: string, count: number, ...args: string[]) =>
  letsmeet('listen', '--session', id, '--exit-after', String(count), '--json', ...args)

test('passes each event on byte for byte, and the answer is in the log', async () => {
  const { id, secret } = await newSession('--events', 'booking.*')
  const booking = await book(9)

  const heard = await hear(id, 1, '--forward-to', receiver.url)

  const [request] = receiver.received
  const [event] = eventsOf(heard.stdout)
  expect(heard.code).toBe(0)
  expect(request).toMatchObject({ method: 'POST', body: event.body, headers: event.headers })
  expect(Object.keys(request?.headers ?? {}).sort()).toEqual([
    ...['connection', 'content-length', 'content-type', 'host'],
    ...['webhook-attempt', 'webhook-id', 'webhook-signature', 'webhook-timestamp'],
  ])
  expect(await unwrap(event.body, event.headers, secret)).toMatchObject({
    type: 'booking.created',
    data: { id: booking.id },
  })
  expect(event.forwarded).toMatchObject({ url: receiver.url, status: 200, body: 'ok', error: null })
  const { body: delivery } = await app.get(`/webhook-deliveries/${event.deliveryId}`)
  expect(delivery).toMatchObject({ endpointId: id, status: 'succeeded', attemptCount: 1, responseStatus: 200 })
})

test('prints only the secret, for a session that hears what happens meanwhile', async () => {
  const printed = await letsmeet('listen', '--print-secret')
  const [, id = ''] = /letsmeet listen --session (we_\w+)/.exec(printed.stderr) ?? []
  await book(9)
  await book(10)

  const first = await hear(id, 1)
  const rest = await hear(id, 1, '--after', '1')

  expect([printed.code, printed.stdout]).toEqual([0, expect.stringMatching(/^whsec_[\w+/=]+\n$/)])
  expect([...eventsOf(first.stdout), ...eventsOf(rest.stdout)].map(({ seq, forwarded }) => [seq, forwarded])).toEqual([
    [1, null],
    [2, null],
  ])
})

test('tells programs of its session, of its connection and when it caught up', async () => {
  const since = '2030-01-07T08:00:00Z'
  await book(9)

  const { stdout } = await letsmeet(
    'listen',
    '--since',
    since,
    '--events',
    'booking.created,ping',
    '--exit-after',
    '1',
    '--json',
  )

  const [session, connected] = linesOf(stdout)
  expect(session).toMatchObject({ kind: 'session', id: expect.any(String), secret: expect.stringMatching(/^whsec_/) })
  expect(session.eventTypes).toEqual(['booking.created', 'ping'])
  expect(connected).toEqual({ kind: 'connected', missed: expect.any(Number) })
  expect(eventsOf(stdout)[0]).toMatchObject({ type: 'booking.created' })
  // The session ended with the command.
  expect((await hear(session.id, 1)).code).toBe(5)
})

test('shows lines to people, with the answer of their program', async () => {
  const { id } = await newSession('--events', 'booking.created')
  await book(9)
  await book(10)
  receiver.answers({ status: 500, body: 'broken' })

  const heard = await letsmeet('listen', '--session', id, '--forward-to', receiver.url, '--exit-after', '2')

  expect(heard.stdout.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d {2}booking\.created {7}evt_\w+ {2}500 {2}\d+ ms$/),
    expect.stringMatching(/^\d\d:\d\d:\d\d {2}booking\.created {7}evt_\w+ {2}500 {2}\d+ ms$/),
  ])
  expect(heard.stderr).toContain(
    `Listening as ${id}\nForwarding to ${receiver.url}\nConnected; catching up with 2 events.\n`,
  )
  expect(heard.stderr).toContain('2 events not accepted.')
  expect(heard.code).toBe(1)
})

test('logs why a program could not be reached, and that redirects are not followed', async () => {
  const { id } = await newSession('--events', 'booking.created')
  await book(9)
  const nobody = await hear(id, 1, '--forward-to', 'localhost:65530')
  await book(10)
  receiver.answers({ status: 307, headers: { location: receiver.url } })
  const moved = await hear(id, 1, '--forward-to', String(receiver.port))

  const [first, second] = [...eventsOf(nobody.stdout), ...eventsOf(moved.stdout)]
  expect([nobody.code, first.forwarded.status, first.forwarded.error]).toEqual([
    1,
    null,
    'nobody listens there (ECONNREFUSED)',
  ])
  expect([moved.code, second.forwarded.status, receiver.received.length]).toEqual([1, 307, 1])
  const { data } = (await app.get(`/webhook-deliveries/${first.deliveryId}/attempts`)).body
  expect(data).toEqual([expect.objectContaining({ errorDetail: 'nobody listens there (ECONNREFUSED)' })])
})

test('a sample that is triggered reaches whoever listens', async () => {
  const { id, secret } = await newSession('--events', 'ping')
  const { delivery } = await letsmeet.json('trigger', 'booking.cancelled', '--endpoint', id, '--no-wait')

  const heard = await hear(id, 1, '--forward-to', receiver.url)

  const [{ body, headers, deliveryId }] = eventsOf(heard.stdout)
  expect(await unwrap(body, headers, secret)).toMatchObject({
    type: 'booking.cancelled',
    data: { status: 'cancelled' },
  })
  expect([delivery.endpointId, delivery.id]).toEqual([id, deliveryId])
})

test('what happens while the connection is lost arrives afterwards, once', async () => {
  const line = await startFaultyLine(app.url)
  const { id } = await newSession('--events', 'booking.created')
  const heard = cliFor({ url: line.url, apiKey: app.apiKey })(
    ...['listen', '--session', id, '--exit-after', '3', '--forward-to', receiver.url, '--json'],
  )
  await book(9)
  await until(() => receiver.received.length === 1)
  line.cut()
  await book(10)
  await book(11)
  line.mend()

  const { stdout, code } = await heard
  line.close()
  const lines = linesOf(stdout)
  const lost = lines.findIndex(({ kind }) => kind === 'lost')
  expect([code, eventsOf(stdout).map(({ seq }) => seq), receiver.received.length]).toEqual([0, [1, 2, 3], 3])
  expect(lines[lost]).toMatchObject({ attempt: 1, why: expect.any(String) })
  expect(lines.slice(lost).find(({ kind }) => kind === 'connected')).toEqual({ kind: 'connected', missed: 2 })
})

test.each([
  [['--forward-to', 'ftp://x'], '--forward-to needs an address'],
  [['--since', 'noon'], 'noon'],
  [['--session', 'we_1', '--events', 'ping'], '--events'],
  [['--events', 'boking.*'], 'Send a type such as booking.created'],
])('%j is refused with a way out', async (args, sentence) => {
  const { code, stderr } = await letsmeet('listen', ...args)

  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)])
})

test('a session that has ended is told from one that is lost', async () => {
  const { code, stderr } = await hear('we_0WbXkT3nPq7YvLs2DfGh', 1).then(() =>
    letsmeet('listen', '--session', 'we_0WbXkT3nPq7YvLs2DfGh'),
  )

  expect([code, stderr]).toEqual([5, expect.stringContaining('Begin a new one with `letsmeet listen`.')])
})
