import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import {
  addHost,
  addOrganization,
  addSolo,
  addType,
  askSlots,
  booked,
  full,
  good,
  type Host,
  weekly,
  workdays,
  written,
} from '../testing/factories.ts'
import { expectProblem } from '../testing/problem.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const week: readonly [string, string] = ['2030-01-08T00:00Z', '2030-01-15T00:00Z']
const day: readonly [string, string] = ['2030-01-08T00:00Z', '2030-01-09T00:00Z']

interface Row {
  start: string
  end: string
  date: string
  eventTypeId?: string
  hostIds: string[]
}

const ask = (body: object, range = week) =>
  app.post('/slots/search', { start: full(range[0]), end: full(range[1]), find: 'earliest', ...body })
const search = async (body: object, range = week): Promise<Row[]> => (await good(ask(body, range), 200)).body.data
const ownList = async (typeId: string, range = week): Promise<Row[]> =>
  (await good(askSlots(app, typeId, range), 200)).body.data
const starts = (rows: readonly Row[]) => rows.map((row) => row.start)

/** Event types that differ in everything that moves, closes or narrows a list, some of them with bookings. */
async function mixedTypes(): Promise<{ types: string[]; people: Host[] }> {
  const ada = await addHost(app, { timezone: 'Europe/Berlin', weekly: weekly('08:30-12:00 13:00-18:00', workdays) })
  const bob = await addHost(app, { timezone: 'America/New_York', limits: { bookings: { day: 3 } } })
  const eve = await addHost(app, { weekly: weekly('00:00-24:00') })
  const types = [
    await addType(app, [ada], { durationMinutes: 30, bufferBeforeMinutes: 15 }),
    await addType(app, [ada, bob], { scheduling: 'round_robin', intervalMinutes: 20 }),
    await addType(app, [bob, eve], { scheduling: 'collective', minNoticeMinutes: 2000 }),
    await addType(app, [eve], { durationMinutes: 45, intervalMinutes: 15, limits: { bookings: { day: 2 } } }),
    await addType(app, [bob], { seats: 3 }),
    await addType(app, [ada], { window: { kind: 'rolling', days: 3 } }),
  ]
  await app.post('/busy-blocks', { userId: ada.id, start: '2030-01-09T08:00:00Z', end: '2030-01-09T12:00:00Z' })
  await app.post('/time-off', { userId: bob.id, startDate: '2030-01-10', endDate: '2030-01-10' })
  for (const typeId of types) {
    const list = await ownList(typeId)
    for (const at of [3, 11, 12]) {
      const row = list[at]
      if (row) await app.post('/bookings', { eventTypeId: typeId, start: row.start, guest: guestOf(at) })
    }
  }
  return { types, people: [ada, bob, eve] }
}
const guestOf = (n: number) => ({ name: `G ${n}`, email: `g${n}@example.net`, timezone: 'UTC' })

describe('of event types', () => {
  test('the earliest are the first of all their own lists, each row with its type and its hosts', async () => {
    const { types } = await mixedTypes()
    const own = await Promise.all(types.map(async (id) => (await ownList(id)).map((row) => ({ ...row, id }))))

    const rows = await search({ eventTypeIds: types, limit: 100 })

    const all = own.flat().map(({ start, end, id, hostIds }) => ({ start, end, eventTypeId: id, hostIds }))
    const order = (row: Pick<Row, 'start' | 'eventTypeId'>) => `${row.start} ${types.indexOf(row.eventTypeId ?? '')}`
    const expected = all.sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, 100)
    expect(rows.map(({ date: _, ...row }) => row)).toEqual(expected)
    expect(new Set(rows.map((row) => row.eventTypeId)).size).toBe(types.length)
  })

  test('the common ones are what their own lists share', async () => {
    const { types } = await mixedTypes()
    const pairs = types.flatMap((one, i) => types.slice(i + 1).map((other) => [one, other]))
    let found = 0

    for (const pair of [...pairs, types.slice(0, 3)]) {
      const lists = await Promise.all(pair.map((id) => ownList(id)))
      const shared = (lists[0] ?? []).filter(({ start }) => lists.every((list) => starts(list).includes(start)))
      const rows = await search({ eventTypeIds: pair, find: 'common', limit: 100 })

      expect(starts(rows)).toEqual(starts(shared).slice(0, 100))
      found += rows.length
      for (const row of rows) {
        const slots = lists.flatMap((list) => list.filter(({ start }) => start === row.start))
        expect(row.end).toBe(
          slots
            .map(({ end }) => end)
            .sort()
            .at(-1),
        )
        expect([...row.hostIds].sort()).toEqual([...new Set(slots.flatMap(({ hostIds }) => hostIds))].sort())
        expect(row.eventTypeId).toBeUndefined()
      }
    }
    expect(found).toBeGreaterThan(20)
  })

  test('what is found can be booked, time after time', async () => {
    const { types } = await mixedTypes()

    for (let i = 0; i < 8; i++) {
      const [row] = await search({ eventTypeIds: types, limit: 1 })
      const { body } = await booked(app, row?.eventTypeId ?? '', row?.start ?? '')
      expect(body).toMatchObject({ start: row?.start, end: row?.end, eventTypeId: row?.eventTypeId })
    }
  })

  test('ten rows come unless another number is asked for', async () => {
    const { typeId } = await addSolo(app)

    expect(await search({ eventTypeIds: [typeId] })).toHaveLength(10)
    expect(await search({ eventTypeIds: [typeId], limit: 1 })).toHaveLength(1)
  })

  test('one that is named twice, by its id and by yours, counts once', async () => {
    const { typeId } = await addSolo(app, {}, { externalId: 'twice' })

    const rows = await search({ eventTypeIds: [typeId, 'ext:twice'], limit: 2 })

    expect(starts(rows)).toEqual(['2030-01-08T09:00:00.000Z', '2030-01-08T10:00:00.000Z'])
  })

  test('one that is switched off is never found, and shares nothing', async () => {
    const [on, off] = [await addSolo(app), await addSolo(app, {}, { active: false })]
    const both = { eventTypeIds: [off.typeId, on.typeId] }

    expect((await search(both)).every((row) => row.eventTypeId === on.typeId)).toBe(true)
    expect(await search({ ...both, find: 'common' })).toEqual([])
    expect(await search({ eventTypeIds: [off.typeId] })).toEqual([])
  })

  test('a length goes for all of them, or is refused', async () => {
    const long = await addSolo(app, {}, { durationOptions: [60, 90] })
    const short = await addSolo(app)

    const [row] = await search({ eventTypeIds: [long.typeId], durationMinutes: 90 })

    expect(row?.end).toBe('2030-01-08T10:30:00.000Z')
    expectProblem(app, await ask({ eventTypeIds: [long.typeId, short.typeId], durationMinutes: 90 }), {
      status: 400,
      at: ['#/durationMinutes'],
    })
  })

  test('dates are those of the asked zone', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('23:00-24:00') })

    const { body } = await good(ask({ eventTypeIds: [typeId], timezone: 'Asia/Tokyo', limit: 1 }), 200)

    expect(body).toMatchObject({
      timezone: 'Asia/Tokyo',
      data: [{ start: '2030-01-08T23:00:00.000Z', date: '2030-01-09' }],
    })
  })

  test('what is held is not found until the hold ends', async () => {
    const { typeId } = await addSolo(app)
    await good(app.post('/holds', { eventTypeId: typeId, start: '2030-01-08T09:00:00Z' }), 201)

    const [row] = await search({ eventTypeIds: [typeId] })

    expect(row?.start).toBe('2030-01-08T10:00:00.000Z')
  })
})

describe('of people', () => {
  test('by an event type: each as if they were its only host', async () => {
    const { people } = await mixedTypes()
    const [ada] = people
    if (!ada) throw new Error('There is nobody.')
    const rules = { durationMinutes: 30, intervalMinutes: 15, bufferAfterMinutes: 15, minNoticeMinutes: 2000 }
    const typeId = await addType(app, [ada], rules)
    const userIds = people.map(({ id }) => id)
    const alone = await Promise.all(people.map(async (host) => ownList(await addType(app, [host], rules))))

    const any = await search({ userIds, eventTypeId: typeId, limit: 100 })
    const all = await search({ userIds, eventTypeId: typeId, limit: 100, find: 'common' })

    const union = [...new Set(alone.flatMap(starts))].sort()
    expect(starts(any)).toEqual(union.slice(0, 100))
    for (const row of any) {
      expect(row.hostIds).toEqual(userIds.filter((_, i) => starts(alone[i] ?? []).includes(row.start)))
      expect(row.eventTypeId).toBe(typeId)
    }
    const shared = union.filter((start) => alone.every((list) => starts(list).includes(start)))
    expect(starts(all)).toEqual(shared.slice(0, 100))
    expect(all.length).toBeGreaterThan(5)
    for (const row of all) expect(row.hostIds).toEqual(userIds)
  })

  test('by a length alone: their default hours, without notice, buffers or limits', async () => {
    const ada = await addHost(app, { weekly: weekly('09:00-12:00'), limits: { bookings: { day: 1 } } })
    const bob = await addHost(app, { weekly: weekly('10:00-13:00') })
    await booked(app, await addType(app, [ada], { durationMinutes: 30 }), '2030-01-08T09:30Z')
    const people = { userIds: [ada.id, bob.id], durationMinutes: 60 }

    expect(await search({ ...people, find: 'common' }, day)).toEqual([
      {
        start: '2030-01-08T10:00:00.000Z',
        end: '2030-01-08T11:00:00.000Z',
        date: '2030-01-08',
        hostIds: [ada.id, bob.id],
      },
      expect.objectContaining({ start: '2030-01-08T11:00:00.000Z' }),
    ])
    expect((await search(people, day)).map(({ start, hostIds }) => [start.slice(11, 16), hostIds.length])).toEqual([
      ['10:00', 2],
      ['11:00', 2],
      ['12:00', 1],
    ])
  })

  test('one who is suspended is never free', async () => {
    const [ada, bob] = [await addHost(app), await addHost(app)]
    await good(app.post(`/organization/members/${bob.id}/suspend`), 200)
    const people = { userIds: [ada.id, bob.id], durationMinutes: 60 }

    expect((await search(people)).every(({ hostIds }) => !hostIds.includes(bob.id))).toBe(true)
    expect(await search({ ...people, find: 'common' })).toEqual([])
  })
})

describe('what is refused', () => {
  test('ids that are not there, or elsewhere, are named together', async () => {
    const { host, typeId } = await addSolo(app)
    const theirs = await addOrganization(app)

    const types = await ask({ eventTypeIds: [typeId, 'et_x', theirs.eventTypeId, 'ext:null'] })
    const people = await ask({ userIds: [host.id, theirs.ownerId], durationMinutes: 30 })
    const rules = await ask({ userIds: [host.id], eventTypeId: theirs.eventTypeId })

    const at = ['#/eventTypeIds/1', '#/eventTypeIds/2', '#/eventTypeIds/3']
    expectProblem(app, types, { status: 404, code: 'not_found', at })
    expectProblem(app, people, { status: 404, at: ['#/userIds/1'] })
    expectProblem(app, rules, { status: 404, at: ['#/eventTypeId'] })
  })

  test.each([
    ['nobody', {}, ['#/eventTypeIds']],
    ['both', { eventTypeIds: ['a'], userIds: ['b'], durationMinutes: 30 }, ['#/eventTypeIds']],
    ['people without a length', { userIds: ['b'] }, ['#/durationMinutes']],
    ['two kinds of rules', { eventTypeIds: ['a'], eventTypeId: 'b' }, ['#/eventTypeId']],
    ['more than fifty', { eventTypeIds: Array(51).fill('a') }, ['#/eventTypeIds']],
    ['an empty list', { userIds: [], durationMinutes: 30 }, ['#/userIds']],
    ['more than a hundred rows', { eventTypeIds: ['a'], limit: 101 }, ['#/limit']],
    ['another question', { eventTypeIds: ['a'], find: 'latest' }, ['#/find']],
    ['a range that ends before it starts', { eventTypeIds: ['a'], end: '2030-01-01T00:00:00Z' }, ['#/end']],
    ['more than a year', { eventTypeIds: ['a'], end: '2031-02-01T00:00:00Z' }, ['#/end']],
    ['an unknown field', { eventTypeIds: ['a'], host: 'x' }, ['#/host']],
  ])('%s', async (_, body, at) => {
    expectProblem(app, await ask(body), { status: 400, code: 'invalid_request', at })
  })

  test('a search writes nothing', async () => {
    const { typeId } = await addSolo(app)
    const before = await written(app)

    await search({ eventTypeIds: [typeId] })

    expect(await written(app)).toEqual(before)
  })
})

describe('a list that would be too long', () => {
  test('is refused with how much to ask for, which then is answered', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('00:00-24:00') }, { durationMinutes: 1 })
    const year: readonly [string, string] = ['2030-02-01T00:00Z', '2031-02-01T00:00Z']

    const refused = await askSlots(app, typeId, year)

    expectProblem(app, refused, { status: 400, code: 'invalid_request', at: ['end'] })
    expect(refused.body.detail).toContain('at most 13 days')
    expect(await ownList(typeId, ['2030-02-01T00:00Z', '2030-02-14T00:00Z'])).toHaveLength(13 * 1440)
  })

  test('is refused too where it is the explanations that are too many', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('00:00-24:00') }, { durationMinutes: 1 })
    await app.post('/time-off', { userId: host.id, startDate: '2030-01-01', endDate: '2031-12-31' })

    const refused = await askSlots(app, typeId, ['2030-02-01T00:00Z', '2031-02-01T00:00Z'], '&explain=true')

    expectProblem(app, refused, { status: 400, at: ['end'] })
  })

  test('is no year of half hours', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('00:00-24:00') }, { durationMinutes: 30 })

    expect(await ownList(typeId, ['2030-02-01T00:00Z', '2031-02-01T00:00Z'])).toHaveLength(365 * 48)
  })
})

describe('slots to move a booking to', () => {
  const asked = (typeId: string, id: string) => askSlots(app, typeId, day, `&rescheduleBookingId=${id}`)

  test('are refused once it was cancelled, declined or is over', async () => {
    const { typeId } = await addSolo(app)
    const pending = await addSolo(app, {}, { requiresConfirmation: true })
    const cancelled = (await booked(app, typeId, '2030-01-08T09:00Z')).body.id
    const declined = (await booked(app, pending.typeId, '2030-01-08T09:00Z')).body.id
    expect((await asked(typeId, cancelled)).status).toBe(200)
    await good(app.post(`/bookings/${cancelled}/cancel`), 200)
    await good(app.post(`/bookings/${declined}/decline`), 200)
    const over = (await booked(app, typeId, '2030-01-08T09:00Z')).body.id

    expectProblem(app, await asked(typeId, cancelled), { status: 409, code: 'booking_closed' })
    expectProblem(app, await asked(pending.typeId, declined), { status: 409, code: 'booking_closed' })
    await app.travel('2030-01-08T10:00:00Z')
    expectProblem(app, await asked(typeId, over), { status: 409, code: 'booking_ended' })
  })
})
