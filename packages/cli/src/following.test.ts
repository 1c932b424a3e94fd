import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { type Cli, cliFor } from './testing/run.ts'

let app: TestApp
let letsmeet: Cli

beforeAll(async () => {
  app = await startTestApp()
  letsmeet = cliFor(app)
})

afterAll(() => app.close())

const book = (at: string) =>
  letsmeet.json('bookings', 'create', '30min', '--at', at, '--name', 'Grace', '--email', 'grace@example.com')

/** Watches what the command line, which runs in this process, asks of the server; nothing is replaced. */
function watchAnswers() {
  const fetching = vi.spyOn(globalThis, 'fetch')
  onTestFinished(() => fetching.mockRestore())
  const isAnswered = (path: string) => (call: Parameters<typeof fetch>, i: number) =>
    String(call[0]).includes(path) && fetching.mock.settledResults[i]?.type === 'fulfilled'
  return (path: string, count: number) =>
    vi.waitUntil(() => fetching.mock.calls.filter(isAnswered(path)).length >= count, { timeout: 10_000, interval: 5 })
}

/** Until the command that runs has printed this. */
const printed = (text: string) =>
  vi.waitUntil(() => vi.mocked(process.stdout.write).mock.calls.some(([line]) => String(line).includes(text)), {
    timeout: 10_000,
    interval: 5,
  })

test('tail prints what comes, catches up after an event, and stops when told', async () => {
  const before = await book('2030-01-08T09:00Z')
  const [newest] = (await letsmeet.json('events', 'list', '--limit', '1')).data
  expect(newest).toMatchObject({ type: 'booking.created', subjectId: before.id })

  const answered = watchAnswers()
  const waiting = letsmeet('events', 'tail', '--type', 'booking.*', '--exit-after', '2', '--json')
  await answered('/api/v1/events', 1)
  const bookings = [
    await app.post('/bookings', newBooking('2030-01-08T10:00:00Z')),
    await app.post('/bookings', newBooking('2030-01-08T11:00:00Z')),
  ]
  const lines = (await waiting).stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ subjectId }) => subjectId)).toEqual(bookings.map(({ body }) => body.id))

  const since = await letsmeet.ok('events', 'tail', '--since', newest.id, '--no-follow')
  expect(since.stdout.trimEnd().split('\n')).toEqual([
    expect.stringMatching(/^Mon 7 Jan 2030 08:00 {2}booking.created +bk_\w+ {2}30 minute meeting {2}evt_\w+$/),
    expect.stringContaining('booking.created'),
  ])
  const last = await letsmeet.ok('events', 'tail', '--last', '1', '--no-follow', '--json')
  expect(JSON.parse(last.stdout).subjectId).toBe(bookings[1]?.body.id)
  expect((await letsmeet.ok('events', 'get', newest.id)).stdout).toContain('"status": "confirmed"')
})

describe('a tail of the request log', () => {
  const ask = (path: string) => app.get(path)
  const linesOf = (stdout: string) => stdout.trimEnd().split('\n')

  test('prints what is answered with such a status, none twice, and stops when told', async () => {
    const answered = watchAnswers()
    const waiting = letsmeet('logs', 'tail', '--status', '4xx', '--method', 'GET', '--exit-after', '3', '--json')
    // It reads what is past twice before it follows.
    await answered('/api/v1/logs', 2)
    await ask('/bookings/bk_one')
    await ask('/me')
    await app.post('/bookings', {})
    await app.settle()
    await printed('bk_one')
    await ask('/bookings/bk_two')
    await ask('/bookings/bk_three')
    const { stdout, code } = await waiting

    expect(code).toBe(0)
    const requests = linesOf(stdout).map((line) => JSON.parse(line))
    expect(requests.map(({ path }) => path.replace('/api/v1/bookings/bk_', '')).sort()).toEqual(['one', 'three', 'two'])
    expect(requests[0]).toMatchObject({ path: '/api/v1/bookings/bk_one', status: 404, code: 'not_found' })
  })

  test('shows past ones in lines for people, and not itself', async () => {
    await app.travel('2030-01-07T09:00:07Z')
    await ask('/bookings/bk_unknown')
    await app.travel('2030-01-07T09:00:08Z')
    await ask('/me')
    await app.settle()
    await letsmeet.ok('logs', 'tail', '--no-follow')
    await app.settle()

    const { stdout } = await letsmeet.ok('logs', 'tail', '--last', '2', '--no-follow')

    expect(linesOf(stdout)).toEqual([
      expect.stringMatching(
        /^Mon 7 Jan 2030 09:00:07 {2}404 {2}GET +\/api\/v1\/bookings\/bk_unknown {2}not_found {2}[\d.]+ ms {2}req_\w+$/,
      ),
      expect.stringMatching(/^Mon 7 Jan 2030 09:00:08 {2}200 {2}GET +\/api\/v1\/me {2}[\d.]+ ms {2}req_\w+$/),
    ])
  })

  test('with nothing to show prints nothing', async () => {
    const { stdout } = await letsmeet.ok('logs', 'tail', '--status', '599', '--last', '5', '--no-follow')

    expect(stdout).toBe('')
  })

  test('refuses a status that there is not', async () => {
    const { code, stderr } = await letsmeet('logs', 'tail', '--status', 'red')

    expect([code, stderr]).toEqual([2, expect.stringContaining('such as 409, or a class such as 4xx')])
  })
})

test('mail is read in the terminal, with its invitation', async () => {
  const booking = await book('2030-01-09T09:00Z')
  await app.settle()
  const list = await letsmeet.json('mail', 'list', '--about', booking.id, '--to', 'grace@example.com')
  expect(list.data).toHaveLength(1)
  const { stdout } = await letsmeet.ok('mail', 'get', list.data[0].id)
  expect(stdout).toMatch(/^To +Grace <grace@example.com>\nSubject +\S/)
  expect((await letsmeet.ok('mail', 'show', list.data[0].id, '--ics')).stdout).toContain('METHOD:REQUEST')
  expect((await letsmeet.ok('mail', 'get', 'latest', '--html')).stdout).toContain('</html>')
})

test('api sends anything and prints the answer', async () => {
  const me = await letsmeet.ok('api', 'get', 'me', '--include')
  expect(me.stdout).toMatch(/^HTTP 200\n(.+: .*\n)+\n\{\n {2}"user"/)
  const fields = ['title=Intro', 'durationMinutes=20', 'limits[bookings][day]=2', 'locations[]=x'].slice(0, 3)
  const made = await letsmeet.json('api', 'POST', '/event-types', ...fields.flatMap((field) => ['-f', field]))
  expect(made).toMatchObject({ title: 'Intro', durationMinutes: 20, limits: { bookings: { day: 2 } } })
  const found = await letsmeet.json('api', 'GET', '/api/v1/event-types', '-f', 'active=true', '-f', 'limit=1')
  expect(found.data).toHaveLength(1)

  const failed = await letsmeet('api', 'POST', '/event-types', '--body', '{"title":"No length"}')
  expect(failed.code).toBe(2)
  expect(failed.json).toMatchObject({ status: 400, code: 'invalid_request' })
  expect(failed.stderr).toContain('#/durationMinutes')
  expect((await letsmeet('api', 'DELETE', '/nothing')).code).toBe(5)
  expect((await letsmeet('api', 'FETCH', '/me')).code).toBe(2)
  expect((await letsmeet.ok('api', 'GET', '/healthz')).code).toBe(0)
})

test('commands are listed for people and for programs', async () => {
  const { data } = await letsmeet.json('commands')
  expect(data).toContainEqual({
    command: 'bookings get',
    description: 'Show a booking.',
    arguments: ['booking'],
    flags: expect.arrayContaining(['timezone', 'json', 'url']),
  })
})

const newBooking = (start: string) => ({
  eventTypeId: app.eventTypeId,
  start,
  guest: { name: 'Grace', email: 'grace@example.com', timezone: 'UTC' },
})
