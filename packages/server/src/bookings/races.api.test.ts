import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dialect } from '../config.ts'
import { type Answer, startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addType, book, booked, good, type Host, listed, someone, weekly } from '../testing/factories.ts'
import { createDatabase } from '../testing/postgres.ts'
import { makeFolder, type ServerProcess, spawnServer } from '../testing/server-process.ts'

/** On PostgreSQL two server processes share the database and take the calls in turn; on SQLite there is one. */
let app: TestApp
let second: ServerProcess | null = null
const undo: (() => unknown)[] = []
beforeAll(async () => {
  ;({ app, second } = await startHouse())
})
afterAll(async () => {
  for (const step of undo.reverse()) await step()
})

async function startHouse(more: Record<string, string> = {}): Promise<{ app: TestApp; second: ServerProcess | null }> {
  const folder = makeFolder()
  undo.push(folder.remove)
  const env = { ...more }
  if (dialect === 'postgres') {
    const database = await createDatabase()
    undo.push(database.drop)
    env.DATABASE_URL = database.url
  }
  const first = await startTestApp({ env, options: { now: () => new Date() } })
  undo.push(() => first.close())
  if (dialect !== 'postgres') return { app: first, second: null }
  const other = await spawnServer(folder.path, { ...env, LETSMEET_SECRET: 'a secret that only tests know' })
  undo.push(() => other.end('SIGTERM'))
  return { app: first, second: other }
}

/** A real SMTP server that remembers which mails it was given. */
async function startSmtp(): Promise<{ url: string; messageIds: string[] }> {
  const messageIds: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        messageIds.push(mail.messageId ?? '')
        done()
      }, done)
    },
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  undo.unshift(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, messageIds }
}

/** Days that no other race uses, all in the future, as `2031-03-04`. */
let day = Date.UTC(new Date().getUTCFullYear() + 1, 0, 1)
function freshDay(): string {
  day += 86_400_000
  return new Date(day).toISOString().slice(0, 10)
}

async function post(
  server: number,
  path: string,
  body: object = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const url = server % 2 === 1 && second ? second.url : app.url
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.apiKey}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const wish = (eventTypeId: string, start: string, more: object = {}) => ({
  eventTypeId,
  start,
  guest: someone(),
  ...more,
})
const twenty = Array.from({ length: 20 }, (_, i) => i)

/** Sends them all at once; whoever does not win is told 409, and nothing else ever happens. */
async function race(calls: readonly ((server: number) => Promise<Answer>)[]): Promise<Answer[]> {
  const answers = await Promise.all(calls.map((call, i) => call(i)))
  for (const answer of answers) {
    expect([200, 201, 409], JSON.stringify(answer.body)).toContain(answer.status)
    if (answer.status === 409) expect(answer.body.code).toMatch(/^[a-z_]+$/)
  }
  return answers
}

const bookAtOnce = (wishes: readonly object[]) =>
  race(wishes.map((body) => (server) => post(server, '/bookings', body)))
const won = (answers: readonly Answer[]) => answers.filter((answer) => answer.status < 300)
const codes = (answers: readonly Answer[]) =>
  [...new Set(answers.filter((answer) => answer.status >= 300).map((answer) => answer.body.code))].sort()

interface Seen {
  id: string
  start: string
  end: string
  status: string
  sessionId: string
  seriesId: string | null
  hosts: { userId: string }[]
}

async function bookingsOf(query: string): Promise<Seen[]> {
  const { body } = await good(app.get(`/bookings?limit=100&status=pending,confirmed&${query}`), 200)
  return body.data
}

/** No host is ever in two places, whatever the answers said. */
async function expectNobodyTwice(...hosts: Host[]): Promise<void> {
  for (const host of hosts) {
    const taken = (await bookingsOf(`hostId=${host.id}`)).sort((a, b) => (a.start < b.start ? -1 : 1))
    for (const [i, one] of taken.entries()) {
      const next = taken[i + 1]
      if (next && next.sessionId !== one.sessionId)
        expect(Date.parse(next.start)).toBeGreaterThanOrEqual(Date.parse(one.end))
    }
  }
}

const always = () => addHost(app, { weekly: weekly('00:00-24:00') })

describe('twenty guests at once', () => {
  test('for one start: one gets it', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const start = `${freshDay()}T09:00:00Z`
    const answers = await bookAtOnce(twenty.map(() => wish(typeId, start)))

    expect(won(answers)).toHaveLength(1)
    expect(codes(answers)).toEqual(['slot_unavailable'])
    expect(await bookingsOf(`eventTypeId=${typeId}`)).toHaveLength(1)
  })

  test('for starts that all overlap: one gets it', async () => {
    const host = await always()
    const typeId = await addType(app, [host], { intervalMinutes: 15 })
    const date = freshDay()
    const answers = await bookAtOnce(
      twenty.map((i) => wish(typeId, `${date}T09:${['00', '15', '30', '45'][i % 4]}:00Z`)),
    )

    expect(won(answers)).toHaveLength(1)
    await expectNobodyTwice(host)
  })

  test('for starts of which neighbours overlap: nobody meets two, and whoever lost was in somebody’s way', async () => {
    const host = await always()
    const typeId = await addType(app, [host], { intervalMinutes: 30, bufferAfterMinutes: 10 })
    const date = freshDay()
    const starts = twenty.map((i) => `${date}T${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 ? '30' : '00'}:00Z`)
    const answers = await bookAtOnce(starts.map((start) => wish(typeId, start)))

    const taken = won(answers).map((answer) => Date.parse(answer.body.start))
    const clash = (a: number, b: number) => Math.abs(a - b) < 70 * 60_000
    for (const [i, a] of taken.entries()) for (const b of taken.slice(i + 1)) expect(clash(a, b)).toBe(false)
    for (const [i, answer] of answers.entries()) {
      if (answer.status === 409) expect(taken.some((a) => clash(a, Date.parse(starts[i] ?? '')))).toBe(true)
    }
  })

  test('for two event types of one host: one gets it', async () => {
    const host = await always()
    const [one, two] = [
      await addType(app, [host]),
      await addType(app, [host], { durationMinutes: 90, intervalMinutes: 30 }),
    ]
    const date = freshDay()
    const answers = await bookAtOnce(
      twenty.map((i) => wish(i % 2 ? two : one, `${date}T${i % 2 ? '09:30' : '10:00'}:00Z`)),
    )

    expect(won(answers)).toHaveLength(1)
    await expectNobodyTwice(host)
  })

  test('for five seats: five get one, in one session', async () => {
    const host = await always()
    const typeId = await addType(app, [host], { seats: 5 })
    const start = `${freshDay()}T09:00:00Z`
    const answers = await bookAtOnce(twenty.map(() => wish(typeId, start)))

    expect(won(answers)).toHaveLength(5)
    expect(new Set((await bookingsOf(`eventTypeId=${typeId}`)).map((one) => one.sessionId)).size).toBe(1)
    expect(
      won(answers)
        .map((answer) => answer.body.seatsLeft)
        .sort(),
    ).toEqual([0, 1, 2, 3, 4])
  })

  test('for the last seat: one gets it', async () => {
    const host = await always()
    const typeId = await addType(app, [host], { seats: 3 })
    const start = `${freshDay()}T09:00:00Z`
    for (let i = 0; i < 2; i++) await booked(app, typeId, start)
    const answers = await bookAtOnce(twenty.map(() => wish(typeId, start)))

    expect(won(answers)).toHaveLength(1)
    expect(await bookingsOf(`eventTypeId=${typeId}`)).toHaveLength(3)
  })

  test('with one address: one gets a seat', async () => {
    const host = await always()
    const typeId = await addType(app, [host], { seats: 30 })
    const start = `${freshDay()}T09:00:00Z`
    const guest = someone()
    const answers = await bookAtOnce(
      twenty.map((i) =>
        wish(typeId, start, { guest: { ...guest, email: i % 2 ? guest.email : guest.email.toUpperCase() } }),
      ),
    )

    expect(won(answers)).toHaveLength(1)
    expect(codes(answers)).toEqual(['seat_taken'])
  })

  test('for one start that is only asked for: one request is pending', async () => {
    const host = await always()
    const typeId = await addType(app, [host], { requiresConfirmation: true })
    const plain = await addType(app, [host])
    const start = `${freshDay()}T09:00:00Z`
    const answers = await bookAtOnce(twenty.map((i) => wish(i < 15 ? typeId : plain, start)))

    expect(won(answers)).toHaveLength(1)
    await expectNobodyTwice(host)
  })

  test('for collective meetings that share a host: one gets it', async () => {
    const [a, b, c] = [await always(), await always(), await always()]
    const pairs = [
      [a, b],
      [b, c],
      [c, a],
      [b, a],
      [a, b, c],
    ]
    const types = await Promise.all(pairs.map((hosts) => addType(app, hosts, { scheduling: 'collective' })))
    const start = `${freshDay()}T09:00:00Z`
    const answers = await bookAtOnce(twenty.map((i) => wish(types[i % types.length] ?? '', start)))

    expect(won(answers)).toHaveLength(1)
    await expectNobodyTwice(a, b, c)
  })

  test('for collective meetings that share nobody: both take place', async () => {
    const [a, b, c, d] = [await always(), await always(), await always(), await always()]
    const types = await Promise.all(
      [
        [a, b],
        [c, d],
      ].map((hosts) => addType(app, hosts, { scheduling: 'collective' })),
    )
    const start = `${freshDay()}T09:00:00Z`
    const answers = await bookAtOnce(twenty.map((i) => wish(types[i % 2] ?? '', start)))

    expect(won(answers)).toHaveLength(2)
  })

  test('for two rotations that share a host: as many get it as there are hosts', async () => {
    const [a, b, c] = [await always(), await always(), await always()]
    const types = await Promise.all(
      [
        [a, b],
        [b, c],
      ].map((hosts) => addType(app, hosts, { scheduling: 'round_robin' })),
    )
    const start = `${freshDay()}T09:00:00Z`
    const answers = await bookAtOnce(twenty.map((i) => wish(types[i % 2] ?? '', start)))

    // The shared host may go to either rotation; then two of the other's own guests compete for one.
    expect([2, 3]).toContain(won(answers).length)
    await expectNobodyTwice(a, b, c)
    for (const typeId of types)
      expect(await listed(app, typeId, [start, start.replace('09:00:00', '09:00:01')])).toEqual([])
  })

  test('for a rotation: each host is met once, and starts side by side are shared evenly', async () => {
    const hosts = [await always(), await always(), await always(), await always()]
    const typeId = await addType(app, hosts, { scheduling: 'round_robin' })
    const date = freshDay()
    const answers = await bookAtOnce(twenty.map((i) => wish(typeId, `${date}T${String(i).padStart(2, '0')}:00:00Z`)))

    const met = won(answers).map((answer) => answer.body.hosts[0].userId)
    expect(hosts.map((host) => met.filter((id) => id === host.id).length)).toEqual([5, 5, 5, 5])
  })

  test.each([
    ['bookings', { bookings: { day: 3 } }, 3],
    ['minutes', { minutes: { week: 150 } }, 2],
  ])('under a limit of %s: as many get through as it lets', async (_, limits, places) => {
    const host = await always()
    const typeId = await addType(app, [host], { limits })
    const date = freshDay()
    const answers = await bookAtOnce(twenty.map((i) => wish(typeId, `${date}T${String(i).padStart(2, '0')}:00:00Z`)))

    expect(won(answers)).toHaveLength(places)
  })

  test('under an event type’s limit with many hosts: no more than it lets', async () => {
    const hosts = await Promise.all(twenty.slice(0, 8).map(always))
    const typeId = await addType(app, hosts, { scheduling: 'round_robin', limits: { bookings: { day: 3 } } })
    const date = freshDay()
    const wishes = twenty.map((i) =>
      wish(typeId, `${date}T${String(i).padStart(2, '0')}:00:00Z`, { hostId: hosts[i % hosts.length]?.id }),
    )

    expect(won(await bookAtOnce(wishes))).toHaveLength(3)
  })

  test('under a host’s limit over two event types: no more than it lets', async () => {
    const host = await addHost(app, { weekly: weekly('00:00-24:00'), limits: { bookings: { day: 4 } } })
    const types = [await addType(app, [host]), await addType(app, [host])]
    const date = freshDay()
    const answers = await bookAtOnce(
      twenty.map((i) => wish(types[i % 2] ?? '', `${date}T${String(i).padStart(2, '0')}:00:00Z`)),
    )

    expect(won(answers)).toHaveLength(4)
  })

  test('with one external id: one gets it, at whatever start', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const date = freshDay()
    const answers = await bookAtOnce(
      twenty.map((i) => wish(typeId, `${date}T${String(i).padStart(2, '0')}:00:00Z`, { externalId: `race-${date}` })),
    )

    expect(won(answers)).toHaveLength(1)
    expect(codes(answers)).toEqual(['external_id_taken'])
  })

  test('with one idempotency key: one booking, told to all of them', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const body = wish(typeId, `${freshDay()}T09:00:00Z`)
    const answers = await race(
      twenty.map(() => (server) => post(server, '/bookings', body, { 'idempotency-key': `one-${typeId}` })),
    )

    const told = new Set(won(answers).map((answer) => answer.body.id))
    expect(told.size).toBe(1)
    expect(codes(answers).filter((code) => code !== 'idempotency_in_progress')).toEqual([])
    expect(await bookingsOf(`eventTypeId=${typeId}`)).toHaveLength(1)
  })
})

describe('moves at once', () => {
  const move = (id: string, start: string) => (server: number) => post(server, `/bookings/${id}/reschedule`, { start })

  test('of twenty bookings into one slot: one gets there, the others stay', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const [from, to] = [freshDay(), freshDay()]
    const made = await Promise.all(
      twenty.map((i) => booked(app, typeId, `${from}T${String(i).padStart(2, '0')}:00:00Z`)),
    )
    const answers = await race(made.map((one) => move(one.body.id, `${to}T09:00:00Z`)))

    expect(won(answers)).toHaveLength(1)
    const after = (await bookingsOf(`eventTypeId=${typeId}`)).map((one) => one.start.slice(0, 10))
    expect(after.filter((date) => date === to)).toHaveLength(1)
    expect(after.filter((date) => date === from)).toHaveLength(19)
  })

  test('of one booking to twenty places: it is in one of them, and its history adds up', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const [from, to] = [freshDay(), freshDay()]
    const made = await booked(app, typeId, `${from}T09:00:00Z`)
    const answers = await race(twenty.map((i) => move(made.body.id, `${to}T${String(i).padStart(2, '0')}:00:00Z`)))

    const after = (await app.get(`/bookings/${made.body.id}`)).body
    expect(await bookingsOf(`eventTypeId=${typeId}`)).toMatchObject([{ id: made.body.id, start: after.start }])
    expect(after.revision).toBe(1 + won(answers).length)
    const { data } = (await app.get(`/bookings/${made.body.id}/events`)).body
    const moves: { data: { start: string }; previous: { start: string } }[] = data
      .filter((event: { type: string }) => event.type === 'booking.rescheduled')
      .sort((a: { seq: number }, b: { seq: number }) => a.seq - b.seq)
    expect(moves).toHaveLength(won(answers).length)
    // Each move begins where the one before ended.
    for (const [i, one] of moves.entries()) expect(one.previous.start).toBe(moves[i - 1]?.data.start ?? made.body.start)
    expect(moves.at(-1)?.data.start).toBe(after.start)
  })

  test('of two bookings into each other’s place: nobody meets two', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const date = freshDay()
    const [a, b] = [await booked(app, typeId, `${date}T09:00:00Z`), await booked(app, typeId, `${date}T10:00:00Z`)]
    await race(twenty.map((i) => (i % 2 ? move(a.body.id, b.body.start) : move(b.body.id, a.body.start))))

    await expectNobodyTwice(host)
    expect(await bookingsOf(`eventTypeId=${typeId}`)).toHaveLength(2)
  })

  test('and new bookings into one slot: one gets it', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const [from, to] = [freshDay(), freshDay()]
    const made = await Promise.all(
      twenty.slice(0, 10).map((i) => booked(app, typeId, `${from}T${String(i).padStart(2, '0')}:00:00Z`)),
    )
    const start = `${to}T09:00:00Z`
    const answers = await race(
      made.flatMap((one) => [
        move(one.body.id, start),
        (server: number) => post(server, '/bookings', wish(typeId, start)),
      ]),
    )

    expect(won(answers)).toHaveLength(1)
    await expectNobodyTwice(host)
  })

  test('to one host by reassignment: one gets there', async () => {
    const [a, ...others] = await Promise.all(twenty.slice(0, 11).map(always))
    if (!a) throw new Error('There is a host.')
    const typeId = await addType(app, [a, ...others], { scheduling: 'round_robin' })
    const start = `${freshDay()}T09:00:00Z`
    const made = await Promise.all(others.map((host) => booked(app, typeId, start, { hostId: host.id })))
    const answers = await race(
      made.map((one) => (server) => post(server, `/bookings/${one.body.id}/reassign`, { hostId: a.id })),
    )

    expect(won(answers)).toHaveLength(1)
    await expectNobodyTwice(a, ...others)
  })
})

describe('decisions at once', () => {
  const eventsOf = async (id: string): Promise<string[]> =>
    (await app.get(`/bookings/${id}/events`)).body.data.map((event: { type: string }) => event.type).sort()

  test('twenty cancellations are one', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const made = await booked(app, typeId, `${freshDay()}T09:00:00Z`)
    const answers = await race(twenty.map(() => (server) => post(server, `/bookings/${made.body.id}/cancel`)))

    expect(answers.map((answer) => answer.status)).toEqual(twenty.map(() => 200))
    expect(await eventsOf(made.body.id)).toEqual(['booking.cancelled', 'booking.created'])
  })

  test('a cancellation and nineteen guests who wait for the place: at most one gets it, and it is never lost', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const start = `${freshDay()}T09:00:00Z`
    const made = await booked(app, typeId, start)
    const answers = await race([
      ...twenty.slice(0, 9).map(() => (server: number) => post(server, '/bookings', wish(typeId, start))),
      (server) => post(server, `/bookings/${made.body.id}/cancel`),
      ...twenty.slice(0, 10).map(() => (server: number) => post(server, '/bookings', wish(typeId, start))),
    ])

    const winners = answers.filter((answer) => answer.status === 201)
    expect(winners.length).toBeLessThanOrEqual(1)
    const late = await book(app, typeId, start)
    expect(winners.length + (late.status === 201 ? 1 : 0)).toBe(1)
  })

  test('ten confirmations and ten refusals: one is the decision', async () => {
    const host = await always()
    const typeId = await addType(app, [host], { requiresConfirmation: true })
    const made = await booked(app, typeId, `${freshDay()}T09:00:00Z`)
    await race(
      twenty.map((i) => (server) => post(server, `/bookings/${made.body.id}/${i % 2 ? 'confirm' : 'decline'}`)),
    )

    const { status } = (await app.get(`/bookings/${made.body.id}`)).body
    expect(['confirmed', 'declined']).toContain(status)
    expect(await eventsOf(made.body.id)).toEqual([`booking.${status}`, 'booking.requested'].sort())
  })

  test('a cancellation and a move: the booking is cancelled, and its place is free', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const date = freshDay()
    const made = await booked(app, typeId, `${date}T09:00:00Z`)
    await race(
      twenty.map(
        (i) => (server) =>
          i % 2
            ? post(server, `/bookings/${made.body.id}/cancel`)
            : post(server, `/bookings/${made.body.id}/reschedule`, { start: `${date}T1${i % 10}:00:00Z` }),
      ),
    )

    expect((await app.get(`/bookings/${made.body.id}`)).body.status).toBe('cancelled')
    expect(await listed(app, typeId, [`${date}T00:00:00Z`, `${date}T23:59:00Z`])).toHaveLength(24)
  })
})

describe('a series', () => {
  test('against others and single meetings: all of it or nothing', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const date = freshDay()
    for (let i = 0; i < 40; i++) freshDay()
    const week = (n: number) =>
      `${new Date(Date.parse(date) + n * 7 * 86_400_000).toISOString().slice(0, 10)}T09:00:00Z`
    const recurrence = { frequency: 'weekly', count: 4 }
    const answers = await bookAtOnce(
      twenty.map((i) => (i % 2 ? wish(typeId, week(0), { recurrence }) : wish(typeId, week(i % 4)))),
    )

    const kept = await bookingsOf(`eventTypeId=${typeId}`)
    expect(new Set(kept.map((one) => one.start)).size).toBe(kept.length)
    const sizes = new Map<string, number>()
    for (const one of kept) if (one.seriesId) sizes.set(one.seriesId, (sizes.get(one.seriesId) ?? 0) + 1)
    expect([...sizes.values()].filter((size) => size !== 4)).toEqual([])
    const meetings = won(answers).reduce((sum, answer) => sum + (answer.body.series?.length ?? 1), 0)
    expect(kept).toHaveLength(meetings)
  })

  test('twenty times the same: one stands', async () => {
    const host = await always()
    const typeId = await addType(app, [host])
    const start = `${freshDay()}T09:00:00Z`
    for (let i = 0; i < 10; i++) freshDay()
    const answers = await bookAtOnce(
      twenty.map(() => wish(typeId, start, { recurrence: { frequency: 'daily', count: 5 } })),
    )

    expect(won(answers)).toHaveLength(1)
    expect(await bookingsOf(`eventTypeId=${typeId}`)).toHaveLength(5)
  })
})

test('every mail is sent once, however many processes look for it', async () => {
  const smtp = await startSmtp()
  const house = await startHouse({ LETSMEET_SMTP_URL: smtp.url, LETSMEET_MAIL_FROM: 'meet@example.org' })
  const host = await addHost(house.app, { weekly: weekly('00:00-24:00') })
  const typeId = await addType(house.app, [host])
  const date = freshDay()
  await Promise.all(twenty.map((i) => booked(house.app, typeId, `${date}T${String(i).padStart(2, '0')}:00:00Z`)))
  const queued = async () =>
    (await good(house.app.get('/mail?limit=100'), 200)).body.data.filter(
      (mail: { state: string }) => mail.state !== 'sent',
    )
  await house.app.settle()

  // The other process may still hold some of them.
  await expect.poll(queued, { timeout: 10_000 }).toEqual([])
  expect(smtp.messageIds).toHaveLength(40)
  expect(new Set(smtp.messageIds).size).toBe(40)
})

test('the log has no gap and no double, whoever wrote it', async () => {
  const seqs: number[] = []
  let path = '/events?limit=100'
  for (;;) {
    const { body } = await good(app.get(path), 200)
    seqs.push(...body.data.map((event: { seq: number }) => event.seq))
    if (body.nextCursor === null) break
    path = `/events?limit=100&cursor=${body.nextCursor}`
  }

  seqs.sort((a, b) => a - b)
  expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, i) => i + 1))
})
