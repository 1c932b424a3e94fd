import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../server/src/testing/app.ts'
import { addHost, addType } from '../../server/src/testing/factories.ts'
import { type Cli, cliFor } from './testing/run.ts'

let app: TestApp
let letsmeet: Cli

beforeAll(async () => {
  app = await startTestApp()
  letsmeet = cliFor(app)
})

afterAll(() => app.close())

const guest = ['--name', 'Grace Hopper', '--email', 'grace@example.com']
const at = (instant: string) => ['--at', instant, '--timezone', 'UTC']

test('a slot is held, renewed and booked with its hold', async () => {
  const made = await letsmeet.ok('holds', 'create', '30min', ...at('2030-01-08T09:00Z'))
  const id = /hold_\w+/.exec(made.stdout)?.[0] ?? ''

  expect(made.stdout).toMatch(/When +Tue 8 Jan 2030 09:00–09:30 \(UTC\)\n.*\nUntil +Mon 7 Jan 2030 08:05/)
  expect((await letsmeet.ok('holds', 'renew', id)).stdout).toContain(id)
  expect(await letsmeet.json('holds', 'get', id)).toMatchObject({ id, start: '2030-01-08T09:00:00.000Z' })
  const booked = await letsmeet.json('bookings', 'create', '30min', '--hold', id, ...at('2030-01-08T09:00Z'), ...guest)
  expect(booked).toMatchObject({ status: 'confirmed', start: '2030-01-08T09:00:00.000Z' })
})

test('a held slot is released', async () => {
  const { id } = await letsmeet.json('holds', 'create', '30min', ...at('2030-01-08T11:00Z'))

  expect(await letsmeet.json('holds', 'release', id)).toEqual({ id, released: true })

  expect(await letsmeet.json('holds', 'create', '30min', ...at('2030-01-08T11:00Z'))).toMatchObject({
    start: '2030-01-08T11:00:00.000Z',
  })
})

test('slots of several are searched, of any of them or of all', async () => {
  const [ada, bob] = [await addHost(app), await addHost(app)]
  const [one, two] = [await addType(app, [ada]), await addType(app, [bob], { durationMinutes: 30 })]
  const range = ['--from', '2030-01-08', '--to', '2030-01-08', '--timezone', 'UTC']
  const people = ['--member', ada.id, '--member', bob.email, '--duration', '1h', '--common']

  const any = await letsmeet.ok('slots', 'search', '--event-type', one, '--event-type', two, '--limit', '2', ...range)
  const all = await letsmeet.json('slots', 'search', ...people, ...range)

  expect(any.stdout).toMatch(
    new RegExp(`WHEN \\(UTC\\) +EVENT TYPE +HOSTS\n.*09:00–10:00 +${one} +${ada.id}\n.*09:00–09:30 +${two} +${bob.id}`),
  )
  expect(all.data).toHaveLength(8)
  expect(all.data[0]).toMatchObject({ start: '2030-01-08T09:00:00.000Z', hostIds: [ada.id, bob.id] })
  const rules = ['--member', ada.id, '--rules', two, '--limit', '1']
  const ruled = await letsmeet.json('slots', 'search', ...rules, ...range)
  expect(ruled.data).toEqual([expect.objectContaining({ eventTypeId: two, end: '2030-01-08T09:30:00.000Z' })])
})
