import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import {
  addHost,
  addType,
  askSlots,
  at,
  book,
  booked,
  good,
  type Host,
  listed,
  overrides,
  stillClock,
  weekly,
} from '../testing/factories.ts'
import { every, expectOffer, minutesAfter, type Range } from '../testing/offer.ts'

/** A Monday. */
const now = '2030-01-07T08:00:00Z'
const tuesday: Range = ['2030-01-08T00:00Z', '2030-01-09T00:00Z']
const on = (clocks: string) => at('2030-01-08', clocks)

const clock = stillClock(now)
let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ options: clock.options })
})
beforeEach(() => clock.set(now))
afterAll(() => app.close())

const hostHours = (text: string, timezone = 'UTC') => addHost(app, { timezone, weekly: weekly(text) })
const block = (host: Host, start: string, end: string) =>
  good(
    app.post('/busy-blocks', { userId: host.id, start: `2030-01-08T${start}:00Z`, end: `2030-01-08T${end}:00Z` }),
    201,
  )
const hostsOf = (answer: { body: { hosts: { userId: string }[] } }) => answer.body.hosts.map((host) => host.userId)
const suspend = (host: Host) => good(app.post(`/organization/members/${host.id}/suspend`), 200)

describe('collective', () => {
  const collective = { scheduling: 'collective' }

  test.each<[string, [string, string?][], object, string[]]>([
    ['starts where the intersection starts', [['09:00-12:00'], ['09:30-17:00']], {}, on('09:30 10:30')],
    [
      'starts anew in each part of the intersection',
      [['09:00-12:00 13:00-16:00'], ['10:15-14:20']],
      { durationMinutes: 30 },
      on('10:15 10:45 11:15 13:00 13:30'),
    ],
    ['is empty where the hosts share no time', [['09:00-12:00'], ['12:00-17:00']], {}, []],
    [
      'meets across zones',
      [
        ['09:00-17:00', 'Europe/Berlin'],
        ['09:00-17:00', 'America/New_York'],
      ],
      {},
      on('14:00 15:00'),
    ],
    [
      'meets across zones with odd offsets',
      [
        ['09:00-17:00', 'Asia/Kathmandu'],
        ['09:00-17:00', 'Europe/London'],
      ],
      { durationMinutes: 30 },
      on('09:00 09:30 10:00 10:30'),
    ],
    ['takes three', [['09:00-12:00'], ['10:00-13:00'], ['10:40-12:30']], { durationMinutes: 40 }, on('10:40 11:20')],
  ])('%s', async (_, hours, type, expected) => {
    const hosts = await Promise.all(hours.map(([text, timezone]) => hostHours(text, timezone)))
    const typeId = await addType(app, hosts, { ...collective, ...type })
    const { durationMinutes = 60 } = type as { durationMinutes?: number }

    await expectOffer(app, typeId, tuesday, expected, { minutes: durationMinutes, refused: on('08:30 13:10') })
  })

  test('needs every host free, and books them all at once', async () => {
    const [a, b] = [await hostHours('09:00-13:00'), await hostHours('09:00-13:00')]
    const both = await addType(app, [a, b], collective)
    const [onlyA, onlyB] = [await addType(app, [a]), await addType(app, [b])]
    await booked(app, onlyA, '2030-01-08T09:00Z')
    await block(b, '12:00', '12:30')
    const before = await listed(app, both, tuesday)
    const made = await booked(app, both, '2030-01-08T10:00Z')

    expect(before).toEqual(on('10:00 11:00'))
    expect(hostsOf(made).sort()).toEqual([a.id, b.id].sort())
    expect(await listed(app, onlyA, tuesday)).toEqual(on('11:00 12:00'))
    expect(await listed(app, onlyB, tuesday)).toEqual(on('09:00 11:00'))
  })

  test('counts the limit of each host', async () => {
    const [a, b] = [await hostHours('09:00-11:00'), await addHost(app, { limits: { bookings: { day: 1 } } })]
    const both = await addType(app, [a, b], collective)
    const onlyB = await addType(app, [b])
    await booked(app, onlyB, '2030-01-08T15:00Z')

    expect((await askSlots(app, both, tuesday)).body).toMatchObject({ data: [], reason: 'limit' })
    expect((await book(app, both, '2030-01-08T09:00Z')).body).toMatchObject({ status: 409, reason: 'limit' })
  })

  test('is closed while one host is suspended', async () => {
    const [a, b] = [await hostHours('09:00-11:00'), await hostHours('09:00-11:00')]
    const both = await addType(app, [a, b], collective)
    await suspend(b)

    expect((await askSlots(app, both, tuesday)).body).toMatchObject({ data: [], reason: 'host_inactive' })
    expect((await book(app, both, '2030-01-08T09:00Z')).status).toBe(409)
  })

  test('keeps buffers towards the bookings of every host', async () => {
    const [a, b] = [await hostHours('09:00-13:00'), await hostHours('09:00-13:00')]
    const both = await addType(app, [a, b], { ...collective, durationMinutes: 30, bufferBeforeMinutes: 15 })
    const onlyB = await addType(app, [b], { bufferAfterMinutes: 20 })
    await booked(app, onlyB, '2030-01-08T10:00Z')

    // After 11:00: 20 and 15 minutes. Before 10:00: nothing is asked.
    expect(await listed(app, both, tuesday)).toEqual(on('09:00 09:30 12:00 12:30'))
  })
})

describe('round robin', () => {
  const rotation = { scheduling: 'round_robin' }
  const ids = (...hosts: Host[]) => hosts.map((host) => host.id).sort()
  /** Everybody free all day: who is chosen is the rotation's own doing. */
  const around = () => addHost(app, { weekly: weekly('00:00-24:00') })

  test('is the union of each host’s own grid', async () => {
    const [a, b] = [await hostHours('09:00-11:00'), await hostHours('09:20-12:00')]
    const typeId = await addType(app, [a, b], rotation)

    const answer = await askSlots(app, typeId, tuesday)
    expect(answer.body.data.map((slot: { start: string }) => slot.start.slice(11, 16))).toEqual([
      '09:00',
      '09:20',
      '10:00',
      '10:20',
    ])
    expect(answer.body.data.map((slot: { hostIds: string[] }) => slot.hostIds)).toEqual([
      [a.id],
      [b.id],
      [a.id],
      [b.id],
    ])
    expect(hostsOf(await booked(app, typeId, '2030-01-08T09:20Z'))).toEqual([b.id])
    expect(hostsOf(await booked(app, typeId, '2030-01-08T10:00Z'))).toEqual([a.id])
    expect((await book(app, typeId, '2030-01-08T11:20Z')).status).toBe(409)
  })

  test('spans zones: each host brings their own hours', async () => {
    const [a, b] = [await hostHours('09:00-10:00', 'Asia/Kolkata'), await hostHours('09:00-10:00', 'America/St_Johns')]
    const typeId = await addType(app, [a, b], rotation)

    await expectOffer(app, typeId, tuesday, on('03:30 12:30'), { minutes: 60, refused: on('09:00') })
  })

  test('uses the schedule that is named for a host, else their default', async () => {
    const [a, b] = [await hostHours('09:00-10:00'), await hostHours('09:00-10:00')]
    const late = await good(
      app.post('/schedules', { userId: b.id, timezone: 'UTC', weekly: weekly('15:00-16:00') }),
      201,
    )
    const typeId = await addType(app, [a], {
      ...rotation,
      hosts: [{ userId: a.id }, { userId: b.id, scheduleId: late.body.id }],
    })

    const answer = await askSlots(app, typeId, tuesday)
    expect(answer.body.data).toMatchObject([
      { start: '2030-01-08T09:00:00.000Z', hostIds: [a.id] },
      { start: '2030-01-08T15:00:00.000Z', hostIds: [b.id] },
    ])
  })

  test('lists a slot while one host is free, and takes as many bookings as there are hosts', async () => {
    const hosts = [await hostHours('09:00-10:00'), await hostHours('09:00-10:00'), await hostHours('09:00-10:00')]
    const typeId = await addType(app, hosts, rotation)
    const taken: string[] = []
    for (let i = 0; i < 3; i++) taken.push(...hostsOf(await booked(app, typeId, '2030-01-08T09:00Z')))

    expect(taken.sort()).toEqual(ids(...hosts))
    expect(await listed(app, typeId, tuesday)).toEqual([])
    expect((await book(app, typeId, '2030-01-08T09:00Z')).body).toMatchObject({ status: 409, reason: 'busy' })
  })

  test('passes a suspended host by, and lists their start no more', async () => {
    const [a, b] = [await hostHours('09:00-10:00'), await hostHours('09:00-10:00 14:00-15:00')]
    const typeId = await addType(app, [a, b], rotation)
    await suspend(b)

    await expectOffer(app, typeId, tuesday, on('09:00'), { minutes: 60, refused: on('14:00') })
  })

  test('closes one host’s day by their override alone', async () => {
    const a = await hostHours('09:00-10:00')
    const b = await addHost(app, { weekly: weekly('09:00-11:00'), overrides: overrides({ '2030-01-08': '' }) })
    const typeId = await addType(app, [a, b], rotation)

    const answer = await askSlots(app, typeId, tuesday)
    expect(answer.body.data).toMatchObject([{ start: '2030-01-08T09:00:00.000Z', hostIds: [a.id] }])
  })

  test('meets the host that is asked for, or refuses', async () => {
    const [a, b] = [await hostHours('09:00-11:00'), await hostHours('09:00-10:00')]
    const outsider = await hostHours('09:00-11:00')
    const typeId = await addType(app, [a, b], rotation)

    expect(hostsOf(await booked(app, typeId, '2030-01-08T09:00Z', { hostId: b.id }))).toEqual([b.id])
    expect((await book(app, typeId, '2030-01-08T09:00Z', { hostId: b.id })).status).toBe(409)
    expect((await book(app, typeId, '2030-01-08T10:00Z', { hostId: b.id })).status).toBe(409)
    expect(await book(app, typeId, '2030-01-08T10:00Z', { hostId: outsider.id })).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '#/hostId' }] },
    })
  })

  test('with no history goes by id', async () => {
    const hosts = [await around(), await around(), await around()]
    const typeId = await addType(app, hosts, rotation)

    expect(hostsOf(await booked(app, typeId, '2030-01-08T09:00Z'))).toEqual(ids(...hosts).slice(0, 1))
  })

  test.each([[[1, 1, 1]], [[2, 1]], [[3, 1, 2]], [[5, 1]], [[1, 1000]]])('shares by weight %j', async (weights) => {
    const hosts = await Promise.all(weights.map(around))
    const weighted = hosts.map((host, i) => ({ userId: host.id, weight: weights[i] ?? 1 }))
    const typeId = await addType(app, hosts, { ...rotation, hosts: weighted })
    const chosen: string[] = []
    const expected: string[] = []
    const last = new Map<string, number>()
    for (let turn = 0; turn < 12; turn++) {
      // Each turn a minute later, so that who was booked longest ago is never a draw.
      clock.set(minutesAfter(now, turn))
      const start = minutesAfter('2030-01-08T00:00Z', turn * 60)
      chosen.push(...hostsOf(await booked(app, typeId, start)))
      const share = (one: (typeof weighted)[number]) => expected.filter((id) => id === one.userId).length / one.weight
      const [next] = [...weighted].sort(
        (x, y) =>
          share(x) - share(y) ||
          (last.get(x.userId) ?? -1) - (last.get(y.userId) ?? -1) ||
          (x.userId < y.userId ? -1 : 1),
      )
      expected.push(next?.userId ?? '')
      last.set(next?.userId ?? '', turn)
    }

    expect(chosen).toEqual(expected)
  })

  test('does not count bookings that were cancelled or declined', async () => {
    const [a, b] = [await around(), await around()]
    const typeId = await addType(app, [a, b], { ...rotation, requiresConfirmation: true })
    // Two for each; then both of one are undone.
    const made = []
    for (const hour of ['09', '10', '11', '12']) made.push(await booked(app, typeId, `2030-01-08T${hour}:00Z`))
    const undone = made.filter((one) => hostsOf(one)[0] === b.id)
    await good(app.post(`/bookings/${undone[0]?.body.id}/decline`), 200)
    await good(app.post(`/bookings/${undone[1]?.body.id}/cancel`), 200)

    const next = []
    for (const hour of ['14', '15']) next.push(...hostsOf(await booked(app, typeId, `2030-01-08T${hour}:00Z`)))
    expect(undone).toHaveLength(2)
    expect(next).toEqual([b.id, b.id])
  })

  test('forgets bookings made more than 30 days ago, whenever they take place', async () => {
    const [a, b] = [await around(), await around()]
    const typeId = await addType(app, [a, b], rotation)
    for (const hour of ['09', '10', '11']) await booked(app, typeId, `2030-06-08T${hour}:00Z`, { hostId: a.id })
    clock.set('2030-01-20T08:00:00Z')
    await booked(app, typeId, '2030-06-08T12:00Z', { hostId: b.id })
    clock.set('2030-02-08T08:00:00Z')

    // By now the three are forgotten and the one is not.
    expect(hostsOf(await booked(app, typeId, '2030-06-08T15:00Z'))).toEqual([a.id])
  })

  test('counts this event type only', async () => {
    const [a, b] = [await around(), await around()]
    const [first = '', second = ''] = ids(a, b)
    const typeId = await addType(app, [a, b], rotation)
    const own = await addType(app, [first === a.id ? a : b])
    for (const hour of ['09', '10', '11']) await booked(app, own, `2030-01-08T${hour}:00Z`)

    expect(hostsOf(await booked(app, typeId, '2030-01-08T15:00Z'))).toEqual([first])
    expect(hostsOf(await booked(app, typeId, '2030-01-08T16:00Z'))).toEqual([second])
  })

  test('keeps its host when the booking moves', async () => {
    const [a, b] = [await around(), await around()]
    const typeId = await addType(app, [a, b], rotation)
    const made = await booked(app, typeId, '2030-01-08T09:00Z', { hostId: b.id })
    const moved = await good(app.post(`/bookings/${made.body.id}/reschedule`, { start: '2030-01-08T10:00:00Z' }), 200)

    expect(hostsOf(moved)).toEqual([b.id])
  })

  test('seats: a session stays with its host, and other hosts open sessions of their own when it is full', async () => {
    const [a, b] = [await hostHours('09:00-10:00'), await hostHours('09:00-10:00')]
    const typeId = await addType(app, [a, b], { ...rotation, seats: 2 })
    const made = []
    for (let i = 0; i < 4; i++) made.push(await booked(app, typeId, '2030-01-08T09:00Z'))

    const sessions = new Map<string, string[]>()
    for (const one of made)
      sessions.set(one.body.sessionId, [...(sessions.get(one.body.sessionId) ?? []), ...hostsOf(one)])
    expect([...sessions.values()].map((hosts) => new Set(hosts).size)).toEqual([1, 1])
    expect([...sessions.values()].map((hosts) => hosts.length)).toEqual([2, 2])
    expect([...sessions.values()].map((hosts) => hosts[0]).sort()).toEqual(ids(a, b))
    expect(await listed(app, typeId, tuesday)).toEqual([])
  })
})

describe('the zone in which several hosts count', () => {
  const range: Range = ['2030-01-07T00:00Z', '2030-01-11T00:00Z']
  const kiritimati = () => addHost(app, { timezone: 'Pacific/Kiritimati', weekly: weekly('00:00-24:00') })

  test('is the organization’s when the event type names no schedule', async () => {
    const typeId = await addType(app, [await kiritimati(), await kiritimati()], {
      scheduling: 'round_robin',
      window: { kind: 'range', start: '2030-01-08', end: '2030-01-08' },
    })

    expect(await listed(app, typeId, range)).toEqual(every(60, '2030-01-08T00:00Z', '2030-01-09T00:00Z'))
  })

  test('is the event type’s schedule’s when it names one', async () => {
    const [a, b] = [await kiritimati(), await kiritimati()]
    const own = await good(
      app.post('/schedules', { userId: a.id, timezone: 'Asia/Tokyo', weekly: weekly('00:00-24:00') }),
      201,
    )
    const typeId = await addType(app, [a, b], {
      scheduling: 'round_robin',
      scheduleId: own.body.id,
      window: { kind: 'range', start: '2030-01-08', end: '2030-01-08' },
      limits: { bookings: { day: 1 } },
    })

    expect(await listed(app, typeId, range)).toEqual(every(60, '2030-01-07T15:00Z', '2030-01-08T15:00Z'))
    await booked(app, typeId, '2030-01-07T20:00Z')
    expect((await askSlots(app, typeId, range)).body).toMatchObject({ data: [], reason: 'limit' })
  })
})
