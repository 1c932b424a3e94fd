import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { good, someone } from '../testing/factories.ts'
import { openSandbox, type TestSandbox } from '../testing/sandbox.ts'
import { startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts'
import { sandboxes } from './model.ts'

let app: TestApp
const receivers: WebhookReceiver[] = []
beforeAll(async () => {
  app = await startTestApp({ now: '2030-01-07T08:00:00Z', env: { LETSMEET_WEBHOOK_ALLOW_CIDRS: '127.0.0.0/8' } })
})
afterAll(() => app.close())
afterEach(async () => {
  await Promise.all(receivers.splice(0).map((one) => one.close()))
})

const clockOf = async (sandbox: TestSandbox) => (await sandbox.get('/sandboxes/current/clock')).body
const ask = (sandbox: TestSandbox, change: object) => sandbox.post('/sandboxes/current/clock', change)
const bookAt = async (sandbox: TestSandbox, start: string) =>
  (await good(sandbox.post('/bookings', { eventTypeId: sandbox.eventTypeId, start, guest: someone() }), 201)).body
const textsOf = (moved: { happened: { at: string; kind: string; type: string }[] }) =>
  moved.happened.map(({ at, kind, type }) => `${at.slice(5, 16)} ${kind} ${type}`)

describe('the clock', () => {
  test.each([
    [{ advance: '25h' }, '2031-03-02T09:00:00.000Z'],
    [{ advance: '1h30m' }, '2031-03-01T09:30:00.000Z'],
    [{ advance: 'P1M' }, '2031-04-01T08:00:00.000Z'],
    [{ advance: 'P3D' }, '2031-03-04T08:00:00.000Z'],
    [{ now: '2031-03-05T00:00:00+01:00' }, '2031-03-04T23:00:00.000Z'],
    [{ now: '2031-03-01T08:00:00Z' }, '2031-03-01T08:00:00.000Z'],
  ])('moved by %j shows %s, and stands still', async (change, now) => {
    const sandbox = await openSandbox(app, { now: '2031-03-01T08:00:00Z' })

    const moved = await sandbox.move(change)

    expect(moved).toMatchObject({ from: '2031-03-01T08:00:00.000Z', now, target: now, frozen: true, arrived: true })
    expect(await clockOf(sandbox)).toEqual({ now, frozen: true })
  })

  test.each([
    [{ now: '2031-03-01T07:59:59Z' }, 409, 'clock_backwards', '#/now'],
    [{ advance: '-1h' }, 400, 'invalid_duration', '#/advance'],
    [{ advance: '-P1D' }, 409, 'clock_backwards', '#/advance'],
    [{ advance: 'tomorrow' }, 400, 'invalid_duration', '#/advance'],
    [{ advance: '11000d' }, 400, 'too_far', '#/advance'],
    [{ advance: '9999999999999999d' }, 400, 'invalid_duration', '#/advance'],
    [{ now: '2031-03-02' }, 400, undefined, '#/now'],
    [{}, 400, 'choose_one', '#'],
    [{ advance: '1h', frozen: false }, 400, 'choose_one', '#'],
  ])('refuses %j, and does not move', async (change, status, code, pointer) => {
    const sandbox = await openSandbox(app, { now: '2031-03-01T08:00:00Z' })

    const { body, ...answer } = await ask(sandbox, change)

    expect(answer.status).toBe(status)
    expect(body.errors[0]).toMatchObject({ pointer, ...(code && { code }) })
    expect(await clockOf(sandbox)).toEqual({ now: '2031-03-01T08:00:00.000Z', frozen: true })
  })

  test('runs on once it is let go, and stands still again where it is stopped', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-01T08:00:00Z' })
    const began = app.services.now().getTime()

    await sandbox.move({ frozen: false })
    app.pass(new Date(began + 90_000).toISOString())
    const flowing = await clockOf(sandbox)
    await sandbox.move({ frozen: true })
    app.pass(new Date(began + 500_000).toISOString())

    expect(flowing).toEqual({ now: '2031-03-01T08:01:30.000Z', frozen: false })
    expect(await clockOf(sandbox)).toEqual({ now: '2031-03-01T08:01:30.000Z', frozen: true })
  })

  test('that runs on lets things happen by itself', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
    await bookAt(sandbox, '2031-03-03T10:00:00.000Z')
    const began = app.services.now().getTime()

    await sandbox.move({ frozen: false })
    app.pass(new Date(began + 61 * 60_000).toISOString())
    await app.settle()

    expect((await sandbox.mailbox()).filter((mail) => mail.kind === 'booking.reminder')).toHaveLength(1)
  })

  test('is moved from outside with a live key as well', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-01T08:00:00Z' })

    const moved = await app.post(`/sandboxes/${sandbox.id}/clock`, { advance: '1d' })

    expect(moved.body.now).toBe('2031-03-02T08:00:00.000Z')
    expect((await app.get(`/sandboxes/${sandbox.id}/clock`)).body.now).toBe('2031-03-02T08:00:00.000Z')
  })

  test('moved again under the same Idempotency-Key goes no farther', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-01T08:00:00Z' })
    const advance = (key: string) =>
      sandbox.post('/sandboxes/current/clock', { advance: '1d' }, { 'idempotency-key': key })

    const times = []
    for (const key of ['first', 'first', 'second', 'second']) times.push((await advance(key)).body.now)
    const other = await sandbox.post('/sandboxes/current/clock', { advance: '2d' }, { 'idempotency-key': 'second' })

    expect(times).toEqual([
      '2031-03-02T08:00:00.000Z',
      '2031-03-02T08:00:00.000Z',
      '2031-03-03T08:00:00.000Z',
      '2031-03-03T08:00:00.000Z',
    ])
    expect([other.status, other.body.code]).toEqual([422, 'idempotency_mismatch'])
    expect((await clockOf(sandbox)).now).toBe('2031-03-03T08:00:00.000Z')
  })

  test('that two move at once goes through both, one after the other', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-01T08:00:00Z' })
    await bookAt(sandbox, '2031-03-03T10:00:00.000Z')

    const both = await Promise.all([ask(sandbox, { advance: '1d' }), ask(sandbox, { advance: '2d' })])

    expect(both.map((one) => one.status)).toEqual([200, 200])
    expect((await clockOf(sandbox)).now).toBe('2031-03-04T08:00:00.000Z')
    expect((await sandbox.mailbox()).filter((mail) => mail.kind === 'booking.reminder')).toHaveLength(2)
  })
})

test('while another process moves a clock, what is due there is left to that one', async () => {
  const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
  const mine = eq(sandboxes.organizationId, sandbox.organizationId)
  const moveElsewhere = (untilMs: number | null) =>
    app.services.db.transaction((tx) => tx.update(sandboxes).set({ movedUntilMs: untilMs }).where(mine))
  await moveElsewhere(app.services.now().getTime() + 60_000)
  await bookAt(sandbox, '2031-03-05T10:00:00.000Z')

  const meanwhile = await sandbox.mailbox()
  const refused = await ask(sandbox, { advance: '1h' })
  await moveElsewhere(null)

  expect(meanwhile).toEqual([])
  expect([refused.status, refused.body.code]).toEqual([409, 'clock_moving'])
  expect(await sandbox.mailbox()).toHaveLength(2)
})

describe('on the way', () => {
  test('everything happens in order, each at its own time, and is told', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
    const receiver = await startReceiver(500)
    receivers.push(receiver)
    await good(sandbox.post('/webhook-endpoints', { url: receiver.url, eventTypes: ['booking.created'] }), 201)
    await good(
      sandbox.post('/links', { kind: 'one_off', eventTypeId: sandbox.eventTypeId, expiresAt: '2031-03-04T09:30:00Z' }),
      201,
    )
    const booking = await bookAt(sandbox, '2031-03-05T10:00:00.000Z')
    await sandbox.mailbox()
    receiver.answer = 200

    const moved = await sandbox.move({ now: '2031-03-06T08:00:00Z' })

    expect(textsOf(moved)).toEqual([
      // The first retry comes after five seconds.
      '03-03T08:00 webhook booking.created',
      '03-04T09:30 event link.expired',
      '03-04T10:00 event reminder.sent',
      '03-04T10:00 mail booking.reminder',
      '03-05T09:00 event reminder.sent',
      '03-05T09:00 mail booking.reminder',
      '03-05T10:30 event booking.ended',
    ])
    expect(moved.count).toBe(7)
    expect(moved.happened.find((one: { type: string }) => one.type === 'booking.ended').text).toBe(
      `Booking ended: 30 minute meeting with ${booking.guest.name}`,
    )
    expect(receiver.received.map((one) => one.headers['webhook-attempt'])).toEqual(['1', '2'])
  })

  test('webhooks carry the sandbox’s time and mode, signed at the real one', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
    const receiver = await startReceiver()
    receivers.push(receiver)
    await good(sandbox.post('/webhook-endpoints', { url: receiver.url, eventTypes: ['booking.*'] }), 201)
    await bookAt(sandbox, '2031-03-05T10:00:00.000Z')
    await sandbox.mailbox()

    const [first] = receiver.received
    const signedAt = Number(first?.headers['webhook-timestamp']) * 1000
    expect(first?.body).toMatchObject({
      type: 'booking.created',
      mode: 'test',
      timestamp: '2031-03-03T08:00:00.000Z',
      organizationId: sandbox.organizationId,
    })
    expect(Math.abs(signedAt - Date.now())).toBeLessThan(60_000)
  })

  test('an endpoint that stays down is retried for days and given up, in a moment', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
    const receiver = await startReceiver(503)
    receivers.push(receiver)
    await good(sandbox.post('/webhook-endpoints', { url: receiver.url, eventTypes: ['booking.created'] }), 201)
    await bookAt(sandbox, '2031-03-25T10:00:00.000Z')

    const moved = await sandbox.move({ advance: '7d' })

    const tries = moved.happened.filter((one: { kind: string }) => one.kind === 'webhook')
    expect(receiver.received.length).toBeGreaterThan(5)
    expect(tries.at(-1).text).toMatch(/given up\)$/)
    expect(tries[0].text).toMatch(/503 \(attempt 2, tried again at 2031-03-03T/)
  })

  test('the clocks of people change and elapsed time does not', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-05T10:00:00Z' })
    const { body } = await good(sandbox.post('/sandboxes/current/seed', { scenario: 'dst-weekend' }), 201)

    const moved = await sandbox.move({ now: '2031-04-02T00:00:00Z' })

    const starts = await Promise.all(
      body.bookingIds.map(async (id: string) => Date.parse((await sandbox.get(`/bookings/${id}`)).body.start)),
    )
    const wanted = starts.flatMap((start) => [start - 86_400_000, start - 3_600_000]).sort((a, b) => a - b)
    const sent = moved.happened.filter((one: { type: string }) => one.type === 'booking.reminder')
    expect(sent.map((one: { at: string }) => Date.parse(one.at))).toEqual(wanted)
  })

  test('what was due before the move belongs to the time before', async () => {
    const sandbox = await openSandbox(app, { now: '2031-03-03T08:00:00Z' })
    await bookAt(sandbox, '2031-03-25T10:00:00.000Z')

    const moved = await sandbox.move({ advance: '1h' })

    expect(moved).toMatchObject({ happened: [], count: 0 })
    expect(await sandbox.mailbox()).toMatchObject([
      { createdAt: '2031-03-03T08:00:00.000Z' },
      { createdAt: '2031-03-03T08:00:00.000Z' },
    ])
  })
})
