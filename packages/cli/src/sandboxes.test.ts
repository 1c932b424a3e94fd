import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { startReceiver } from '../../server/src/testing/webhook-receiver.ts'
import { later, lengthText } from './lib/duration.ts'
import { type Cli, cliFor, runWith } from './testing/run.ts'

let app: TestApp
let letsmeet: Cli

beforeAll(async () => {
  app = await startTestApp()
  letsmeet = cliFor(app)
})

afterAll(() => app.close())

interface Machine {
  (...args: string[]): ReturnType<typeof runWith>
  /** What its file of profiles holds. */
  profiles(): { current: string; profiles: Record<string, { apiKey: string; sandboxId?: string }> }
}

/** A machine where somebody has logged in, with no key in the environment. */
async function machine(apiKey = app.apiKey): Promise<Machine> {
  const home = mkdtempSync(join(tmpdir(), 'letsmeet-machine-'))
  writeFileSync(join(home, 'key'), apiKey)
  const run = (...args: string[]) => runWith({ XDG_CONFIG_HOME: home, TZ: 'UTC' }, args)
  const { code } = await run('login', '--url', app.url, '--api-key-file', join(home, 'key'))
  expect(code).toBe(0)
  const profiles = () => JSON.parse(readFileSync(join(home, 'letsmeet/config.json'), 'utf8'))
  return Object.assign(run, { profiles })
}

/** A command line whose key is of a sandbox. */
async function inSandbox(name: string, now = '2030-03-29T08:00:00Z'): Promise<Cli & { id: string }> {
  const { id, apiKey } = await letsmeet.json('sandboxes', 'create', name, '--now', now, '--no-profile')
  return Object.assign(cliFor({ url: app.url, apiKey }), { id })
}

const who = ['--name', 'Grace', '--email', 'grace@example.com']

test('a sandbox is made where its clock is told to begin, and its key alone is on standard output', async () => {
  const here = await machine()

  const made = await here('sandboxes', 'create', 'Booking flow', '--now', '2020-02-29 09:00', '-z', 'Asia/Tokyo')
  const { current, profiles } = here.profiles()

  expect(made.stdout).toMatch(/^lm_test_\w+\n$/)
  expect(made.stderr).toMatch(
    /^Sandbox +sbx_\w+\nName +Booking flow\nBooking page +http\S+\nClock +Sat 29 Feb 2020 09:00 \(Asia\/Tokyo\), frozen$/m,
  )
  expect(made.stderr).toContain('It is kept in the profile sandbox-booking-flow. You stay where you are.')
  expect(current).toBe('default')
  expect(profiles['sandbox-booking-flow']?.apiKey).toBe(made.stdout.trim())
})

test('a sandbox of the same name gets a profile of its own, and --no-profile keeps none', async () => {
  const here = await machine()

  await here('sandboxes', 'create', 'Twice')
  await here('sandboxes', 'create', 'Twice')
  await here('sandboxes', 'create', 'Unkept', '--no-profile')

  expect(Object.keys(here.profiles().profiles)).toEqual(['default', 'sandbox-twice', 'sandbox-twice-2'])
})

test('who goes into a sandbox is told how to come back, and comes back when it is deleted', async () => {
  const here = await machine()
  const { json } = await here('sandboxes', 'create', 'Shop', '--now', '2030-03-29T08:00Z', '--json')

  const used = await here('sandboxes', 'use', 'Shop')
  const whoami = await here('whoami')
  const inside = await here('clock', 'show')
  const deleted = await here('sandboxes', 'delete', 'current', '--yes')
  const gone = await here('sandboxes', 'get', json.id)

  expect(used.stderr).toContain('Come back with: letsmeet profiles use default')
  expect(whoami.stdout).toMatch(
    /^Mode +test: a sandbox, no mail leaves it\nSandbox +Shop \(sbx_\w+\)\nClock +Fri 29 Mar 2030 08:00 \(UTC\), frozen$/m,
  )
  expect(inside.stdout).toMatch(/^Instant +2030-03-29T08:00:00\.000Z\nState +frozen$/m)
  expect(deleted.stderr).toBe('Forgot the profile sandbox-shop.\nNow in use: default.\n')
  expect(here.profiles()).toMatchObject({ current: 'default', profiles: { default: {} } })
  expect([gone.code, gone.stderr]).toEqual([5, expect.stringContaining('letsmeet sandboxes list')])
})

test('--use goes in at once, and a key in the environment that wins is named', async () => {
  const here = await machine()

  const used = await here('sandboxes', 'create', 'At once', '--use')
  const outer = await letsmeet('sandboxes', 'create', 'Outer', '--use')

  expect(used.stderr).toContain('Come back with: letsmeet profiles use default')
  expect(here.profiles().current).toBe('sandbox-at-once')
  expect(outer.stderr).toContain('LETSMEET_API_KEY is set here and wins over it')
})

test('a sandbox’s key that logs in gets a profile beside the live one, and logging out comes back', async () => {
  const here = await machine()
  const { id, apiKey } = await letsmeet.json('sandboxes', 'create', 'From elsewhere', '--no-profile')
  const file = join(mkdtempSync(join(tmpdir(), 'letsmeet-key-')), 'key')
  writeFileSync(file, apiKey)

  await here('login', '--url', app.url, '--api-key-file', file)
  const after = here.profiles()
  await here('logout')

  expect(after).toMatchObject({
    current: 'sandbox-from-elsewhere',
    profiles: { default: { apiKey: app.apiKey }, 'sandbox-from-elsewhere': { apiKey, sandboxId: id } },
  })
  expect(here.profiles().current).toBe('default')
})

test('a live key means its only sandbox, is told how to make one, or to say which', async () => {
  const alone = await startTestApp()
  const cli = cliFor(alone)

  const none = await cli('clock', 'show')
  await cli.ok('sandboxes', 'create', 'Only', '--now', '2030-03-29T08:00Z', '--no-profile')
  const only = await cli.json('clock', 'show')
  await cli.ok('sandboxes', 'create', 'Another', '--no-profile')
  const which = await cli('clock', 'show')
  const named = await cli.json('clock', 'show', '--sandbox', 'only')
  const unknown = await cli('clock', 'show', '--sandbox', 'Onyl')
  await alone.close()

  expect([none.code, none.stderr]).toEqual([5, expect.stringContaining('letsmeet sandboxes create NAME')])
  expect(only).toEqual({ now: '2030-03-29T08:00:00.000Z', frozen: true })
  expect([which.code, which.stderr]).toEqual([
    2,
    expect.stringMatching(/several sandboxes\.\n.*--sandbox.*\n {2}sbx_\w+ {2}Another\n/),
  ])
  expect(named).toEqual(only)
  expect([unknown.code, unknown.stderr]).toEqual([5, expect.stringContaining('Did you mean “Only”?')])
})

test('the list shows every clock, and whose key is kept here', async () => {
  const here = await machine()
  await here('sandboxes', 'create', 'Kept', '--now', '2030-03-29T08:00Z', '--use')

  const { stdout } = await here('sandboxes', 'list', '--profile', 'default', '--all')

  expect(stdout).toMatch(/^ID +NAME +CLOCK \(UTC\) +KEY$/m)
  expect(stdout).toMatch(/^sbx_\w+ +Kept +Fri 29 Mar 2030 08:00 +frozen +in use$/m)
})

test('advancing tells what happened under the instants at which it did, in the zone that is asked for', async () => {
  const cli = await inSandbox('Advance')
  await cli.ok('bookings', 'create', '30min', '--at', '2030-04-02T09:00Z', ...who)

  const { stdout } = await cli.ok('clock', 'advance', '4d2h', '--timezone', 'Europe/Berlin')
  const again = await cli.ok('clock', 'advance', '15m')

  expect(stdout).toMatch(
    /^Mon 1 Apr 2030 11:00\n {2}event {4}Reminder sent: email to guest\n {2}mail {5}to grace@example.com: Reminder: /,
  )
  expect(stdout).toMatch(/\n\nTue 2 Apr 2030 11:30\n {2}event {4}Booking ended: 30 minute meeting with Grace\n\n/)
  expect(stdout).toMatch(
    /\nMoved 4 days 2 h: 2 reminders, 2 mails, 1 event\. It is Tue 2 Apr 2030 12:00 \(Europe\/Berlin\)\.\n$/,
  )
  expect(again.stdout).toBe('Moved 15 min: nothing happened. It is Tue 2 Apr 2030 10:15 (UTC).\n')
})

test('retries of a webhook are told with when the next one is', async () => {
  const cli = await inSandbox('Retries')
  const receiver = await startReceiver(503)
  await cli.ok('webhooks', 'create', receiver.url, '--type', 'booking.ended')
  await cli.ok('bookings', 'create', '30min', '--at', '2030-04-01T09:00Z', ...who)

  const { stdout } = await cli.ok('clock', 'set', '2030-04-01T09:31Z')
  await receiver.close()

  expect(stdout).toMatch(
    /\n {2}webhook {2}booking\.ended to http\S+: 503 \(attempt 1, tried again at Mon 1 Apr 2030 09:30:0\d\)\n/,
  )
  expect(stdout).toMatch(/\n {2}webhook .*\(attempt 2, /)
  expect(stdout).toMatch(/1 webhook, 1 retry, 1 event\. It is Mon 1 Apr 2030 09:31 \(UTC\)\.\n$/)
})

test('a clock does not go back, and says what it shows in the zone that is asked for', async () => {
  const cli = await inSandbox('Backwards')

  const { code, stderr } = await cli('clock', 'set', '2030-03-29T07:59Z', '-z', 'Asia/Tokyo')

  expect([code, stderr]).toEqual([6, expect.stringContaining('it is Fri 29 Mar 2030 17:00 (Asia/Tokyo) already')])
})

test('a clock runs when it is let go, and stands still when it is frozen', async () => {
  const cli = await inSandbox('Hold')

  const running = await cli.json('clock', 'follow')
  const frozen = await cli.ok('clock', 'freeze')

  expect(running).toMatchObject({ frozen: false })
  expect(frozen.stdout).toMatch(/^State +frozen$/m)
})

test('a move that pauses is asked for again with the same instant, and told as one', async () => {
  const server = await pausing()

  const { stdout } = await cliFor(server).ok('clock', 'advance', '3d')
  const json = await cliFor(server).json('clock', 'advance', 'P3D')
  server.close()

  expect(new Set(server.asked)).toEqual(new Set([JSON.stringify({ now: '2030-01-04T00:00:00.000Z' })]))
  expect(stdout).toMatch(
    /^Wed 2 Jan 2030 00:00\n {2}event {4}first\n\nFri 4 Jan 2030 00:00\n {2}event {4}second\n\nMoved 3 days: 2 events\. /,
  )
  expect(json).toMatchObject({
    from: '2030-01-01T00:00:00.000Z',
    arrived: true,
    count: 2,
    happened: [{ id: 'evt_1' }, { id: 'evt_2' }],
  })
})

test('what was moved by a request whose answer got lost is said to be missing', async () => {
  const server = await pausing('loses the first answer')

  const { stdout } = await cliFor(server).ok('clock', 'advance', '3d')
  server.close()

  expect(stdout).toMatch(/1 event\. .*\nThe connection broke on the way; see `letsmeet events list`/)
})

test('the mailbox is listed, read with numbered links, and opened from a file for its owner alone', async () => {
  const cli = await inSandbox('Mailbox')
  const booking = await cli.json(
    'bookings',
    'create',
    '30min',
    '--at',
    '2030-04-02T09:00Z',
    '--external-id',
    'order-1',
    ...who,
  )

  const list = await cli.ok('mailbox', 'list', '--to', 'grace@example.com', '--booking', 'ext:order-1')
  const outside = await letsmeet.json(
    'mailbox',
    'list',
    '--sandbox',
    cli.id,
    '--booking',
    booking.id,
    '--to',
    'grace@example.com',
  )
  const [{ id }] = outside.data
  const shown = await cli.ok('mailbox', 'show', id)
  const link = await cli.ok('mailbox', 'show', id, '--link', '1')
  const { stdout: file } = await cli.ok('mailbox', 'open', 'last', '--print')

  expect(list.stdout).toMatch(/^WHEN \(UTC\) +TO +SUBJECT +ID\nFri 29 Mar 2030 08:00 +grace@example\.com +Confirmed: /)
  expect(outside.data).toHaveLength(1)
  expect(shown.stdout).toMatch(/^To +Grace <grace@example\.com>\nSubject +Confirmed: /)
  expect(shown.stdout).toMatch(/\n\nLinks\n {2}1 {2}http\S+\n/)
  expect(shown.stdout).toContain(`  1  ${link.stdout}`)
  expect(readFileSync(file.trim(), 'utf8')).toMatch(/<!doctype html>/i)
})

test('an empty mailbox, a mail and a link that are not there say what to do', async () => {
  const cli = await inSandbox('Empty')

  const empty = await cli('mailbox', 'show', 'last')
  const unknown = await cli('mailbox', 'show', 'mail_unknown')
  await cli.ok('bookings', 'create', '30min', '--at', '2030-04-02T09:00Z', ...who)
  const link = await cli('mailbox', 'show', 'last', '--link', '99')

  expect([empty.code, empty.stderr]).toEqual([5, expect.stringContaining('letsmeet seed')])
  expect([unknown.code, unknown.stderr]).toEqual([5, expect.stringContaining('letsmeet mailbox list')])
  expect([link.code, link.stderr]).toEqual([5, expect.stringContaining('no link 99')])
})

test('a scenario says what it made and tells its story', async () => {
  const cli = await inSandbox('Seeds')

  const { stdout } = await cli.ok('seed', 'full-seat')
  const help = await cli.ok('seed', '--help')
  const slip = await cli('seed', 'ful-seat')

  expect(stdout).toMatch(/^Scenario +full-seat\nMade +2 sessions, 1 event type, 9 bookings\nEvent types +et_\w+\n/)
  expect(stdout).toMatch(/\n\nThe session at .* is full/)
  expect(help.stdout).toMatch(/^ {2}full-seat +a workshop/m)
  expect([slip.code, slip.stderr]).toEqual([2, expect.stringContaining('Did you mean full-seat?')])
})

test('days and lengths of time are counted from the clock of the sandbox', async () => {
  const cli = await inSandbox('Today', '2031-06-02T06:00:00Z')
  await cli.ok('bookings', 'create', '30min', '--at', '2031-06-02T09:00Z', ...who)

  const slots = await cli.ok('slots', 'list', '30min', '--days', '1')
  const today = await cli.json('bookings', 'list', '--from', 'today', '--to', 'today')

  expect(slots.stdout).toMatch(/^Mon 2 Jun 2031 +09:30/m)
  expect(today.data).toHaveLength(1)
})

test('the doctor says that the key is of a sandbox, and that its mail is captured', async () => {
  const cli = await inSandbox('Checked')
  await cli.ok('bookings', 'create', '30min', '--at', '2030-04-02T09:00Z', ...who)

  const { code, stdout } = await cli('doctor')

  expect(code).toBe(0)
  expect(stdout).toMatch(
    /^ok +Sandbox +The key is of “Checked” \(sbx_\w+\), whose clock shows 2030-03-29T08:00Z, and stands still\.$/m,
  )
  expect(stdout).toMatch(/^ok +Mail +Captured, as all mail of a sandbox/m)
})

test('what only a live account may is refused in a sandbox, with the way back', async () => {
  const cli = await inSandbox('Nested')

  const { code, stderr } = await cli('sandboxes', 'create', 'Inner')

  expect([code, stderr]).toEqual([6, expect.stringContaining('letsmeet profiles use default')])
})

test.each([
  ['90m', '2030-01-31T01:30'],
  ['25h', '2030-02-01T01:00'],
  ['3d', '2030-02-03T00:00'],
  ['1h30m', '2030-01-31T01:30'],
  ['2w', '2030-02-14T00:00'],
  ['P3D', '2030-02-03T00:00'],
  ['pt90m', '2030-01-31T01:30'],
  ['P1M', '2030-02-28T00:00'],
  ['P1Y2M10DT2H', '2031-04-10T02:00'],
])('%s later than 31 January is %s', (length, instant) => {
  expect(later(new Date('2030-01-31T00:00:00Z'), length).toISOString().slice(0, 16)).toBe(instant)
})

test.each(['', '3', '0d', '-1d', 'P', 'PT', 'P1.5D', '1x', 'tomorrow'])('“%s” is no length to go forward', (length) => {
  expect(() => later(new Date(0), length)).toThrow('is not a length of time to go forward')
})

test.each([
  [0, '0 s'],
  [59_600, '1 min'],
  [90_061_000, '1 day 1 h 1 min 1 s'],
  [259_200_000, '3 days'],
])('%i ms are %s', (ms, text) => {
  expect(lengthText(ms)).toBe(text)
})

/** A server that takes two requests for a move of three days: it answers each with a part of it. */
async function pausing(failing?: 'loses the first answer') {
  const asked: string[] = []
  const target = '2030-01-04T00:00:00.000Z'
  const stops = ['2030-01-01T00:00:00.000Z', '2030-01-02T00:00:00.000Z', target]
  const server = createServer(async (request, response) => {
    const answer = (body: object) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.method === 'GET') return answer({ now: stops[0], frozen: true })
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    asked.push(Buffer.concat(chunks).toString())
    if (failing && asked.length === 1) return request.socket.destroy()
    const leg = (asked.length - 1) % 2
    const at = stops[leg + 1]
    const thing = {
      at,
      kind: 'event',
      type: 'x',
      id: `evt_${leg + 1}`,
      subjectId: null,
      attempt: null,
      text: ['first', 'second'][leg],
    }
    answer({ now: at, frozen: true, from: stops[leg], target, arrived: leg === 1, happened: [thing], count: 1 })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, apiKey: 'lm_test_x', asked, close: () => server.close() }
}
