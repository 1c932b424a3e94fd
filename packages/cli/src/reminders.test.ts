import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

const book = (at: string, ...more: string[]) =>
  letsmeet.json('bookings', 'create', '30min', '--at', at, '--name', 'Grace', '--email', 'grace@example.com', ...more)

const workflow = (...flags: string[]) =>
  letsmeet.json('reminder-workflows', 'create', '--name', 'Ours', '--scope', 'event_type', ...flags)

/** A booking of an event type that names a workflow. */
async function bookUnder(reminderWorkflowId: string, start: string) {
  const type = await app.post('/event-types', { title: 'Reminded', durationMinutes: 30, reminderWorkflowId })
  const guest = { name: 'Grace', email: 'grace@example.com', timezone: 'UTC' }
  const { status, body } = await app.post('/bookings', { eventTypeId: type.body.id, start, guest })
  expect(status).toBe(201)
  return body
}

test('a booking shows its reminders in the zone that is asked for', async () => {
  const booking = await book('2030-01-10T09:00Z', '--external-id', 'order-17')

  const { stdout } = await letsmeet.ok('bookings', 'reminders', booking.id, '--timezone', 'Europe/Berlin')
  const { data } = await letsmeet.json('reminders', 'list', '--booking', 'ext:order-17', '--from', '2030-01-10')
  const shown = await letsmeet.ok('reminders', 'get', data[0].id)

  expect(stdout.split('\n').slice(0, 3)).toEqual([
    expect.stringMatching(/^DUE \(Europe\/Berlin\) +STATE +STEP +BOOKING +ID$/),
    expect.stringMatching(/^Wed 9 Jan 2030 10:00 +scheduled +-1d email guest +bk_\w+ +rmd_\w+$/),
    expect.stringMatching(/^Thu 10 Jan 2030 09:00 +scheduled +-1h email guest +bk_\w+ +rmd_\w+$/),
  ])
  expect(data).toHaveLength(1)
  expect(shown.stdout).toMatch(/^Due +Thu 10 Jan 2030 08:00 \(UTC\)\nStep +-1h email guest {2}rws_hour$/m)
})

test('what is to come leaves out what is over, and the list tells why that is', async () => {
  const booking = await book('2030-01-11T09:00Z')
  await letsmeet.ok('bookings', 'cancel', booking.id)

  const upcoming = await letsmeet.json('reminders', 'upcoming', '--all')
  const over = await letsmeet.ok('reminders', 'list', '--state', 'cancelled', '--booking', booking.id)

  expect(upcoming.data.map((one: { bookingId: string }) => one.bookingId)).not.toContain(booking.id)
  expect(over.stdout).toMatch(/cancelled: booking_cancelled +-1d email guest/)
})

test('a reminder that is on its way is not tried again, and one that is not there says where to look', async () => {
  const booking = await book('2030-01-14T09:00Z')
  const { data } = await letsmeet.json('bookings', 'reminders', booking.id)

  const early = await letsmeet('reminders', 'retry', data[0].id)
  const unknown = await letsmeet('reminders', 'retry', 'rmd_unknown')

  expect([early.code, early.stderr]).toEqual([6, expect.stringContaining('This reminder is scheduled')])
  expect([unknown.code, unknown.stderr]).toEqual([5, expect.stringContaining('letsmeet reminders list')])
})

test('what nobody could take is tried again', async () => {
  const made = await workflow('--step', '-60m webhook')
  const booking = await bookUnder(made.id, '2030-01-08T09:00:00Z')
  await app.travel('2030-01-08T08:05:00Z')
  const { data } = await letsmeet.json('reminders', 'list', '--booking', booking.id, '--state', 'skipped')

  const { stdout } = await letsmeet.ok('reminders', 'retry', data[0].id)

  expect(data[0].reason).toBe('no_endpoint')
  expect(stdout).toMatch(/^State +scheduled$/m)
})

test('a preview shows subject, time in the reader’s zone and text, or the HTML alone', async () => {
  const booking = await book('2030-01-15T14:00Z', '--timezone', 'America/New_York')

  const { stdout } = await letsmeet.ok('reminders', 'preview', 'rwf_default', '--booking', booking.id)
  const html = await letsmeet.ok('reminders', 'preview', 'rwf_default', '--step', 'rws_day', '--html')

  expect(stdout).toMatch(
    /^To +guest <grace@example.com>\nSubject +\S.*\nWhen +Mon 14 Jan 2030 09:00 \(America\/New_York\)/,
  )
  expect(stdout.match(/^Subject/gm)).toHaveLength(2)
  expect(html.stdout.match(/<!doctype html>/gi)).toHaveLength(1)
})

test('steps are written as they are shown, and a mail to the guest needs no saying', async () => {
  const made = await workflow('--step', '-25h30m', '--step', '-2h email both', '--step', '+30m email hosts')

  const { stdout } = await letsmeet.ok('reminder-workflows', 'get', made.id)
  const list = await letsmeet.ok('reminder-workflows', 'list', '--scope', 'event_type')

  expect(stdout).toMatch(
    /^Steps +-1d1h30m email guest {2}rws_\w+ {2}usual words\n +-2h email both .*\n +\+30m email hosts/m,
  )
  expect(list.stdout).toContain('-1d1h30m email guest, -2h email both, +30m email hosts')
})

test.each([
  [['--step', 'tomorrow'], '“tomorrow” is not a step.'],
  [['--step', '-24h pigeon'], '--step is one of email, webhook, sms, not “pigeon”.'],
  [['--step', '-1h', '--file', 'steps.json'], '--file'],
  [['--file', 'nowhere.json'], 'nowhere.json cannot be read'],
])('a workflow of %j is refused before anything is sent', async (flags, message) => {
  const { code, stderr } = await letsmeet('reminder-workflows', 'create', '--name', 'Ours', ...flags)

  expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
})

test('a step that stays keeps its id and its words, and a trial changes nothing', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'letsmeet-steps-')), 'steps.json')
  writeFileSync(file, JSON.stringify([{ offsetMinutes: -60, subject: 'In an hour: {{event.title}}' }]))
  const made = await workflow('--file', file)
  await bookUnder(made.id, '2030-01-17T09:00:00Z')
  const steps = ['--step', '-1h email guest', '--step', '+15m']
  const update = ['reminder-workflows', 'update', made.id, ...steps]

  const trial = await letsmeet.ok(...update, '--dry-run')
  const before = await letsmeet.json('reminder-workflows', 'get', made.id)
  const after = await letsmeet.json(...update)

  expect(trial.stdout).toMatch(/^Would plan anew +1 reminder$/m)
  expect(before.steps).toHaveLength(1)
  expect(after.steps).toEqual([made.steps[0], expect.objectContaining({ offsetMinutes: 15, subject: null })])
})

test('a default plans the reminders of bookings to come anew, and deleting it brings the built-in one back', async () => {
  const booking = await book('2030-01-16T09:00Z')
  const dueOf = async () =>
    (await letsmeet.json('reminders', 'list', '--booking', booking.id, '--state', 'scheduled')).data.map(
      (one: { dueAt: string }) => one.dueAt.slice(0, 16),
    )

  const made = await letsmeet.json('reminder-workflows', 'create', '--name', 'Mine', '--step', '-3h', '--default')
  const own = await dueOf()
  await letsmeet.ok('reminder-workflows', 'delete', made.id, '--yes')

  expect(made.replanCount).toBeGreaterThan(0)
  expect(own).toEqual(['2030-01-16T06:00'])
  expect(await dueOf()).toEqual(['2030-01-15T09:00', '2030-01-16T08:00'])
})

test('an event type is given a workflow, shows it, and follows the default again', async () => {
  const made = await workflow('--step', '-30m')

  const created = await letsmeet.ok(
    ...['event-types', 'create', '--title', 'Nudged', '--duration', '30m', '--reminder-workflow', made.id],
  )
  const shown = await letsmeet.ok('event-types', 'get', 'nudged')
  const updated = await letsmeet.json('event-types', 'update', 'nudged', '--reminder-workflow', 'none')
  const again = await letsmeet.json('event-types', 'update', 'nudged', '--reminder-workflow', 'rwf_default')
  const unknown = await letsmeet('event-types', 'update', 'nudged', '--reminder-workflow', 'rwf_unknown')

  const line = new RegExp(`^Reminders +${made.id}$`, 'm')
  expect(created.stdout).toMatch(line)
  expect(shown.stdout).toMatch(line)
  expect([updated.reminderWorkflowId, again.reminderWorkflowId]).toEqual([null, 'rwf_default'])
  expect([unknown.code, unknown.stderr]).toEqual([5, expect.stringContaining('rwf_unknown')])
})
