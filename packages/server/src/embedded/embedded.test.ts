import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { EmbeddedLetsMeet, StartOptions } from '../../testing.d.ts'
import { startLetsMeet } from './testing.ts'

const running: EmbeddedLetsMeet[] = []
afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(running.splice(0).map((one) => one.close()))
})

const started = async (options?: StartOptions): Promise<EmbeddedLetsMeet> => {
  const letsmeet = await startLetsMeet(options)
  running.push(letsmeet)
  return letsmeet
}

async function call(letsmeet: EmbeddedLetsMeet, path: string, body?: object) {
  const response = await fetch(`${letsmeet.url}/api/v1${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${letsmeet.apiKey}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

async function book(letsmeet: EmbeddedLetsMeet, start = '2030-01-08T10:00:00.000Z') {
  const types = await call(letsmeet, '/event-types')
  const guest = { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' }
  const made = await call(letsmeet, '/bookings', { eventTypeId: types.body.data[0].id, start, guest })
  expect(made.status).toBe(201)
  return made.body
}

const told = (letsmeet: EmbeddedLetsMeet) => letsmeet.webhooks.received.map((one) => `${one.type} ${one.timestamp}`)

describe('the clock', () => {
  test('begins where it is told and moves only when it is told', async () => {
    const letsmeet = await started({ now: '2031-06-01T12:00:00+02:00' })

    await letsmeet.clock.advance('1h30m')
    await letsmeet.clock.advance('P1M')

    expect(letsmeet.clock.now()).toEqual(new Date('2031-07-01T11:30:00Z'))
  })

  test('lets everything on the way happen at its own time, in order', async () => {
    const letsmeet = await started({ webhooks: ['booking.*'] })
    await book(letsmeet, '2030-01-09T11:00:00.000Z')
    await book(letsmeet, '2030-01-08T10:00:00.000Z')

    await letsmeet.clock.set('2030-01-09T11:29:59Z')
    const before = told(letsmeet).length
    await letsmeet.clock.advance('3d')

    expect(before).toBe(3)
    expect(told(letsmeet)).toEqual([
      'booking.created 2030-01-07T08:00:00.000Z',
      'booking.created 2030-01-07T08:00:00.000Z',
      'booking.ended 2030-01-08T10:30:00.000Z',
      'booking.ended 2030-01-09T11:30:00.000Z',
    ])
  })

  test.each(['tomorrow', '90', '-1h', 'P', ''])('refuses to move by “%s”, with a sentence', async (duration) => {
    const { clock } = await started()

    await expect(async () => clock.advance(duration)).rejects.toThrow(/length of time|only goes forward/)
  })

  test('refuses to go back, and to go to what is no instant', async () => {
    const { clock } = await started()

    await expect(clock.set('2030-01-07T07:59:59Z')).rejects.toThrow('The clock only goes forward')
    await expect(async () => clock.set('2030-02-01')).rejects.toThrow('is not an instant')
  })
})

describe('the mailbox', () => {
  test('has the mails of a booking, readable, with invitation and links', async () => {
    const letsmeet = await started()
    const booking = await book(letsmeet)

    const mail = await letsmeet.mailbox.last({ to: 'Grace@example.com' })

    expect(mail).toMatchObject({
      kind: 'booking.confirmed',
      subjectId: booking.id,
      to: { name: 'Grace Hopper', email: 'grace@example.com' },
      subject: expect.stringContaining('Confirmed'),
      text: expect.stringContaining('Ada'),
      html: expect.stringContaining('<html'),
      calendar: { method: 'REQUEST', content: expect.stringContaining('BEGIN:VEVENT') },
      sentAt: new Date('2030-01-07T08:00:00Z'),
    })
    expect(mail?.links).toContain(booking.manageUrl)
  })

  test('is searched, and empty once it is cleared', async () => {
    const { mailbox, ...letsmeet } = await started()
    await book({ ...letsmeet, mailbox })

    expect(await mailbox.list({ subject: 'New booking' })).toMatchObject([{ to: { email: 'ada@example.com' } }])
    expect(await mailbox.list({ subject: /^confirmed/i, kind: 'booking.confirmed' })).toHaveLength(1)
    await mailbox.clear()
    expect(await mailbox.list()).toEqual([])
    expect(await mailbox.last({ to: 'grace@example.com' })).toBeNull()
  })
})

test('reminders go out at their own times', async () => {
  const letsmeet = await started({ webhooks: ['reminder.*'] })
  await book(letsmeet, '2030-01-09T10:00:00.000Z')

  await letsmeet.clock.set('2030-01-09T12:00:00Z')

  const reminders = await letsmeet.mailbox.list({ kind: 'booking.reminder', to: 'grace@example.com' })
  expect(reminders.map((mail) => mail.sentAt)).toEqual([
    new Date('2030-01-08T10:00:00Z'),
    new Date('2030-01-09T09:00:00Z'),
  ])
})

describe('the receiver', () => {
  test('is tried again as the clock moves on, until it answers well', async () => {
    const letsmeet = await started({ webhooks: ['booking.created'] })
    letsmeet.webhooks.answer(503)
    await book(letsmeet)
    await letsmeet.clock.advance('1m')

    letsmeet.webhooks.answer(204)
    await letsmeet.clock.advance('4d')

    const { received } = letsmeet.webhooks
    expect(received.map(({ attempt, answered }) => [attempt, answered])).toEqual([
      [1, 503],
      [2, 503],
      [3, 204],
    ])
    expect(new Set(received.map((one) => one.id)).size).toBe(1)
  })

  test('hears of a booking without anybody moving the clock', async () => {
    const letsmeet = await started({ webhooks: true })

    const { id } = await book(letsmeet)

    await expect
      .poll(() => letsmeet.webhooks.received)
      .toContainEqual(expect.objectContaining({ type: 'booking.created' }))
    expect(letsmeet.webhooks.received.find((one) => one.type === 'booking.created')).toMatchObject({ data: { id } })
  })

  test('takes what an endpoint made by hand sends, and nothing that is unsigned', async () => {
    const letsmeet = await started()
    const { url, received } = letsmeet.webhooks
    await call(letsmeet, '/webhook-endpoints', { url: `${url}/mine`, eventTypes: ['booking.*'], asymmetric: true })
    await book(letsmeet)
    await letsmeet.settle()

    const forged = await fetch(url, { method: 'POST', body: received[0]?.request.body ?? '' })

    expect(forged.status).toBe(401)
    expect(received.map((one) => one.type)).toEqual(['booking.created'])
  })
})

test('two servers side by side share nothing', async () => {
  const one = await started({ webhooks: true })
  const other = await started({ webhooks: true, now: '2030-01-07T09:00:00Z', timezone: 'Asia/Tokyo' })
  await book(one)

  await one.clock.advance('2d')
  await other.settle()

  expect(other.clock.now()).toEqual(new Date('2030-01-07T09:00:00Z'))
  expect(await other.mailbox.list()).toEqual([])
  expect(other.webhooks.received).toEqual([])
  expect((await call(other, '/bookings')).body.data).toEqual([])
  expect((await fetch(`${other.url}/api/v1/me`, { headers: { authorization: `Bearer ${one.apiKey}` } })).status).toBe(
    401,
  )
  expect((await call(other, '/schedules')).body.data).toMatchObject([{ timezone: 'Asia/Tokyo' }])
})

test('counts no requests', async () => {
  const letsmeet = await started()

  const { status, headers } = await fetch(`${letsmeet.url}/api/v1/event-types`, {
    headers: { authorization: `Bearer ${letsmeet.apiKey}` },
  })

  expect([status, headers.get('ratelimit-policy')]).toEqual([200, null])
})

test('closes once, however often it is asked to,', async () => {
  const letsmeet = await startLetsMeet()

  await Promise.all([letsmeet.close(), letsmeet.close()])
  await letsmeet.close()

  await expect(fetch(letsmeet.url)).rejects.toThrow('fetch failed')
  await expect(letsmeet.settle()).rejects.toThrow()
})

test('works where the program under test has a held Date of its own', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2030-01-07T08:00:00Z') })
  const letsmeet = await started({ webhooks: ['booking.*'] })
  await book(letsmeet)

  await letsmeet.clock.advance('2d')

  expect(told(letsmeet)).toHaveLength(2)
})

test('refuses a time zone that there is none of', async () => {
  await expect(startLetsMeet({ timezone: 'Mars/Olympus' })).rejects.toThrow('There is no time zone Mars/Olympus')
})

test('runs in a program with a database of its own, leaves its environment alone, and lets it end', {
  timeout: 60_000,
}, () => {
  const entry = JSON.stringify(join(import.meta.dirname, 'testing.ts'))
  const program = `
    const before = JSON.stringify(process.env)
    const { startLetsMeet } = await import(${entry})
    const letsmeet = await startLetsMeet({ webhooks: true })
    const response = await fetch(letsmeet.url + '/api/v1/me', { headers: { authorization: 'Bearer ' + letsmeet.apiKey } })
    await letsmeet.close()
    console.log(response.status, JSON.stringify(process.env) === before)
  `

  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: 'postgres://app@db.internal/app', LETSMEET_LOG: 'debug' },
    timeout: 50_000,
  })

  expect(said).toBe('200 true\n')
})
