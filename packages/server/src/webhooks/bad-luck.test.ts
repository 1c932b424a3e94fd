import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { dialect } from '../config.ts'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { authority, expired, key } from '../testing/certificates.ts'
import { answer, receiver as rawReceiver } from '../testing/receiver.ts'
import { makeFolder } from '../testing/server-process.ts'
import { startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts'

let app: TestApp
let receiver: WebhookReceiver
let hour = 0
/** Where names lead, one answer after the other; the last one stays. */
const names = new Map<string, string[]>()

beforeAll(async () => {
  app = await startTestApp({
    options: {
      webhooks: {
        deadlineMs: 1000,
        ca: authority,
        resolve: async (host) => {
          const found = names.get(host) ?? []
          const address = found.length > 1 ? found.shift() : found[0]
          if (!address) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' })
          return [{ address, family: 4 }]
        },
      },
    },
  })
  await app.patch(`/event-types/${app.eventTypeId}`, { window: { kind: 'unlimited' } })
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.travel('2030-01-07T08:00:00Z')
  for (const { id } of (await app.get('/webhook-endpoints?limit=100')).body.data)
    await app.delete(`/webhook-endpoints/${id}`)
  receiver = await startReceiver()
  return () => receiver.close()
})

const endpoint = async (more: object = {}) =>
  (await app.post('/webhook-endpoints', { url: receiver.url, eventTypes: ['booking.*'], ...more })).body
const book = async () => {
  const start = new Date(Date.UTC(2030, 0, 7 + 7 * Math.floor(hour / 8), 9 + (hour % 8))).toISOString()
  hour++
  const made = await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest })
  expect(made.status).toBe(201)
  return made.body
}
const deliveriesOf = async ({ id }: { id: string }) =>
  (await app.get(`/webhook-deliveries?limit=100&endpointId=${id}`)).body.data.reverse()
const attemptsOf = async ({ id }: { id: string }) =>
  (await app.get(`/webhook-deliveries/${id}/attempts`)).body.data.reverse()
const later = async (seconds: number) =>
  app.travel(new Date(app.services.now().getTime() + seconds * 1000).toISOString())
/** Settles, and does `meanwhile` while the first attempt is at the receiver, which then answers `status`. */
async function whileInFlight(status: number, meanwhile: () => Promise<unknown>): Promise<void> {
  const answering = Promise.withResolvers<() => void>()
  receiver.answer = (_, response) => {
    receiver.answer = 200
    answering.resolve(() => void response.writeHead(status).end())
  }
  const settled = app.settle()
  const reply = await answering.promise
  await meanwhile()
  reply()
  await settled
}

const tenBytesATime = (socket: Socket) => {
  socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n')
  const drip = setInterval(() => socket.write('x'.repeat(10)), 20)
  socket.on('close', () => clearInterval(drip))
}
/** A gigabyte, as fast as it is read. */
const gigabyte = (socket: Socket) => {
  const chunk = 'x'.repeat(65_536)
  let left = 16_384
  socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${left * chunk.length}\r\n\r\n`)
  const pump = () => {
    while (left > 0 && !socket.destroyed) {
      left--
      if (!socket.write(chunk)) return
    }
  }
  socket.on('drain', pump)
  pump()
}
const moved = answer(301, { location: 'http://10.0.0.1/' })

describe('one attempt', () => {
  test.each<[string, (socket: Socket) => void, object]>([
    ['answers 500', (socket) => void socket.end(answer(500)), { errorCode: 'http_error', responseStatus: 500 }],
    ['redirects', (socket) => void socket.end(moved), { errorCode: 'redirect', responseStatus: 301 }],
    ['hangs', () => {}, { errorCode: 'timeout', responseStatus: null }],
    ['drips', tenBytesATime, { errorCode: 'timeout', responseStatus: 200 }],
    [
      'hangs up in the middle of its headers',
      (socket) => void socket.end('HTTP/1.1 200 OK\r\nx-a: b\r\n'),
      { errorCode: 'connection_reset', responseStatus: null },
    ],
    ['talks nonsense', (socket) => void socket.end('nonsense\r\n\r\n'), { errorCode: 'invalid_response' }],
  ])('at a receiver that %s is logged, and made again five seconds later', async (_, reply, expected) => {
    const { port } = await rawReceiver(reply)
    const made = await endpoint({ url: `http://127.0.0.1:${port}/` })
    await book()
    await app.settle()

    const [delivery] = await deliveriesOf(made)
    const attempts = await attemptsOf(delivery)
    expect(attempts).toEqual([expect.objectContaining({ number: 1, trigger: 'auto', ...expected })])
    expect(attempts[0].timings.totalMs).toBeGreaterThan(0)
    expect(attempts[0].errorDetail).toMatch(/\w.*\.$/)
    expect(attempts[0].nextAttemptAt).toBe(delivery.nextAttemptAt)
    expect(Date.parse(delivery.nextAttemptAt) - app.services.now().getTime()).toSatisfy(
      (ms: number) => ms >= 4000 && ms <= 6000,
    )
    expect(delivery).toMatchObject({ status: 'failed', attemptCount: 1, ...expected })
  })

  test('at a receiver that sends a gigabyte succeeds, and little of it is kept', async () => {
    const { port } = await rawReceiver(gigabyte)
    const made = await endpoint({ url: `http://127.0.0.1:${port}/` })
    await book()
    await app.settle()

    const [delivery] = await deliveriesOf(made)
    const [attempt] = await attemptsOf(delivery)
    expect(delivery).toMatchObject({ status: 'succeeded', nextAttemptAt: null })
    expect(attempt.response.truncated).toBe(true)
    expect(attempt.response.body).toHaveLength(16_384)
  })

  test('at a receiver with an expired certificate never sends the event', async () => {
    const server = createTlsServer({ key, cert: expired }, () => {}).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const made = await endpoint({ url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/` })
    await book()
    await app.settle()

    const [delivery] = await deliveriesOf(made)
    expect(delivery).toMatchObject({ status: 'failed', errorCode: 'tls_failed', attemptCount: 1 })
    expect((await attemptsOf(delivery))[0].errorDetail).toBe('The certificate has expired; renew it.')
  })

  test('at a name that does not exist, or leads elsewhere by now, sends nothing; once it is right again it arrives', async () => {
    const { port, sockets } = await rawReceiver((socket) => void socket.end(answer(200, { connection: 'close' })))
    const made = await endpoint({ url: `http://hooks.example.test:${port}/` })
    await book()
    await app.settle()
    names.set('hooks.example.test', ['10.0.0.1'])
    await later(7)
    const soFar = sockets.length
    names.set('hooks.example.test', ['127.0.0.1', '10.0.0.1'])
    await later(400)
    await book()
    await app.settle()

    const [first, second] = await deliveriesOf(made)
    expect((await attemptsOf(first)).map((one: { errorCode: string }) => one.errorCode)).toEqual([
      'dns_failed',
      'private_address',
      null,
    ])
    expect(soFar).toBe(0)
    expect(first.status).toBe('succeeded')
    expect(second).toMatchObject({ status: 'failed', errorCode: 'private_address' })
    expect(sockets).toHaveLength(1)
  })
})

describe('while an attempt is at the receiver', () => {
  test('the endpoint is deleted: a success is logged, a failure is not tried again', async () => {
    for (const [status, expected] of [
      [200, 'succeeded'],
      [500, 'failed'],
    ] as const) {
      const made = await endpoint()
      const booking = await book()
      await whileInFlight(status, () => app.delete(`/webhook-endpoints/${made.id}`))
      await app.post(`/bookings/${booking.id}/cancel`)
      await later(86_400)

      const [delivery, ...others] = await deliveriesOf(made)
      expect(delivery).toMatchObject({ status: expected, attemptCount: 1, nextAttemptAt: null })
      expect(others).toEqual([])
    }
    expect(receiver.received).toHaveLength(2)
  })

  test('the endpoint is switched off: a failure is held, and sent when it is on again', async () => {
    const made = await endpoint()
    await book()
    await whileInFlight(500, () => app.patch(`/webhook-endpoints/${made.id}`, { enabled: false }))
    const [held] = await deliveriesOf(made)
    await later(600)
    const whileOff = receiver.received.length
    await app.post(`/webhook-endpoints/${made.id}/enable`)
    await app.settle()

    const [delivery] = await deliveriesOf(made)
    expect(held).toMatchObject({ status: 'held', attemptCount: 1, nextAttemptAt: null })
    expect(whileOff).toBe(1)
    expect(delivery).toMatchObject({ status: 'succeeded', attemptCount: 2 })
  })

  test('the endpoint is switched off: a success stays one, and lets what follows on the booking go', async () => {
    const made = await endpoint({ ordering: 'per_booking' })
    const booking = await book()
    await app.post(`/bookings/${booking.id}/cancel`)
    await whileInFlight(200, () => app.patch(`/webhook-endpoints/${made.id}`, { enabled: false }))
    const before = await deliveriesOf(made)
    await app.post(`/webhook-endpoints/${made.id}/enable`)
    await app.settle()

    expect(before.map((one: { status: string }) => one.status)).toEqual(['succeeded', 'held'])
    expect(receiver.received.map((one) => one.body.type)).toEqual(['booking.created', 'booking.cancelled'])
  })

  test('the secret is rotated: the retry is signed with the new one', async () => {
    const made = await endpoint()
    const secrets: string[] = []
    await book()
    await whileInFlight(500, async () => {
      const rotated = await app.post(`/webhook-endpoints/${made.id}/rotate-secret`, { overlapSeconds: 0 })
      secrets.push(rotated.body.secret)
    })
    await later(7)

    const [before, after] = receiver.received
    if (!before || !after) throw new Error('Two should have come.')
    expect(new Webhook(made.secret).verify(before.text, before.headers)).toBeTruthy()
    expect(new Webhook(secrets[0] ?? '').verify(after.text, after.headers)).toBeTruthy()
    expect(after.text).toBe(before.text)
  })

  test('it is asked for again: it is sent again, and a late failure of the first does not undo the success', async () => {
    const made = await endpoint()
    await book()
    await whileInFlight(500, async () => {
      const [delivery] = await deliveriesOf(made)
      await app.post(`/webhook-deliveries/${delivery.id}/redeliver`)
      const again = app.settle()
      await expect.poll(() => receiver.received.length).toBe(2)
      await expect.poll(async () => (await deliveriesOf(made))[0].status).toBe('succeeded')
      void again
    })
    await later(86_400)

    const [delivery] = await deliveriesOf(made)
    const attempts = await attemptsOf(delivery)
    expect(delivery).toMatchObject({ status: 'succeeded', attemptCount: 2, nextAttemptAt: null })
    // In the order in which they ended.
    const inOrder = attempts.toSorted((a: { number: number }, b: { number: number }) => a.number - b.number)
    expect(inOrder.map((one: { trigger: string; errorCode: string }) => [one.trigger, one.errorCode])).toEqual([
      ['manual', null],
      ['auto', 'http_error'],
    ])
    expect(receiver.received).toHaveLength(2)
  })

  test('it is switched off and on: it is sent again at once, and the first success ends it', async () => {
    const made = await endpoint()
    await book()
    await whileInFlight(200, async () => {
      await app.patch(`/webhook-endpoints/${made.id}`, { enabled: false })
      await app.post(`/webhook-endpoints/${made.id}/enable`)
    })
    await later(86_400)

    const [delivery] = await deliveriesOf(made)
    expect(delivery).toMatchObject({ status: 'succeeded', nextAttemptAt: null })
    expect(receiver.received.length).toBeLessThanOrEqual(2)
  })
})

test('a redelivery of an older event does not let a blocked one pass the one that it waits for', async () => {
  const made = await endpoint({ ordering: 'per_booking' })
  const booking = await book()
  await app.settle()
  receiver.answer = (_, response, { body }) =>
    void response.writeHead(body.type === 'booking.rescheduled' ? 500 : 200).end()
  const start = new Date(Date.parse(booking.start) + 30 * 60_000).toISOString()
  expect((await app.post(`/bookings/${booking.id}/reschedule`, { start })).status).toBe(200)
  await app.post(`/bookings/${booking.id}/cancel`)
  await app.settle()
  const [first] = await deliveriesOf(made)
  await app.post(`/webhook-deliveries/${first.id}/redeliver`)
  await app.settle()
  const before = receiver.received.map((one) => one.body.type)
  receiver.answer = 200
  await later(7)

  expect(before).toEqual(['booking.created', 'booking.rescheduled', 'booking.created'])
  expect(receiver.received.slice(3).map((one) => one.body.type)).toEqual(['booking.rescheduled', 'booking.cancelled'])
})

test('an endpoint that is half-open is sent one probe, however much happens meanwhile', async () => {
  const made = await endpoint()
  receiver.answer = 500
  for (let i = 0; i < 10; i++) await book()
  for (let i = 0; i < 5; i++) await later(7)
  const open = (await app.get(`/webhook-endpoints/${made.id}`)).body
  const other = await startReceiver()
  onTestFinished(() => other.close())
  await endpoint({ url: other.url })
  app.pass(new Date(app.services.now().getTime() + 60_000).toISOString())
  const before = receiver.received.length
  const settling: Promise<void>[] = []
  await whileInFlight(500, async () => {
    for (const sent of [1, 2]) {
      await book()
      settling.push(app.settle())
      // Whoever sends to the other has looked at this one, too.
      await expect.poll(() => other.received.length).toBe(sent)
    }
    expect(receiver.received.length - before).toBe(1)
  })
  await Promise.all(settling)

  expect(open.breaker).toBe('open')
  expect(receiver.received.length - before).toBe(1)
  expect((await app.get(`/webhook-endpoints/${made.id}`)).body.breaker).toBe('open')
})

test('twenty endpoints that never answer leave room for the one that does', async () => {
  const { port } = await rawReceiver(() => {})
  const dead = await Promise.all(Array.from({ length: 20 }, () => endpoint({ url: `http://127.0.0.1:${port}/` })))
  const healthy = await endpoint()
  for (let i = 0; i < 8; i++) await book()
  const settled = app.settle()
  await expect.poll(() => receiver.received.length, { timeout: 5000 }).toBe(8)
  const waiting = (await Promise.all(dead.map(deliveriesOf))).flat()
  await settled

  expect(waiting.every((one) => one.status !== 'succeeded')).toBe(true)
  expect((await deliveriesOf(healthy)).every((one: { status: string }) => one.status === 'succeeded')).toBe(true)
})

test.skipIf(dialect === 'postgres')(
  'outcomes that cannot be written are written as soon as they can, and nothing is sent twice',
  async () => {
    const folder = makeFolder()
    const own = await startTestApp({ env: { LETSMEET_DATA: folder.path } })
    onTestFinished(() => own.close().finally(folder.remove))
    const made = (await own.post('/webhook-endpoints', { url: receiver.url })).body
    await own.post(`/webhook-endpoints/${made.id}/test`)
    const disk = new Database(join(folder.path, 'letsmeet.db'))
    disk.exec("create trigger full before insert on webhook_attempts begin select raise(abort, 'disk is full'); end")
    await own.settle()
    const unwritten = (await own.get('/webhook-deliveries')).body.data[0]
    disk.exec('drop trigger full')
    disk.close()
    await own.settle()

    expect(unwritten).toMatchObject({ status: 'pending', attemptCount: 0 })
    expect((await own.get('/webhook-deliveries')).body.data[0]).toMatchObject({ status: 'succeeded', attemptCount: 1 })
    expect(receiver.received).toHaveLength(1)
  },
)
