import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { startReceiver } from '../../server/src/testing/webhook-receiver.ts'
import { mailVerdict, publicUrlCheck } from './lib/doctor/account-checks.ts'
import { clockCheck, queueChecks } from './lib/doctor/server-checks.ts'
import { type Cli, cliFor, runWith } from './testing/run.ts'

let app: TestApp
let letsmeet: Cli

interface Found {
  name: string
  status: string
  detail: string
  action: string | null
}

beforeAll(async () => {
  app = await startTestApp()
  letsmeet = cliFor(app)
})

afterAll(() => app.close())

const named = (checks: Found[], name: string) => checks.find((check) => check.name === name)

/** A server that answers everything alike. */
async function answering(status: number, headers: Record<string, string>, body: string) {
  const server = createServer((_, response) => void response.writeHead(status, headers).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

test('a healthy server passes, with a line for each thing that was looked at', async () => {
  const { code, stdout } = await letsmeet('doctor')

  expect(code).toBe(0)
  expect(stdout).toMatch(/^ok +Server +http\S+ is ready/)
  expect(stdout).toMatch(/\nok +Clock +The server's clock agrees/)
  expect(stdout).toMatch(/\nok +Key +.*owner of .*it may do everything/)
  expect(stdout).toMatch(/\nok +Public URL +http\S+ answers, on this machine only/)
  expect(stdout).toMatch(/\nok +Webhooks +No endpoints\./)
  expect(stdout).toMatch(/\nok +Jobs +\d+ waiting/)
})

test('captured mail is a warning, an endpoint that was disabled a failure, each with what to do', async () => {
  const receiver = await startReceiver(410)
  await app.post('/webhook-endpoints', { url: receiver.url })
  await app.post('/bookings', { eventTypeId: app.eventTypeId, start: '2030-01-08T09:00:00Z', guest })
  await app.settle()

  const { code, json } = await letsmeet('doctor', '--json')
  await receiver.close()

  expect([code, json.ok]).toEqual([1, false])
  expect(named(json.checks, 'Mail')).toMatchObject({
    status: 'warn',
    action: expect.stringContaining('LETSMEET_SMTP_URL'),
  })
  expect(named(json.checks, 'Webhooks')).toMatchObject({
    status: 'fail',
    detail: `${receiver.url} is disabled: it answered 410.`,
    action: expect.stringContaining('letsmeet webhooks enable we_'),
  })
  expect(json.figures).toHaveProperty('letsmeet_webhook_attempts_total{result="failed"}')
})

test('a key that may not see something leaves it out, and one that is refused says how to log in', async () => {
  const { key } = (await app.post('/api-keys', { name: 'Reader', scopes: ['bookings:read'] })).body

  const reader = await cliFor({ url: app.url, apiKey: key })('doctor', '--json')
  const stranger = await cliFor({ url: app.url, apiKey: 'lm_live_nobody' })('doctor')
  const nobody = await runWith({ LETSMEET_URL: app.url, LETSMEET_API_KEY: '', XDG_CONFIG_HOME: '/nowhere' }, ['doctor'])

  expect(named(reader.json.checks, 'Webhooks')?.status).toBe('skipped')
  expect([stranger.code, stranger.stdout]).toEqual([1, expect.stringMatching(/\nFAIL +Key .*\n.*letsmeet login/)])
  expect([nobody.code, nobody.stdout]).toEqual([1, expect.stringMatching(/\nFAIL +Key +There is no API key for/)])
})

test('a server that is not there, and one that is something else, fail', async () => {
  const other = await answering(404, {}, 'nothing here')

  const absent = await cliFor({ url: 'http://localhost:65530', apiKey: 'lm_live_x' })('doctor')
  const wrong = await cliFor({ url: other.url, apiKey: 'lm_live_x' })('doctor')
  other.close()

  expect([absent.code, absent.stdout]).toEqual([1, expect.stringMatching(/^FAIL +Server +\S+ cannot be reached/)])
  expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringMatching(/^FAIL +Server +.*is not LetsMeet/)])
})

test('a server whose clock is wrong, or whose queue is stalled, fails', async () => {
  const date = new Date(Date.now() - 3_600_000).toUTCString()
  const late = await answering(503, { date }, '{"status":"queue_stalled"}')

  const { code, json } = await cliFor({ url: late.url, apiKey: 'lm_live_x' })('doctor', '--json')
  late.close()

  expect(code).toBe(1)
  expect(named(json.checks, 'Server')).toMatchObject({
    status: 'fail',
    detail: expect.stringContaining('queue_stalled'),
  })
  expect(named(json.checks, 'Clock')?.detail).toContain('60 min behind')
})

test.each([
  [400, 'ok'],
  [-20_000, 'warn'],
  [400_000, 'fail'],
])('a clock that is %i ms ahead is %s', (skewMs, status) => {
  expect(clockCheck(skewMs).status).toBe(status)
})

test.each([
  [3, 'ok'],
  [90, 'warn'],
  [600, 'fail'],
])('a queue whose oldest job is %i s late is %s', (seconds, status) => {
  const text = `# TYPE x gauge\nletsmeet_jobs_due 4\nletsmeet_jobs_oldest_due_seconds ${seconds}\n`

  const checks = queueChecks({ status: 200, text, skewMs: 0 })

  expect(checks).toEqual([
    expect.objectContaining({ name: 'Jobs', status, detail: expect.stringContaining('4 waiting') }),
  ])
})

test.each([
  ['leads nowhere', 'http://localhost:65530/ada', 'http://localhost:1', 'fail', 'cannot be reached from here'],
  ['means another machine', 'http://localhost:65530/ada', 'https://meet.example.com', 'fail', 'no guest can open'],
])(
  'an address in links that %s is a failure, and the setting is named',
  async (_, bookingPage, url, status, detail) => {
    const { body } = await app.get('/me')

    const check = await publicUrlCheck({ ...body, bookingPage }, url)

    expect(check).toMatchObject({ status, detail: expect.stringContaining(detail) })
    expect(check.action).toContain('LETSMEET_PUBLIC_URL')
  },
)

const mail = (state: string, createdAt: string, error: string | null = null) => ({
  ...{ id: 'mail_1', kind: 'booking.confirmed', subject: 'Confirmed', subjectId: null, sentAt: null, attempts: 1 },
  ...{ to: { name: null, email: 'g@example.com' }, state, createdAt, error },
})

test.each([
  ['sent', mail('sent', '2030-01-07T08:00:00Z'), 'ok', 'Goes out by SMTP.'],
  ['captured', mail('captured', '2030-01-07T08:00:00Z'), 'warn', 'nobody gets it'],
  ['just queued', mail('queued', '2030-01-07T08:59:00Z'), 'ok', 'Goes out by SMTP.'],
  ['stuck', mail('queued', '2030-01-07T08:00:00Z'), 'warn', 'One has waited for 60 min.'],
  ['failed', mail('failed', '2030-01-07T08:00:00Z', '550 no such user'), 'fail', 'failed: 550 no such user'],
])('mail that was %s', (_, newest, status, detail) => {
  const verdict = mailVerdict([newest], Date.parse('2030-01-07T09:00:00Z'))

  expect(verdict).toMatchObject({ status, detail: expect.stringContaining(detail) })
})
