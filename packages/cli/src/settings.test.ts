import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { type Cli, cliFor } from './testing/run.ts'

let app: TestApp
let letsmeet: Cli

beforeAll(async () => {
  app = await startTestApp()
  letsmeet = cliFor(app)
})

afterAll(() => app.close())

test('whoami says who, where and how', async () => {
  const { stdout } = await letsmeet.ok('whoami')
  expect(stdout).toMatch(/^Name +Ada$/m)
  expect(stdout).toContain(`Server        ${app.url}`)
  expect(stdout).toMatch(/^Scopes +all$/m)
  expect(await letsmeet.json('whoami')).toMatchObject({ user: { email: 'ada@example.com' }, scopes: ['*'] })
  expect(await letsmeet.json('me', 'update', '--name', 'Ada Lovelace')).toMatchObject({
    user: { name: 'Ada Lovelace' },
  })
})

test('an event type takes every flag, is shown with all of them, changed and deleted', async () => {
  const made = await letsmeet.json(
    ...['event-types', 'create', '--title', 'Demo', '--duration', '45m', '--duration-option', '1h', '--interval', '15'],
    ...[
      '--buffer-after',
      '10m',
      '--notice',
      '1d',
      '--window',
      '20bd',
      '--max-bookings',
      'day=4',
      '--max-minutes',
      'week=600',
    ],
    ...['--seats', '3', '--host', 'me', '--location', 'video=https://meet.example.com', '--visibility', 'unlisted'],
    ...['--question', 'topic*:select:What about?:Sales|Support', '--external-id', 'demo-1'],
  )
  expect(made).toMatchObject({
    slug: 'demo',
    durationMinutes: 45,
    intervalMinutes: 15,
    bufferAfterMinutes: 10,
    minNoticeMinutes: 1440,
    window: { kind: 'rolling_business', days: 20 },
    limits: { bookings: { day: 4 }, minutes: { week: 600 } },
    seats: 3,
    locations: [{ kind: 'video', value: 'https://meet.example.com' }],
    questions: [{ key: 'topic', label: 'What about?', kind: 'select', required: true, options: ['Sales', 'Support'] }],
    visibility: 'unlisted',
  })
  const { stdout } = await letsmeet.ok('event-types', 'get', 'ext:demo-1')
  for (const part of ['45 min, 60 min', '10 min after', '20 business days', '4 bookings a day', 'topic*: What about?'])
    expect(stdout).toContain(part)
  const body = '{"intervalMinutes":null,"title":"Loses"}'
  const changed = await letsmeet.json('event-types', 'update', 'demo', '--title', 'Wins', '--no-active', '--body', body)
  expect(changed).toMatchObject({ title: 'Wins', active: false, intervalMinutes: null, seats: 3 })
  expect((await letsmeet('event-types', 'update', 'demo')).stderr).toContain('Nothing was asked to change.')
  expect(await letsmeet.json('event-types', 'delete', 'demo')).toEqual({ id: made.id, deleted: true })
  const gone = await letsmeet('event-types', 'get', 'demoo')
  expect([gone.code, gone.stdout]).toEqual([5, ''])
})

test('hours, exceptions and absences are written as people say them', async () => {
  const schedule = await letsmeet.json(
    ...['schedules', 'create', '--name', 'Office', '--timezone', 'Europe/Berlin', '--hours', 'mon-fri 09:00-12:00'],
    ...[
      '--hours',
      'sat 10:00-11:00',
      '--exception',
      '2030-01-08 closed',
      '--exception',
      '2030-01-09 10:00-11:00,13:00-14:00',
    ],
  )
  expect(schedule.overrides.map(({ windows }: { windows: unknown[] }) => windows.length)).toEqual([0, 2])
  const { stdout } = await letsmeet.ok('schedules', 'get', schedule.id)
  expect(stdout).toContain('mon–fri 09:00–12:00\n')
  expect(stdout).toContain('2030-01-08 closed\n')
  await letsmeet.ok('schedules', 'update', schedule.id, '--name', 'Workshop')
  expect((await letsmeet.ok('schedules', 'list')).stdout).toContain('Workshop')
  await letsmeet.ok('schedules', 'delete', schedule.id)

  const days = await letsmeet.json(
    'time-off',
    'create',
    '--from',
    '2030-07-01',
    '--to',
    '2030-07-14',
    '--reason',
    'Sea',
  )
  expect(days).toMatchObject({ startDate: '2030-07-01', endDate: '2030-07-14', reason: 'Sea' })
  expect((await letsmeet.json('time-off', 'update', days.id, '--to', '2030-07-21')).endDate).toBe('2030-07-21')
  const list = await letsmeet.ok('time-off', 'list')
  expect(list.stdout).toContain('Mon 1 Jul 2030 – Sun 21 Jul 2030 (UTC)')
  const mixed = await letsmeet('time-off', 'create', '--from', '2030-07-01', '--to', '2030-07-14 12:00')
  expect([mixed.code, mixed.stderr]).toEqual([2, expect.stringContaining('both be days, or both be times')])
  await letsmeet.ok('time-off', 'delete', days.id)

  const block = [
    'busy-blocks',
    'create',
    '--from',
    '2030-01-08 10:00',
    '--to',
    '2030-01-08 11:30',
    '--timezone',
    'Asia/Kolkata',
  ]
  const busy = await letsmeet.json(...block)
  expect([busy.start, busy.end]).toEqual(['2030-01-08T04:30:00.000Z', '2030-01-08T06:00:00.000Z'])
  await letsmeet.ok('busy-blocks', 'update', busy.id, '--reason', 'Dentist')
  expect((await letsmeet.ok('busy-blocks', 'get', busy.id)).stdout).toContain('Tue 8 Jan 2030 04:30–06:00 (UTC)')
  await letsmeet.ok('busy-blocks', 'delete', busy.id)
  expect((await letsmeet.ok('busy-blocks', 'list')).stderr).toBe('No busy blocks.\n')
})

test('people are found by their address, and keys are shown once', async () => {
  await letsmeet.ok('members', 'add', '--email', 'bob@example.com', '--name', 'Bob', '--timezone', 'America/New_York')
  expect(await letsmeet.json('members', 'update', 'bob@example.com', '--role', 'admin')).toMatchObject({
    role: 'admin',
  })
  expect((await letsmeet.ok('members', 'suspend', 'bob@example.com')).stdout).toMatch(/^Status +suspended$/m)
  await letsmeet.ok('members', 'reactivate', 'bob@example.com')
  expect((await letsmeet.ok('members', 'list')).stdout).toMatch(
    /^Bob +bob@example.com +admin +active +America\/New_York +usr_/m,
  )
  expect((await letsmeet('members', 'get', 'eve@example.com')).code).toBe(5)

  await letsmeet.ok('invitations', 'create', '--email', 'carol@example.com')
  const [invitation] = (await letsmeet.json('invitations', 'list')).data
  await letsmeet.ok('invitations', 'revoke', invitation.id)

  const key = await letsmeet.ok(
    'api-keys',
    'create',
    '--name',
    'Reader',
    '--scope',
    'bookings:read',
    '--expires',
    '2031-01-31',
  )
  expect(key.stdout).toMatch(/^lm_live_\w+\n$/)
  const reader = cliFor({ url: app.url, apiKey: key.stdout.trim() })
  const refused = await reader('event-types', 'list')
  expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining('lacks the scope event-types:read')])
  const [made] = (await letsmeet.json('api-keys', 'list')).data
  expect((await letsmeet.ok('api-keys', 'roll', made.id, '--overlap', '1h')).stdout).toMatch(/^lm_live_\w+\n$/)
  await letsmeet.ok('api-keys', 'revoke', made.id)
  expect((await reader('bookings', 'list')).stderr).toContain('Log in again with `letsmeet login`')

  const types = await letsmeet.json('event-types', 'create', '--title', 'Lesson', '--duration', '30')
  const flags = '--kind booker --guest-name Grace --guest-email g@example.com --expires-in 2h'.split(' ')
  const opened = await letsmeet.ok('browser-sessions', 'create', ...flags, '--event-type', types.id)
  expect(opened.stdout).toMatch(/^http\S+\/lesson#session=(lm_browser_\w+)\n\1\n$/)
  const [session] = (await letsmeet.json('browser-sessions', 'list')).data
  expect(session).toMatchObject({ kind: 'booker', guest: { name: 'Grace', email: 'g@example.com' } })
  await letsmeet.ok('browser-sessions', 'revoke', session.id)
  expect((await letsmeet.ok('browser-sessions', 'get', session.id)).stdout).toMatch(/^State +revoked$/m)
  const host = await letsmeet.json('browser-sessions', 'create', '--kind', 'host', '--member', 'me', '--read-only')
  expect(host).toMatchObject({ kind: 'host', readOnly: true })

  expect(await letsmeet.json('organization', 'update', '--name', 'Acme', '--week-start', 'sunday')).toMatchObject({
    name: 'Acme',
    weekStart: 'sunday',
  })
  expect((await letsmeet.ok('organization', 'get')).stdout).toMatch(/^Weeks start +sunday$/m)
  expect(await letsmeet.json('sessions', 'list')).toEqual({ data: [], nextCursor: null })
})

test('a list shows as much as is asked for', async () => {
  for (const at of [1, 2, 3]) await letsmeet.ok('event-types', 'create', '--title', `Type ${at}`, '--duration', '30')
  const two = await letsmeet('event-types', 'list', '--limit', '2')
  expect(two.stdout.trim().split('\n')).toHaveLength(3)
  expect(two.stderr).toBe('These are the first 2. See them all with --all.\n')
  const first = await letsmeet.json('event-types', 'list', '--limit', '2')
  const rest = await letsmeet.json('event-types', 'list', '--limit', '150', '--cursor', first.nextCursor)
  expect(first.data.length + rest.data.length).toBe((await letsmeet.json('event-types', 'list', '--all')).data.length)
  expect(rest.nextCursor).toBeNull()
})
