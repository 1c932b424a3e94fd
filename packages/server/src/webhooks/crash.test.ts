import { afterAll, expect, test } from 'vitest'
import { type House, makeHouse, openAllDay, readAll, startOf } from '../testing/house.ts'
import type { ServerProcess } from '../testing/server-process.ts'
import { until } from '../testing/until.ts'
import { type Received, startReceiver } from '../testing/webhook-receiver.ts'

/** As many as fit: a start takes a while on a busy machine. */
const rounds = { most: 8, least: 4, withinMs: 12_000 }
const houses: House[] = []
const undo: (() => unknown)[] = []
afterAll(async () => {
  await Promise.all(houses.map((house) => house.close()))
  for (const step of undo) await step()
})

async function hook(house: House, server: ServerProcess, ordering: 'none' | 'per_booking') {
  const receiver = await startReceiver()
  undo.push(() => receiver.close())
  const input = { url: receiver.url, eventTypes: ['booking.created', 'booking.cancelled'], ordering }
  const made = await house.call(server, 'POST', '/webhook-endpoints', input)
  expect(made?.status).toBe(201)
  return receiver
}

const byId = (list: readonly Received[]) => Map.groupBy(list, (one) => one.headers['webhook-id'] ?? '')

test('a server killed again and again delivers what it acknowledged, the same bytes each time, and nothing else', async () => {
  const house = await makeHouse()
  houses.push(house)
  let server = await house.start()
  const eventTypeId = await openAllDay(house, server)
  const plain = await hook(house, server, 'none')
  const ordered = await hook(house, server, 'per_booking')
  const acknowledged: { booked: string; cancelled: boolean }[] = []
  let n = 0
  const began = Date.now()
  const isEnough = (round: number) => round >= rounds.least && Date.now() - began > rounds.withinMs
  let kills = 0
  for (let isLast = false; !isLast; ) {
    kills++
    isLast = kills === rounds.most || isEnough(kills)
    const from = { acknowledged: acknowledged.length, arrived: plain.received.length }
    const guests = Array.from({ length: 4 }, async () => {
      for (let answered = true; answered; ) {
        n += 1
        const guest = { name: 'Guest', email: `guest${n}@example.net`, timezone: 'UTC' }
        const made = await house.call(server, 'POST', '/bookings', { eventTypeId, start: startOf(n), guest })
        answered = made !== null
        if (made?.status !== 201) continue
        const one = { booked: String(made.body.id), cancelled: false }
        acknowledged.push(one)
        const cancelled = await house.call(server, 'POST', `/bookings/${one.booked}/cancel`, {})
        answered = cancelled !== null
        one.cancelled = cancelled?.status === 200
      }
    })
    // At another point each time: after so many bookings, or so many deliveries, whichever comes first.
    const more = 1 + Math.floor(Math.random() * 8)
    // What the last kill cut off arrives by itself: one booking at least belongs to each round.
    const isFar = (n: number) => acknowledged.length >= from.acknowledged + n
    await until(() => isFar(more) || (isFar(1) && plain.received.length >= from.arrived + more), 10, 5)
    // The last one is told to stop: what is written while it does must arrive as well.
    await server.end(isLast ? 'SIGTERM' : 'SIGKILL')
    await Promise.all(guests)
    server = await house.start()
  }
  const log = await readAll(house, server, '/events')
  const wanted = log.filter((fact) => fact.type === 'booking.created' || fact.type === 'booking.cancelled')
  const ids = new Set(wanted.map((fact) => String(fact.id)))
  await until(() => byId(plain.received).size >= ids.size && byId(ordered.received).size >= ids.size, 20, 5)

  expect(acknowledged.length).toBeGreaterThanOrEqual(kills)
  const told = new Set(wanted.map((fact) => `${fact.type} ${fact.subjectId}`))
  for (const { booked, cancelled } of acknowledged) {
    expect(told).toContain(`booking.created ${booked}`)
    if (cancelled) expect(told).toContain(`booking.cancelled ${booked}`)
  }
  for (const { received } of [plain, ordered]) {
    const arrived = byId(received)
    // Each event of the log at least once, and nothing that is not in it.
    expect(new Set(arrived.keys())).toEqual(ids)
    for (const [id, copies] of arrived) {
      expect(new Set(copies.map((copy) => copy.text)).size).toBe(1)
      expect(copies[0]?.body.id).toBe(id)
    }
    const numbers = [...arrived.values()].map(([copy]) => Number(copy?.body.seq)).sort((a, b) => a - b)
    expect(numbers).toEqual(numbers.map((_, i) => i + 1))
  }
  // In the order of each booking, where that was asked for.
  const firsts = [...byId(ordered.received).values()].map(([copy]) => copy?.body)
  for (const [booked, types] of Map.groupBy(firsts, (body) => body.data.id)) {
    expect(
      types.map((body) => body.type),
      booked,
    ).toEqual(['booking.created', 'booking.cancelled'].slice(0, types.length))
  }
}, 60_000)
