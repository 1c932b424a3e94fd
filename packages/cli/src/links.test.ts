import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { type Cli, cliFor } from './testing/run.ts'

let app: TestApp
let letsmeet: Cli

beforeAll(async () => {
  app = await startTestApp()
  letsmeet = cliFor(app)
  await app.post('/contacts', { email: 'grace@example.com', name: 'Grace Hopper' })
})

afterAll(() => app.close())

const tokenOf = (url: string) => url.trim().split('/').at(-1) ?? ''

const startsOf = async (url: string, days = '2030-01-08T00:00:00Z&end=2030-01-12T00:00:00Z') =>
  (await app.get(`/public/links/${tokenOf(url)}/slots?start=${days}&timezone=UTC`)).body.data.map(
    ({ start }: { start: string }) => start.slice(8, 16),
  )

test('a link ends as far from now as is said', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-07T08:00:00Z') })

  const { expiresAt } = await letsmeet.json('links', 'create', '30min', '--expires', '7d').finally(vi.useRealTimers)

  expect(expiresAt).toBe('2030-01-14T08:00:00.000Z')
})

test('a link is its address alone on standard output, and what it is beside it', async () => {
  const { stdout, stderr } = await letsmeet.ok('links', 'create', '30min', '--expires', '2030-01-14')

  expect(stdout).toMatch(new RegExp(`^${app.url}/l/\\w{24}\n$`))
  expect(stderr).toMatch(/^Link +lnk_\w{20}\nState +active\nWhat +30 minute meeting\nUses +0 of 1\n/)
  expect(stderr).toContain('Expires  Tue 15 Jan 2030 00:00 (UTC)')
  expect(stderr).toContain('shown this once')
})

test('a link offers the starts, hours and days that are asked for, in the zone they are written in', async () => {
  const chat = ['links', 'create', '--title', 'Chat', '--duration', '30m', '--timezone', 'Europe/Berlin']
  const chosen = await letsmeet.ok(...chat, '--at', '2030-01-08 06:00', '--at', '2030-01-10T22:15Z')
  const hours = ['--hours', 'mon-fri 10:00-11:00', '--day', '2030-01-10 closed', '--next-days', '3']
  const narrow = await letsmeet.ok('links', 'create', '30min', ...hours, '--max-uses', '3', '--rearm')

  expect(await startsOf(chosen.stdout)).toEqual(['08T05:00', '10T22:15'])
  expect(await startsOf(narrow.stdout)).toEqual(['08T10:00', '08T10:30', '09T10:00', '09T10:30'])
  expect(narrow.stderr).toMatch(/Hours +mon–fri 10:00–11:00 \(UTC\)\nExceptions +2030-01-10 closed\nUses +0 of 3\n/)
})

test('a share link is made for a contact, named by address, and lists who booked', async () => {
  const { stdout } = await letsmeet.ok(
    ...['contacts', 'share', 'grace@example.com', '--event-type', '30min', '--greeting', 'Hello Grace.'],
  )
  const start = '2030-01-08T13:00:00Z'
  expect((await app.post(`/public/links/${tokenOf(stdout)}/bookings`, { start })).status).toBe(201)

  const list = await letsmeet.ok('links', 'list', '--contact', 'grace@example.com')
  const { data } = await letsmeet.json('links', 'list', '--kind', 'share')
  const shown = await letsmeet.ok('links', 'get', data[0].id)
  const story = await letsmeet.ok('contacts', 'timeline', 'grace@example.com')

  expect(stdout).toMatch(new RegExp(`^${app.url}/s/\\w{24}\n$`))
  expect(list.stdout).toMatch(/^ID +STATE +USES +EXPIRES +OPENED +FOR +WHAT +BOOKED BY\nlnk_/)
  expect(list.stdout).toMatch(/active +1 +2030-02-06 +0 +Grace Hopper +30 minute meeting +Grace Hopper\n$/)
  expect(shown.stdout).toMatch(/Booked +Tue 8 Jan 2030 13:00 {2}Grace Hopper <grace@example\.com> {2}confirmed {2}bk_/)
  expect(story.stdout).toMatch(/Grace Hopper booked 30 minute meeting\n(.*\n)+.*shared a link\n +lnk_/)
  expect((await letsmeet('contacts', 'share', 'grace@example.com')).stderr).toContain('--event-type')
})

test('a link is changed under the same address, opened, and revoked', async () => {
  const made = await letsmeet.json('links', 'create', '30min')
  const changed = await letsmeet.json('links', 'update', made.id, '--max-uses', '3', '--expires', '2030-01-31')
  expect(changed).toMatchObject({ id: made.id, maxUses: 3, expiresAt: '2030-02-01T00:00:00.000Z' })
  expect((await letsmeet('links', 'update', made.id)).stderr).toContain('Nothing was asked to change.')

  const opened = await letsmeet.ok('links', 'open', made.url)
  expect([opened.stdout, opened.stderr]).toEqual([`${made.url}\n`, expect.stringMatching(/With +Ada\n/)])
  expect((await letsmeet.json('links', 'open', made.token)).url).toBe(made.url)

  expect((await letsmeet.json('links', 'revoke', made.id)).state).toBe('revoked')
  const late = await letsmeet('links', 'open', made.url)
  const byId = await letsmeet('links', 'open', made.id)
  expect([late.code, late.stdout]).toEqual([5, ''])
  expect([byId.code, byId.stderr]).toEqual([2, expect.stringContaining('shown once')])
})

test.each([
  [['30min', '--expires', '7'], '“7” is not a time.'],
  [['30min', '--hours', 'mornings'], '“mornings” are not weekly hours.'],
  [['--title', 'Chat'], '#/durationMinutes'],
  [['--title', 'Chat', '--duration', '30m', '--at', '2030-01-07T07:00Z'], 'in the past'],
  [['nothing', '--expires', '7d'], 'There is no event type “nothing”.'],
])('links create %j is refused with a reason', async (args, reason) => {
  const { code, stdout, stderr } = await letsmeet('links', 'create', ...args)

  expect([2, 5]).toContain(code)
  expect([stdout, stderr]).toEqual(['', expect.stringContaining(reason)])
})
