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

const guest = ['--name', 'Grace Hopper', '--email', 'grace@example.com']
const book = (at: string, ...more: string[]) =>
  letsmeet.json('bookings', 'create', '30min', '--at', at, ...guest, ...more)

test('slots are a calendar in the asked zone', async () => {
  const { stdout, stderr } = await letsmeet.ok(
    ...['slots', 'list', '30min', '--from', '2030-01-08', '--to', '2030-01-09', '--timezone', 'America/New_York'],
  )
  expect(stderr).toBe('')
  expect(stdout).toBe(`30 minute meeting · 30 min · America/New_York

Tue 8 Jan 2030   04:00  04:30  05:00  05:30  06:00  06:30  07:00  07:30  08:00
                 08:30  09:00  09:30  10:00  10:30  11:00  11:30
Wed 9 Jan 2030   04:00  04:30  05:00  05:30  06:00  06:30  07:00  07:30  08:00
                 08:30  09:00  09:30  10:00  10:30  11:00  11:30
`)
})

test('slots explain what is missing, and why nothing is open', async () => {
  await book('2030-01-15T10:00Z')
  const day = ['--from', '2030-01-15', '--days', '1', '--explain']
  const { stdout } = await letsmeet.ok('slots', 'list', '30min', ...day)
  expect(stdout).toMatch(/DAY +START +WHY +DETAIL\nTue 15 Jan 2030 +10:00 +busy +Taken by booking bk_/)
  const list = await letsmeet.json('slots', 'list', '30min', ...day)
  expect(list.explain).toEqual([expect.objectContaining({ start: '2030-01-15T10:00:00.000Z', code: 'busy' })])
  const night = await letsmeet.ok('slots', 'list', '30min', '--at', '2030-01-15 03:00')
  expect(night.stdout).toContain('outside_hours')
  const weekend = await letsmeet.ok('slots', 'list', '30min', '--from', '2030-01-12', '--to', '2030-01-13')
  expect(weekend.stdout).toContain('No open times for 30 minute meeting then: the schedule has no hours on these days.')
})

test('what is next is listed by its start, and in the order that is asked for', async () => {
  for (const hour of ['13', '09', '11']) await book(`2030-02-05T${hour}:00Z`)
  const hours = async (...args: string[]) => {
    const { data } = await letsmeet.json('bookings', 'list', '--from', '2030-02-05', '--to', '2030-02-05', ...args)
    return data.map(({ start }: { start: string }) => start.slice(11, 13))
  }

  expect(await hours()).toEqual(['09', '11', '13'])
  expect(await hours('--order', '-start')).toEqual(['13', '11', '09'])
  const newest = await letsmeet.json('bookings', 'list', '--limit', '1')
  expect(newest.nextCursor).not.toBeNull()
})

test('a booking is made, shown, changed, moved and cancelled', async () => {
  const made = await book('2030-01-08 10:00', '--timezone', 'Europe/Berlin', '--external-id', 'order-17')
  expect(made).toMatchObject({
    status: 'confirmed',
    start: '2030-01-08T09:00:00.000Z',
    guest: { name: 'Grace Hopper', timezone: 'Europe/Berlin' },
    source: 'cli',
  })
  const { stdout } = await letsmeet.ok('bookings', 'get', 'ext:order-17', '--timezone', 'Asia/Tokyo')
  expect(stdout).toMatch(/^Booking +bk_\w{20}$/m)
  expect(stdout).toContain('Tue 8 Jan 2030 18:00–18:30 (Asia/Tokyo)')
  expect(stdout).toContain('Grace Hopper <grace@example.com>')

  await letsmeet.ok('bookings', 'update', made.id, '--notes', 'Room 2', '--metadata', 'crm=42')
  const moved = await letsmeet.json('bookings', 'reschedule', made.id, '--at', '2030-01-09T09:00Z', '--reason', 'Clash')
  expect(moved).toMatchObject({ id: made.id, notes: 'Room 2', metadata: { crm: '42' }, rescheduleReason: 'Clash' })

  const list = await letsmeet.ok(
    'bookings',
    'list',
    '--from',
    '2030-01-09',
    '--to',
    '2030-01-09',
    '--event-type',
    '30min',
  )
  expect(list.stdout.split('\n')).toEqual([
    expect.stringMatching(/^ID +WHEN \(UTC\) +STATUS +GUEST +TITLE$/),
    expect.stringMatching(
      /^bk_\w{20} {2}Wed 9 Jan 2030 09:00–09:30 {2}confirmed {2}Grace Hopper {2}30 minute meeting$/,
    ),
    '',
  ])

  const calendar = await letsmeet.ok('bookings', 'ics', made.id)
  expect(calendar.stdout).toMatch(/^BEGIN:VCALENDAR\r\n/)
  const cancelled = await letsmeet.json('bookings', 'cancel', made.id, '--reason', 'Ill')
  expect(cancelled).toMatchObject({ status: 'cancelled', cancellation: { by: 'host', reason: 'Ill' } })
  const events = await letsmeet.json('bookings', 'events', made.id)
  expect(events.data.map(({ type }: { type: string }) => type).sort()).toEqual(
    ['booking.cancelled', 'booking.created', 'booking.rescheduled', 'booking.updated'].sort(),
  )
})

test('a series is one command, and its rest is cancelled with one', async () => {
  const made = await book('2030-01-10T09:00Z', '--repeat', 'weekly', '--count', '3')
  expect(made.series).toHaveLength(3)
  await letsmeet.ok('bookings', 'cancel', made.series[1].id, '--following')
  const left = await letsmeet.json('bookings', 'list', '--series', made.seriesId, '--status', 'confirmed')
  expect(left.data).toHaveLength(1)
})

test('answers take the shape that their questions want', async () => {
  await letsmeet.ok(
    ...['event-types', 'create', '--title', 'Asked', '--duration', '1h', '--confirmation'],
    ...[
      '--question',
      'size*:number:How many?',
      '--question',
      'news:checkbox:News?',
      '--question',
      'topics:multi_select:What?:a|b|c',
    ],
  )
  const answers = ['size=3', 'news=yes', 'topics=a', 'topics=c'].flatMap((answer) => ['--answer', answer])
  const args = ['asked', '--at', '2030-01-16T13:00Z', ...guest]
  const preview = await letsmeet.ok('bookings', 'preview', ...args, ...answers)
  expect(preview.stdout).toMatch(/^Bookable +yes$/m)
  const made = await letsmeet.json('bookings', 'create', ...args, ...answers)
  expect(made).toMatchObject({ status: 'pending', answers: { size: 3, news: true, topics: ['a', 'c'] } })
  expect((await letsmeet.json('bookings', 'confirm', made.id)).status).toBe('confirmed')
  const { code, stderr } = await letsmeet('bookings', 'create', ...args, '--answer', 'sice=3')
  expect([code, stderr]).toEqual([2, expect.stringContaining('Did you mean size?')])
})

test('what cannot be booked says why, with the exit code of its kind', async () => {
  const late = await letsmeet('bookings', 'create', '30min', '--at', '2030-01-08T03:00Z', ...guest)
  expect(late.code).toBe(6)
  expect(late.stdout).toBe('')
  expect(late.stderr).toMatch(
    /^Error: That time is not available; choose another\.\nOutside the hours.*\nSee what is open .*\nRequest req_\w+\n$/,
  )

  const wrong = await letsmeet(
    'bookings',
    'create',
    '30min',
    '--at',
    '2030-01-08T09:00Z',
    '--name',
    'G',
    '--email',
    'grace',
  )
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toMatch(/^Error: The request is not valid\.\n( {2}#\/guest\/email {2}.*\n)Request req_/)

  const asJson = await letsmeet('bookings', 'get', 'bk_none', '--json')
  expect([asJson.code, asJson.stderr]).toEqual([5, ''])
  expect(asJson.json).toEqual({
    error: {
      code: 'not_found',
      message: 'There is no booking bk_none.',
      status: 404,
      requestId: expect.stringMatching(/^req_/),
      errors: [],
    },
  })
})

test('what a guest writes cannot command the terminal', async () => {
  const made = await book('2030-01-17T09:00Z', '--notes', 'Eve \u202e txt\u009b31m')
  const { stdout } = await letsmeet.ok('bookings', 'get', made.id)

  expect(stdout).toContain('Eve')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point.
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
})
