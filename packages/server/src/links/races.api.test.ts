import { afterAll, beforeAll, expect, test } from 'vitest'
import { dialect } from '../config.ts'
import { type Answer, startTestApp, type TestApp } from '../testing/app.ts'
import { addHost, addType, good, type Host, listed, someone, weekly } from '../testing/factories.ts'
import { addLink, linkOf } from '../testing/links.ts'
import { createDatabase } from '../testing/postgres.ts'
import { makeFolder, type ServerProcess, spawnServer } from '../testing/server-process.ts'

/** On PostgreSQL two server processes share the database and take the calls in turn; on SQLite there is one. */
let app: TestApp
let second: ServerProcess | null = null
let host: Host
let typeId: string
const undo: (() => unknown)[] = []
beforeAll(async () => {
  const env: Record<string, string> = {}
  if (dialect === 'postgres') {
    const database = await createDatabase()
    undo.push(database.drop)
    env.DATABASE_URL = database.url
  }
  app = await startTestApp({ env, options: { now: () => new Date() } })
  undo.push(() => app.close())
  if (dialect === 'postgres') {
    const folder = makeFolder()
    const other = await spawnServer(folder.path, { ...env, LETSMEET_SECRET: 'a secret that only tests know' })
    undo.push(folder.remove, () => other.end('SIGTERM'))
    second = other
  }
  host = await addHost(app, { weekly: weekly('00:00-24:00') })
  typeId = await addType(app, [host])
})
afterAll(async () => {
  for (const step of undo.reverse()) await step()
})

const ten = Array.from({ length: 10 }, (_, i) => i)

/** Days that no other race uses, all in the future. */
let day = Date.UTC(new Date().getUTCFullYear() + 1, 0, 1)
function freshDay(): string {
  day += 86_400_000
  return new Date(day).toISOString().slice(0, 10)
}

async function post(server: number, path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
  const url = server % 2 === 1 && second ? second.url : app.url
  const response = await fetch(`${url}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

const book = (server: number, token: string, start: string, more: object = {}) =>
  post(server, `/public/links/${token}/bookings`, { start, guest: someone(), ...more })
const starts = (date: string) => ten.map((i) => `${date}T${String(i).padStart(2, '0')}:00:00Z`)
const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort()
const bookingsOn = async (date: string): Promise<number> =>
  24 - (await listed(app, typeId, [`${date}T00:00Z`, `${date}T23:59Z`])).length

test('ten guests, ten slots, one link of one use: one gets a booking, in each of twenty rounds', {
  timeout: 120_000,
}, async () => {
  for (let round = 0; round < 20; round++) {
    const { id, token } = await addLink(app, { userId: host.id, eventTypeId: typeId })
    const date = freshDay()
    const answers = await Promise.all(starts(date).map((start, i) => book(i, token, start)))

    const late = statuses(answers).slice(1)
    expect(statuses(answers)[0]).toBe(201)
    expect(late.every((status) => status === 409 || status === 410)).toBe(true)
    expect(await linkOf(app, id)).toMatchObject({ state: 'used', uses: 1, bookings: [expect.anything()] })
    expect(await bookingsOn(date)).toBe(1)
  }
})

test('a link of three uses is used three times, over event types of hosts who have nothing in common', async () => {
  const hosts = [
    await addHost(app, { weekly: weekly('00:00-24:00') }),
    await addHost(app, { weekly: weekly('00:00-24:00') }),
  ]
  const types = [await addType(app, hosts.slice(0, 1)), await addType(app, hosts.slice(1))]
  const contact = await good(app.post('/contacts', { userId: hosts[0]?.id, email: someone().email }), 201)
  const wish = { kind: 'share', userId: hosts[0]?.id, contactId: contact.body.id, eventTypeIds: types, maxUses: 3 }
  const { id, token } = await addLink(app, wish)
  const answers = await Promise.all(
    starts(freshDay()).map((start, i) => book(i, token, start, { eventTypeId: types[i % 3 === 0 ? 1 : 0] })),
  )

  expect(statuses(answers).slice(0, 3)).toEqual([201, 201, 201])
  expect(statuses(answers).slice(3)).toEqual(Array(7).fill(410))
  expect(await linkOf(app, id)).toMatchObject({ uses: 3, state: 'used' })
})

test('a link that is revoked while it is booked is either used first or refused, and never half', async () => {
  for (let round = 0; round < 10; round++) {
    const { id, token } = await addLink(app, { userId: host.id, eventTypeId: typeId })
    const date = freshDay()
    const [made, revoked] = await Promise.all([
      book(round, token, `${date}T09:00:00Z`),
      post(round + 1, `/links/${id}/revoke`, {}, { authorization: `Bearer ${app.apiKey}` }),
    ])

    expect(revoked.status).toBe(200)
    expect([201, 410]).toContain(made.status)
    const booked = made.status === 201 ? 1 : 0
    expect(await linkOf(app, id)).toMatchObject({ state: 'revoked', uses: booked })
    expect(await bookingsOn(date)).toBe(booked)
  }
})

test('a link that runs out while it is used is used before its instant and not after', async () => {
  const expiresAt = new Date(Date.now() + 400)
  const { id, token } = await addLink(app, {
    userId: host.id,
    eventTypeId: typeId,
    maxUses: 100,
    expiresAt: expiresAt.toISOString(),
  })
  const days = [freshDay(), freshDay(), freshDay(), freshDay()]
  const answers: Answer[] = []
  for (const start of days.flatMap(starts).concat(...days.map((date) => `${date}T12:00:00Z`))) {
    answers.push(await book(answers.length, token, start))
    if (Date.now() > expiresAt.getTime() + 100) break
  }
  while (Date.now() <= expiresAt.getTime()) answers.push(await book(0, token, `${days[0]}T09:00:00Z`))
  answers.push(await book(0, token, `${days[0]}T23:00:00Z`))
  const seen = await linkOf(app, id)

  expect(answers.at(-1)?.status).toBe(410)
  expect(seen.uses).toBe(answers.filter(({ status }) => status === 201).length)
  for (const { status } of answers) expect([201, 409, 410]).toContain(status)
  const { body } = await app.get('/events?limit=100&type=booking.created')
  const used = body.data.filter((event: { data: { linkId: string } }) => event.data.linkId === id)
  for (const event of used) expect(Date.parse(event.timestamp)).toBeLessThan(expiresAt.getTime())
})

test('ten cancellations and bookings of a link that re-arms never make it worth more than it is', async () => {
  const { id, token } = await addLink(app, { userId: host.id, eventTypeId: typeId, maxUses: 2, rearmOnCancel: true })
  const date = freshDay()
  await Promise.all(
    starts(date).map(async (start, i) => {
      const made = await book(i, token, start)
      if (made.status !== 201 || i % 2 === 0) return
      await post(i, `/public/bookings/${made.body.manageUrl.split('/').at(-1)}/cancel`, {})
    }),
  )
  const link = await linkOf(app, id)
  const open = link.bookings.filter((booking: { status: string }) => booking.status === 'confirmed').length

  expect(link.uses).toBe(open)
  expect(open).toBeLessThanOrEqual(2)
  expect(await bookingsOn(date)).toBe(open)
})
