import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import Database from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import { type House, makeHouse, openAllDay, readAll, startOf } from './testing/house.ts'
import type { ServerProcess } from './testing/server-process.ts'

const perRound = 12
let house: House
afterAll(() => house.close())

interface Wish {
  key: string
  body: { eventTypeId: string; start: string; guest: { name: string; email: string; timezone: string } }
}

interface Granted {
  status: number | undefined
  replayed: boolean
  id: string
}

const wishesOf = (round: number, eventTypeId: string): Wish[] =>
  Array.from({ length: perRound }, (_, i) => ({
    key: `round-${round}-guest-${i}`,
    body: {
      eventTypeId,
      start: startOf(round * perRound + i),
      guest: { name: 'Grace Hopper', email: `grace-${round}-${i}@example.com`, timezone: 'UTC' },
    },
  }))

/** Sends a wish: `sent` when it is with the system, `granted` with the whole answer, or null when none came. */
function send(
  server: ServerProcess,
  { key, body }: Wish,
): { sent: Promise<unknown>; granted: Promise<Granted | null> } {
  const outgoing = request(`${server.url}/api/v1/bookings`, {
    method: 'POST',
    agent: false,
    headers: {
      authorization: `Bearer ${house.apiKey()}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
  })
  const granted = new Promise<Granted | null>((resolve) => {
    outgoing.on('error', () => resolve(null))
    outgoing.on('response', (answer) => {
      const { statusCode: status, headers } = answer
      json(answer).then(
        (made) =>
          resolve({ status, replayed: headers['idempotent-replayed'] === 'true', id: (made as { id: string }).id }),
        () => resolve(null),
      )
    })
  })
  const sent = once(outgoing, 'finish')
  outgoing.end(JSON.stringify(body))
  return { sent, granted }
}

/** Watches the file, as fast as it can be read, until so many bookings are committed; nothing else runs meanwhile. */
function watchFor(count: number): void {
  const db = new Database(join(house.folder, 'data/letsmeet.db'), { readonly: true })
  const committed = db.prepare<[], number>('select count(*) from bookings').pluck()
  for (const end = Date.now() + 10_000; (committed.get() ?? 0) < count; )
    if (Date.now() > end) throw new Error('The bookings were never written.')
  db.close()
}

/** What the dead server left behind: the id of each booking by its guest. */
function committed(): Map<string, string> {
  const db = new Database(join(house.folder, 'data/letsmeet.db'))
  const rows = db.prepare<[], { id: string; email: string }>('select id, guest_email as email from bookings').all()
  db.close()
  return new Map(rows.map(({ id, email }) => [email, id]))
}

test('an answer that a crash swallowed is given when the same request comes again, and nothing is done twice', async () => {
  house = await makeHouse()
  let server = await house.start()
  const eventTypeId = await openAllDay(house, server)
  const wishes: Wish[] = []
  let swallowed = 0
  let undone = 0
  // Where in the round the server dies is chance: on until both kinds were seen.
  for (let round = 0; round < 3 || ((swallowed === 0 || undone === 0) && round < 10); round++) {
    const mine = wishesOf(round, eventTypeId)
    const calls = mine.map((wish) => send(server, wish))
    await Promise.all(calls.map(({ sent }) => sent))
    watchFor(wishes.length + Math.floor(Math.random() * perRound))
    server.process.kill('SIGKILL')
    await server.end()
    const heard = await Promise.all(calls.map(({ granted }) => granted))
    const kept = committed()
    server = await house.start()
    const again = await Promise.all(mine.map((wish) => send(server, wish).granted))

    for (const [i, { body }] of mine.entries()) {
      const id = kept.get(body.guest.email)
      expect(again[i]).toEqual({ status: 201, replayed: id !== undefined, id: id ?? expect.stringMatching(/^bk_/) })
      if (heard[i]) expect(heard[i]).toEqual({ status: 201, replayed: false, id })
      else if (id) swallowed++
      else undone++
    }
    wishes.push(...mine)
  }

  expect(swallowed).toBeGreaterThan(0)
  expect(undone).toBeGreaterThan(0)
  const bookings = (await readAll(house, server, '/bookings')).map((one) => String(one.start))
  expect(bookings.sort()).toEqual(wishes.map(({ body }) => body.start).sort())
  const facts = await readAll(house, server, '/events')
  expect(facts.filter((fact) => fact.type === 'booking.created')).toHaveLength(wishes.length)
}, 60_000)
