import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import {
  addHost,
  addType,
  askSlots,
  book,
  booked,
  brief,
  full,
  good,
  type Host,
  listed,
  stillClock,
  weekly,
} from '../testing/factories.ts'
import { every, minutesAfter, type Range } from '../testing/offer.ts'

/** A Friday; the next day the clocks change in New York and on Bermuda, three weeks later in Europe. */
const clock = stillClock('2030-03-08T08:00:00Z')
const range: Range = ['2030-03-09T00:00Z', '2030-03-11T18:00Z']

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ options: clock.options })
})
afterAll(() => app.close())

/** Numbers that a seed repeats (mulberry32). */
function dice(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const zones = [
  'UTC',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Atlantic/Bermuda',
]
const hours = [
  '00:00-24:00',
  '09:00-17:00',
  '22:15-24:00 00:00-03:30',
  '08:00-12:00 12:00-13:10 15:00-20:00',
  '00:00-12:00 12:00-24:00',
]

/** Hosts, an event type and a few bookings and blocks, as a seed has it. */
async function furnish(seed: number): Promise<{ typeId: string; hosts: Host[]; minutes: number; setup: object }> {
  const roll = dice(seed)
  const of = <const T extends readonly unknown[]>(list: T): T[number] => list[roll(list.length)]
  const scheduling = of(['individual', 'individual', 'collective', 'round_robin'])
  const hosts: Host[] = []
  for (let i = 0; i < (scheduling === 'individual' ? 1 : 2 + roll(2)); i++) {
    const limits = roll(4) === 0 ? { limits: { bookings: { day: 1 + roll(3) } } } : {}
    const days = roll(3) === 0 ? ['sun'] : ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
    const shape =
      roll(2) === 0
        ? [...weekly(hours[0] ?? '', days), ...weekly('20:30-24:00', ['sat'])]
        : weekly(hours[roll(hours.length)] ?? '', days)
    hosts.push(await addHost(app, { timezone: zones[roll(zones.length)] ?? 'UTC', weekly: shape, ...limits }))
  }
  const minutes = 15 * (1 + roll(6))
  const setup = {
    scheduling,
    durationMinutes: minutes,
    durationOptions: [minutes, 25],
    intervalMinutes: 5 * (3 + roll(12)),
    bufferBeforeMinutes: of([0, 0, 10, 45]),
    bufferAfterMinutes: of([0, 0, 5, 30]),
    minNoticeMinutes: of([0, 60, 1500]),
    window: of([{ kind: 'unlimited' }, { kind: 'rolling', days: 2 }, { kind: 'rolling_business', days: 1 }]),
    limits: of([{}, {}, { bookings: { day: 2 } }, { minutes: { week: 200 } }]),
    seats: of([1, 1, 2]),
    requiresConfirmation: roll(3) === 0,
  }
  const typeId = await addType(app, hosts, setup)
  for (let i = 0; i < 3; i++) {
    const open = await listed(app, typeId, range)
    const start = open[roll(Math.max(open.length, 1))]
    if (start) await booked(app, typeId, start)
  }
  for (const host of hosts) {
    const start = minutesAfter(range[0], 5 * roll(700))
    const path = roll(2) === 0 ? '/busy-blocks' : '/time-off'
    await good(
      app.post(path, { userId: host.id, start: full(start), end: full(minutesAfter(start, 5 + 5 * roll(40))) }),
      201,
    )
  }
  return { typeId, hosts, minutes, setup }
}

describe('listed means bookable, whatever the rules and whatever came before', () => {
  test.each(Array.from({ length: 10 }, (_, i) => i + 1))('seed %d', async (seed) => {
    const { typeId, setup } = await furnish(seed)
    const starts = await listed(app, typeId, range)
    const about = JSON.stringify({ seed, setup })

    // No answer depends on the range asked: piece by piece it is the same list.
    const cuts = [range[0], ...every(7 * 60 + 35, minutesAfter(range[0], 95), range[1]), range[1]]
    const pieces = await Promise.all(cuts.slice(1).map((until, i) => listed(app, typeId, [cuts[i] ?? until, until])))
    expect(pieces.flat(), about).toEqual(starts)

    // Every start that is listed could be booked; of the others, none.
    const preview = async (start: string): Promise<boolean> =>
      (await good(app.post('/bookings/preview', { eventTypeId: typeId, start: full(start), guest }), 200)).body.bookable
    const few = starts.filter((_, i) => i % Math.ceil(starts.length / 25) === 0)
    expect((await Promise.all(few.map(preview))).every(Boolean), about).toBe(true)
    const rest = every(35, range[0], range[1]).filter((start) => !starts.includes(start))
    const open = (await Promise.all(rest.map(async (start) => ((await preview(start)) ? [start] : [])))).flat()
    expect(open, about).toEqual([])

    // The explanation and the list make up the grid, and share no start.
    const { body } = await good(askSlots(app, typeId, range, '&explain=true'), 200)
    const removed: string[] = body.explain.map((one: { start: string }) => brief(one.start))
    expect(
      removed.filter((start) => starts.includes(start)),
      about,
    ).toEqual([])
    expect([...removed].sort(), about).toEqual(removed)
    for (const start of removed.slice(0, 5)) {
      const asked = await good(askSlots(app, typeId, range, `&at=${full(start)}`), 200)
      expect(asked.body.explain, about).toEqual([body.explain[removed.indexOf(start)]])
    }
  })

  test.each(Array.from({ length: 6 }, (_, i) => i + 101))('for a move as well: seed %d', async (seed) => {
    const { typeId, setup } = await furnish(seed)
    const about = JSON.stringify({ seed, setup })
    const list = await app.get(`/bookings?eventTypeId=${typeId}&status=pending,confirmed`)
    const [moving] = list.body.data
    if (!moving) return
    const query = `&rescheduleBookingId=${moving.id}`
    const roll = dice(seed)

    for (let step = 0; step < 4; step++) {
      const now = brief((await app.get(`/bookings/${moving.id}`)).body.start)
      const starts = (await listed(app, typeId, range, query)).filter((start) => start !== now)
      const other = every(25, range[0], range[1]).filter((start) => start !== now && !starts.includes(start))
      for (const start of [0, 1, 2].map(() => other[roll(other.length)] ?? '')) {
        const refused = await app.post(`/bookings/${moving.id}/reschedule`, { start: full(start) })
        expect(refused, `${about} ${start}`).toMatchObject({ status: 409, body: { code: 'slot_unavailable' } })
      }
      const start = starts[roll(Math.max(starts.length, 1))]
      if (!start) return
      const moved = await app.post(`/bookings/${moving.id}/reschedule`, { start: full(start) })
      expect(moved, `${about} ${start}`).toMatchObject({ status: 200 })
    }
  })
})

describe('a seat that moves', () => {
  const seated = async (seats: number) => {
    const host = await addHost(app)
    return addType(app, [host], { seats })
  }
  const nine = '2030-03-12T09:00Z'
  const ten = '2030-03-12T10:00Z'
  const day: Range = ['2030-03-12T00:00Z', '2030-03-13T00:00Z']
  const left = async (typeId: string): Promise<Record<string, number>> =>
    Object.fromEntries(
      (await askSlots(app, typeId, day)).body.data
        .filter((slot: { start: string }) => /T(09|10):/.test(slot.start))
        .map((slot: { start: string; seatsLeft: number }) => [slot.start.slice(11, 16), slot.seatsLeft]),
    )

  test('leaves the others of its session where they are', async () => {
    const typeId = await seated(3)
    const [a, b] = [await booked(app, typeId, nine), await booked(app, typeId, nine)]
    const moved = await good(app.post(`/bookings/${a.body.id}/reschedule`, { start: full(ten) }), 200)

    expect(await left(typeId)).toEqual({ '09:00': 2, '10:00': 2 })
    expect((await app.get(`/bookings/${b.body.id}`)).body).toMatchObject({
      start: '2030-03-12T09:00:00.000Z',
      revision: 1,
    })
    expect(moved.body.sessionId).not.toBe(b.body.sessionId)
  })

  test('joins the session that is there, until it is full', async () => {
    const typeId = await seated(2)
    const [a, b, c] = [await booked(app, typeId, nine), await booked(app, typeId, ten), await booked(app, typeId, nine)]
    const joined = await good(app.post(`/bookings/${a.body.id}/reschedule`, { start: full(ten) }), 200)
    const refused = await app.post(`/bookings/${c.body.id}/reschedule`, { start: full(ten) })

    expect(joined.body.sessionId).toBe(b.body.sessionId)
    expect(refused).toMatchObject({ status: 409, body: { reason: 'seats_full' } })
    expect(await left(typeId)).toEqual({ '09:00': 1 })
  })

  test('takes no second seat beside the same guest', async () => {
    const typeId = await seated(3)
    const first = await booked(app, typeId, nine, { guest })
    await booked(app, typeId, ten, { guest })

    const moved = await app.post(`/bookings/${first.body.id}/reschedule`, { start: full(ten) })
    expect(moved).toMatchObject({ status: 409, body: { code: 'seat_taken' } })
  })

  test('that was the last of its session frees the time for everything', async () => {
    const host = await addHost(app)
    const [typeId, plain] = [await addType(app, [host], { seats: 2 }), await addType(app, [host])]
    const only = await booked(app, typeId, nine)
    await good(app.post(`/bookings/${only.body.id}/reschedule`, { start: full(ten) }), 200)

    expect((await book(app, plain, nine)).status).toBe(201)
    expect((await book(app, plain, ten)).status).toBe(409)
  })
})
