import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { startReceiver, type WebhookReceiver } from '../../server/src/testing/webhook-receiver.ts'
import { type Cli, cliFor } from './testing/run.ts'

let app: TestApp
let letsmeet: Cli
let receiver: WebhookReceiver
let hour = 0

beforeAll(async () => {
  app = await startTestApp()
  letsmeet = cliFor(app)
})

afterAll(() => app.close())

beforeEach(async () => {
  await app.travel('2030-01-07T08:00:00Z')
  for (const { id } of (await app.get('/webhook-endpoints?limit=100')).body.data)
    await app.delete(`/webhook-endpoints/${id}`)
  receiver = await startReceiver()
  return () => receiver.close()
})

const endpoint = async (...args: string[]) => letsmeet.json('webhooks', 'create', receiver.url, ...args)

/** Books, and sends what follows. */
async function book(): Promise<void> {
  const start = new Date(Date.UTC(2030, 0, 8 + 7 * Math.floor(hour / 8), 9 + (hour++ % 8))).toISOString()
  expect((await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest })).status).toBe(201)
  await app.settle()
}

/** Runs a command that waits for an answer, on a server that sends when it is told to. */
async function whileSending<T>(command: Promise<T>): Promise<T> {
  let isDone = false
  const ended = command.finally(() => {
    isDone = true
  })
  while (!isDone) {
    await app.settle()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return ended
}

test('an endpoint is made with its secret on standard output alone, and shown, changed and deleted', async () => {
  const made = await letsmeet.ok(
    ...['webhooks', 'create', receiver.url, '--type', 'booking.*', '--event-type', '30min', '--description', 'Rooms'],
    ...['--header', 'X-Room: blue', '--ordering', 'per_booking', '--max-per-second', '5'],
  )
  const [, id = ''] = /Endpoint +(we_\w+)/.exec(made.stderr) ?? []

  expect(made.stdout).toMatch(/^whsec_[\w+/=]+\n$/)
  expect(made.stderr).toContain('shown this once')
  const shown = await letsmeet.ok('webhooks', 'get', receiver.url)
  expect(shown.stdout).toMatch(/State +enabled\n/)
  expect(shown.stdout).toMatch(/Events +booking\.\*\nEvent types +only of et_\w+\nHeaders +X-Room: blue\n/i)
  expect(shown.stdout + shown.stderr).not.toContain('whsec_')
  const changed = await letsmeet.json('webhooks', 'update', id, '--type', '*', '--body', '{"filter":null}')
  expect(changed).toMatchObject({ id, eventTypes: ['*'], filter: null, maxPerSecond: 5, description: 'Rooms' })
  expect((await letsmeet.ok('webhooks', 'list')).stdout).toMatch(new RegExp(`${id} +enabled +all +http`))
  expect(await letsmeet.json('webhooks', 'delete', id)).toEqual({ id, deleted: true })
  const gone = await letsmeet('webhooks', 'get', id)
  expect([gone.code, gone.stderr]).toEqual([5, expect.stringContaining('letsmeet webhooks list')])
})

test('a test shows the answer of the receiver, and fails when it does not take it', async () => {
  const { id } = await endpoint()

  const good = await whileSending(letsmeet('webhooks', 'test', id, '--timezone', 'UTC'))
  receiver.answer = 500
  const bad = await whileSending(letsmeet('webhooks', 'test', id, '--type', 'booking.created'))

  expect(good.code).toBe(0)
  expect(good.stdout).toMatch(/Type +ping\nState +succeeded/)
  expect(good.stdout).toMatch(/Try 1, Mon 7 Jan 2030 08:00:00 \(UTC\)\nOutcome +200\n/)
  expect(good.stdout).toMatch(/Body +thank you\nTiming .*\n( +\S.* ms\n)* +in all +\d+\.\d ms/)
  expect(bad.code).toBe(1)
  expect(bad.stdout).toMatch(/Outcome +500\nWhy +.*\(http_error\)/)
  const asJson = await letsmeet.json('webhooks', 'test', id, '--no-wait')
  expect(asJson).toMatchObject({ delivery: { eventType: 'ping', status: 'pending' }, attempt: null })
})

test('deliveries are found by state and type, and each try says why it failed and when the next one is', async () => {
  const { id } = await endpoint('--type', 'booking.*')
  await book()
  receiver.answer = 500
  await book()
  await app.travel('2030-01-07T08:00:07Z')

  const failed = await letsmeet.json('webhooks', 'deliveries', id, '--status', 'failed', '--type', 'booking.created')
  const listed = await letsmeet.ok('webhooks', 'deliveries', receiver.url, '--since', '2030-01-07', '--timezone', 'UTC')
  const [{ id: delivery }] = failed.data
  const shown = await letsmeet.ok('webhooks', 'attempts', delivery, '--timezone', 'UTC')
  const first = await letsmeet.ok('webhooks', 'attempts', delivery, '--try', '1')
  const payload = await letsmeet.ok('webhooks', 'attempts', delivery, '--payload')

  expect(failed.data).toHaveLength(1)
  expect(listed.stdout).toMatch(/booking\.created +failed, to retry +500 +2 +Mon 7 Jan 2030 08:0\d\n/)
  expect(listed.stdout).toMatch(/booking\.created +succeeded +200 +1\n/)
  expect((await letsmeet.ok('webhooks', 'deliveries', '--until', '2030-01-01')).stderr).toBe('No deliveries.\n')
  expect(shown.stdout).toMatch(/Next try +Mon 7 Jan 2030 08:0\d \(UTC\)/)
  expect(shown.stdout).toMatch(/TRY +WHEN \(UTC\) .*\n +1 +Mon 7 Jan 2030 08:00:00 +schedule +500 .*\n +2 /)
  expect(shown.stdout).toContain('Try 2,')
  expect(first.stdout).toContain('Try 1,')
  expect(payload.stdout).toBe(receiver.received.at(-1)?.text)
  expect((await letsmeet.json('webhooks', 'attempts', delivery)).attempts).toHaveLength(2)
  expect((await letsmeet('webhooks', 'attempts', delivery, '--try', '9')).code).toBe(5)
})

test('what failed is sent again, one delivery, one event or a whole time', async () => {
  const { id } = await endpoint('--type', 'booking.*')
  receiver.answer = 500
  await book()
  await book()
  const { data } = await letsmeet.json('webhooks', 'deliveries', id)
  receiver.answer = 200

  const count = await letsmeet.ok('webhooks', 'recover', id, '--since', '2030-01-07', '--dry-run')
  const again = await whileSending(letsmeet('webhooks', 'redeliver', data[0].id))
  const recovered = await letsmeet.json('webhooks', 'recover', id, '--since', '2030-01-07', '--type', 'booking.*')
  await app.settle()
  const resent = await letsmeet.ok('events', 'resend', data[0].eventId, '--endpoint', id)
  await app.settle()

  expect(count.stdout).toBe('2 deliveries would be sent again.\n')
  expect([again.code, again.stdout]).toEqual([0, expect.stringMatching(/State +succeeded/)])
  expect(recovered).toEqual({ count: 1 })
  expect(resent.stdout).toMatch(new RegExp(`${data[0].id} +${id} +yes`))
  expect(receiver.received).toHaveLength(5)
  const nothing = await letsmeet.ok('webhooks', 'recover', id, '--since', '2030-01-07')
  expect(nothing.stdout).toBe('Nothing failed then.\n')
})

test('an event that went nowhere says so, and one that is switched off keeps no other waiting', async () => {
  const [off, on] = [await endpoint('--type', 'booking.*'), await endpoint('--type', 'booking.*')]
  await book()
  const { data } = await letsmeet.json('webhooks', 'deliveries', on.id)
  await letsmeet.ok('webhooks', 'disable', off.id)
  const made = (await app.get('/events?type=webhook_endpoint.created')).body.data[0]

  const resent = await letsmeet('events', 'resend', data[0].eventId)
  const nowhere = await letsmeet('events', 'resend', made.id)

  expect(resent.code).toBe(6)
  expect(resent.stdout).toMatch(new RegExp(`${off.id} +no: .*switched off`))
  expect(resent.stdout).toMatch(new RegExp(`${on.id} +yes`))
  expect([nowhere.code, nowhere.stderr]).toEqual([5, expect.stringContaining('No webhook endpoint got this event')])
})

test('an endpoint that is disabled says since when, why, and how to go on', async () => {
  const { id } = await endpoint()
  receiver.answer = 410
  await book()

  const { stdout } = await letsmeet.ok('webhooks', 'get', id, '--timezone', 'UTC')
  const refused = await letsmeet('webhooks', 'test', id)
  receiver.answer = 200
  const enabled = await letsmeet.json('webhooks', 'enable', id)

  expect(stdout).toMatch(
    /State +disabled: answered 410 \(since Mon 7 Jan 2030 08:00\)\nWhat to do +letsmeet webhooks enable we_/,
  )
  expect([refused.code, refused.stderr]).toEqual([6, expect.stringContaining('letsmeet webhooks enable')])
  expect(enabled).toMatchObject({ enabled: true, disabledReason: null })
})

test('an endpoint that keeps failing is shown as paused', async () => {
  const { id } = await endpoint('--type', 'booking.*')
  receiver.answer = 500
  for (let times = 0; times < 10; times++) await book()

  const { stdout } = await letsmeet.ok('webhooks', 'list', '--timezone', 'UTC')

  expect(stdout).toMatch(new RegExp(`${id} +paused, since it fails +Mon 7 Jan 2030 08:00 +booking`))
})

test('a secret is rotated, both sign for a while, and the old one is revoked', async () => {
  const { id, secret } = await endpoint()

  const rotated = await letsmeet.ok('webhooks', 'rotate-secret', id, '--overlap', '2d', '--timezone', 'UTC')
  const twice = await letsmeet('webhooks', 'rotate-secret', id)

  expect(rotated.stdout).toMatch(/^whsec_/)
  expect(rotated.stdout).not.toContain(secret)
  expect(rotated.stderr).toMatch(/Old secret +signs too until Wed 9 Jan 2030 08:00 \(UTC\)/)
  expect([twice.code, twice.stderr]).toEqual([6, expect.stringContaining('--force')])
  expect((await letsmeet.json('webhooks', 'revoke-previous-secret', id)).previousSecretExpiresAt).toBeNull()
})

test.each([
  [['webhooks', 'create', 'ftp://example.com'], 2, 'Send an http or https URL.'],
  [['webhooks', 'create', 'https://example.com', '--type', 'booking.exploded'], 2, 'booking.created'],
  [['webhooks', 'create', 'https://example.com', '--header', 'nothing'], 2, '--header needs "Name: value"'],
  [['webhooks', 'get', 'https://nobody.example'], 5, 'letsmeet webhooks list'],
  [['webhooks', 'attempts', 'wd_nothing'], 5, 'letsmeet webhooks deliveries'],
  [['webhooks', 'deliveries', '--since', '2'], 2, 'Write 2h'],
  [['webhooks', 'recover', 'we_x'], 2, '--since is missing'],
])('%j is refused with a way out', async (args, code, words) => {
  const refused = await letsmeet(...args)

  expect([refused.code, refused.stderr]).toEqual([code, expect.stringContaining(words)])
})
