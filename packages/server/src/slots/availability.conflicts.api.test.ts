import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import {
  addHost,
  addSolo,
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
  workdays,
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

const block = (host: Host, start: string, end: string) =>
  good(
    app.post('/busy-blocks', { userId: host.id, start: `2030-01-08T${start}:00Z`, end: `2030-01-08T${end}:00Z` }),
    201,
  )

const explained = async (typeId: string, start: string): Promise<{ code: string; detail?: string }> => {
  const answer = await good(askSlots(app, typeId, tuesday, `&at=${start.replace('Z', ':00Z')}`), 200)
  return answer.body.explain[0]
}

describe('busy time', () => {
  test('is half-open: a meeting may end as it begins and begin as it ends', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-13:00') })
    await block(host, '10:00', '11:00')

    await expectOffer(app, typeId, tuesday, on('09:00 11:00 12:00'), { minutes: 60, refused: on('10:00') })
  })

  test('of a minute takes the meetings it touches', async () => {
    const { host, typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-12:00') },
      { durationMinutes: 30, intervalMinutes: 15 },
    )
    await block(host, '10:00', '10:01')

    expect(await listed(app, typeId, tuesday)).toEqual(on('09:00 09:15 09:30 10:15 10:30 10:45 11:00 11:15 11:30'))
  })

  test('over the whole day leaves nothing, and says that it is busy', async () => {
    const { host, typeId } = await addSolo(app)
    await block(host, '00:00', '23:00')

    const answer = await askSlots(app, typeId, tuesday)
    expect(answer.body).toMatchObject({ data: [], reason: 'busy' })
  })

  test('that is taken back is free again', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-11:00') })
    const made = await block(host, '09:00', '10:00')
    const before = await listed(app, typeId, tuesday)
    await good(app.delete(`/busy-blocks/${made.body.id}`), 204)

    expect(before).toEqual(on('10:00'))
    await expectOffer(app, typeId, tuesday, on('09:00 10:00'), { minutes: 60 })
  })

  test('of a host counts in all their event types, and in nobody else’s', async () => {
    const host = await addHost(app, { weekly: weekly('09:00-12:00') })
    const other = await addHost(app, { weekly: weekly('09:00-12:00') })
    const [mine, alsoMine, theirs] = [
      await addType(app, [host]),
      await addType(app, [host]),
      await addType(app, [other]),
    ]
    await booked(app, mine, '2030-01-08T10:00Z')

    expect(await listed(app, mine, tuesday)).toEqual(on('09:00 11:00'))
    expect(await listed(app, alsoMine, tuesday)).toEqual(on('09:00 11:00'))
    expect(await listed(app, theirs, tuesday)).toEqual(on('09:00 10:00 11:00'))
    expect((await book(app, alsoMine, '2030-01-08T10:00Z')).body).toMatchObject({ status: 409, reason: 'busy' })
  })

  test('of a pending booking is held; a declined or cancelled one frees it at once', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') }, { requiresConfirmation: true })
    const [first, second] = [
      await booked(app, typeId, '2030-01-08T09:00Z'),
      await booked(app, typeId, '2030-01-08T10:00Z'),
    ]
    const held = await listed(app, typeId, tuesday)
    await good(app.post(`/bookings/${first.body.id}/decline`), 200)
    const afterDecline = await listed(app, typeId, tuesday)
    await good(app.post(`/bookings/${second.body.id}/cancel`), 200)

    expect(first.body.status).toBe('pending')
    expect(held).toEqual(on('11:00'))
    expect(afterDecline).toEqual(on('09:00 11:00'))
    await expectOffer(app, typeId, tuesday, on('09:00 10:00 11:00'), { minutes: 60 })
  })
})

describe('time off', () => {
  test.each([
    ['UTC', '2030-01-09T00:00Z', '2030-01-11T00:00Z'],
    ['Pacific/Auckland', '2030-01-08T11:00Z', '2030-01-10T11:00Z'],
    ['America/Los_Angeles', '2030-01-09T08:00Z', '2030-01-11T08:00Z'],
  ])('of dates takes whole days, the last one too, in %s', async (timezone, from, until) => {
    const { host, typeId } = await addSolo(app, { timezone, weekly: weekly('00:00-24:00') })
    await good(app.post('/time-off', { userId: host.id, startDate: '2030-01-09', endDate: '2030-01-10' }), 201)
    const range: Range = ['2030-01-08T00:00Z', '2030-01-13T00:00Z']

    expect(await listed(app, typeId, range)).toEqual([...every(60, range[0], from), ...every(60, until, range[1])])
    expect((await book(app, typeId, from)).status).toBe(409)
    await booked(app, typeId, until)
  })

  test('of dates may name a zone of its own', async () => {
    const { host, typeId } = await addSolo(app, { timezone: 'UTC', weekly: weekly('00:00-24:00') })
    await good(
      app.post('/time-off', {
        userId: host.id,
        startDate: '2030-01-09',
        endDate: '2030-01-09',
        timezone: 'Asia/Kathmandu',
      }),
      201,
    )
    const range: Range = ['2030-01-08T00:00Z', '2030-01-10T00:00Z']

    expect(await listed(app, typeId, range)).toEqual([
      ...every(60, range[0], '2030-01-08T18:00Z'),
      ...every(60, '2030-01-09T19:00Z', range[1]),
    ])
  })

  test('over a change of the clock is as long as its days are', async () => {
    const { host, typeId } = await addSolo(app, { timezone: 'Europe/Berlin', weekly: weekly('00:00-24:00') })
    await good(app.post('/time-off', { userId: host.id, startDate: '2030-03-31', endDate: '2030-03-31' }), 201)
    const range: Range = ['2030-03-30T00:00Z', '2030-04-01T00:00Z']

    expect(await listed(app, typeId, range)).toEqual([
      ...every(60, range[0], '2030-03-30T23:00Z'),
      ...every(60, '2030-03-31T22:00Z', range[1]),
    ])
  })

  test('of hours takes those hours', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-13:00') })
    await good(
      app.post('/time-off', { userId: host.id, start: '2030-01-08T10:30:00Z', end: '2030-01-08T12:00:00Z' }),
      201,
    )

    await expectOffer(app, typeId, tuesday, on('09:00 12:00'), { minutes: 60, refused: on('10:00 11:00') })
  })
})

describe('buffers', () => {
  const padded = { durationMinutes: 30, intervalMinutes: 10, bufferBeforeMinutes: 10, bufferAfterMinutes: 20 }

  test('between two bookings add up: one’s after and the other’s before', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('08:00-13:00') }, padded)
    await booked(app, typeId, '2030-01-08T10:00Z')

    expect(await listed(app, typeId, tuesday)).toEqual([
      ...every(10, '2030-01-08T08:00Z', '2030-01-08T09:10Z'),
      ...every(10, '2030-01-08T11:00Z', '2030-01-08T12:40Z'),
    ])
    expect((await book(app, typeId, '2030-01-08T10:50Z')).body).toMatchObject({ status: 409, reason: 'buffer' })
    expect((await book(app, typeId, '2030-01-08T09:10Z')).body).toMatchObject({ status: 409, reason: 'buffer' })
    await booked(app, typeId, '2030-01-08T11:00Z')
    await booked(app, typeId, '2030-01-08T09:00Z')
  })

  test('of two event types of one host add up both ways', async () => {
    const host = await addHost(app, { weekly: weekly('08:00-13:00') })
    const long = await addType(app, [host], {
      durationMinutes: 60,
      intervalMinutes: 5,
      bufferBeforeMinutes: 15,
      bufferAfterMinutes: 5,
    })
    const short = await addType(app, [host], {
      durationMinutes: 10,
      intervalMinutes: 5,
      bufferBeforeMinutes: 20,
      bufferAfterMinutes: 25,
    })
    await booked(app, long, '2030-01-08T10:00Z')

    // Before: 10 minutes, 25 after them, 15 before the long one. After: the long one's 5 and 20 of its own.
    expect(await listed(app, short, tuesday)).toEqual([
      ...every(5, '2030-01-08T08:00Z', '2030-01-08T09:15Z'),
      ...every(5, '2030-01-08T11:25Z', '2030-01-08T12:55Z'),
    ])
  })

  test('are stored with the booking: a later change of the event type does not move them', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') }, padded)
    await booked(app, typeId, '2030-01-08T10:00Z')
    await good(app.patch(`/event-types/${typeId}`, { bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }), 200)

    // The booking keeps 10 before and 20 after; new ones bring none.
    expect(await listed(app, typeId, tuesday)).toEqual([
      ...every(10, '2030-01-08T09:00Z', '2030-01-08T09:30Z'),
      ...every(10, '2030-01-08T10:50Z', '2030-01-08T11:40Z'),
    ])
  })

  test('keep clear of blocks by the new booking’s own', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') }, padded)
    await block(host, '10:00', '10:30')

    expect(await listed(app, typeId, tuesday)).toEqual([
      ...on('09:00 09:10'),
      ...every(10, '2030-01-08T10:40Z', '2030-01-08T11:40Z'),
    ])
    expect((await book(app, typeId, '2030-01-08T09:20Z')).body).toMatchObject({ status: 409, reason: 'buffer' })
    expect((await book(app, typeId, '2030-01-08T10:30Z')).body).toMatchObject({ status: 409, reason: 'buffer' })
    await booked(app, typeId, '2030-01-08T09:10Z')
    await booked(app, typeId, '2030-01-08T10:40Z')
  })

  test('may lie outside the hours', async () => {
    const { typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-10:00') },
      { bufferBeforeMinutes: 120, bufferAfterMinutes: 120 },
    )

    await expectOffer(app, typeId, tuesday, on('09:00'), { minutes: 60 })
  })

  test('may lie in time off', async () => {
    const { host, typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-13:00') },
      { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 },
    )
    const off = (start: string, end: string) => ({
      userId: host.id,
      start: `2030-01-08T${start}:00Z`,
      end: `2030-01-08T${end}:00Z`,
    })
    await good(app.post('/time-off', off('09:00', '10:00')), 201)
    await good(app.post('/time-off', off('11:00', '13:00')), 201)

    await expectOffer(app, typeId, tuesday, on('10:00'), { minutes: 60, refused: on('09:00 11:00') })
  })

  test('may reach over midnight', async () => {
    const host = await addHost(app, { timezone: 'Asia/Tokyo', weekly: weekly('00:00-02:00 22:00-24:00') })
    const late = await addType(app, [host], { bufferAfterMinutes: 90 })
    const plain = await addType(app, [host], { durationMinutes: 30 })
    // 23:00 to 24:00 on the 8th in Tokyo, then 90 minutes.
    await booked(app, late, '2030-01-08T14:00Z')

    expect(await listed(app, plain, ['2030-01-08T12:00Z', '2030-01-08T20:00Z'])).toEqual(on('13:00 13:30 16:30'))
  })

  test('of the booking that moves do not stand in its own way', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') }, padded)
    const made = await booked(app, typeId, '2030-01-08T10:00Z')

    const free = await listed(app, typeId, tuesday, `&rescheduleBookingId=${made.body.id}`)
    expect(free).toEqual(every(10, '2030-01-08T09:00Z', '2030-01-08T11:40Z'))
    const moved = await app.post(`/bookings/${made.body.id}/reschedule`, { start: '2030-01-08T10:10:00Z' })
    expect(moved).toMatchObject({ status: 200, body: { start: '2030-01-08T10:10:00.000Z' } })
  })
})

describe('limits of an event type', () => {
  const always = { weekly: weekly('00:00-24:00') }

  /** A limit of one, booked once: the period of that booking, where nothing more is offered. */
  test.each([
    [
      'a day in Brisbane',
      'Australia/Brisbane',
      { bookings: { day: 1 } },
      '2030-01-09T05:00Z',
      '2030-01-08T14:00Z',
      '2030-01-09T14:00Z',
    ],
    [
      'a day in Honolulu',
      'Pacific/Honolulu',
      { bookings: { day: 1 } },
      '2030-01-09T09:00Z',
      '2030-01-08T10:00Z',
      '2030-01-09T10:00Z',
    ],
    [
      'a day in Kathmandu',
      'Asia/Kathmandu',
      { bookings: { day: 1 } },
      '2030-01-08T18:15Z',
      '2030-01-08T18:15Z',
      '2030-01-09T18:15Z',
    ],
    [
      'a day of 23 hours',
      'Europe/Berlin',
      { bookings: { day: 1 } },
      '2030-03-31T10:00Z',
      '2030-03-30T23:00Z',
      '2030-03-31T22:00Z',
    ],
    [
      'a day of 25 hours',
      'America/New_York',
      { bookings: { day: 1 } },
      '2030-11-04T04:00Z',
      '2030-11-03T04:00Z',
      '2030-11-04T05:00Z',
    ],
    [
      'a day that begins at 01:00',
      'America/Santiago',
      { bookings: { day: 1 } },
      '2030-09-08T12:00Z',
      '2030-09-08T04:00Z',
      '2030-09-09T03:00Z',
    ],
    [
      'a week from Monday',
      'Europe/Berlin',
      { bookings: { week: 1 } },
      '2030-01-16T10:00Z',
      '2030-01-13T23:00Z',
      '2030-01-20T23:00Z',
    ],
    [
      'a week by its last hour',
      'Asia/Tokyo',
      { bookings: { week: 1 } },
      '2030-01-20T14:00Z',
      '2030-01-13T15:00Z',
      '2030-01-20T15:00Z',
    ],
    [
      'a month',
      'Pacific/Auckland',
      { bookings: { month: 1 } },
      '2030-01-31T10:00Z',
      '2029-12-31T11:00Z',
      '2030-01-31T11:00Z',
    ],
    [
      'a leap February',
      'UTC',
      { bookings: { month: 1 } },
      '2032-02-29T23:00Z',
      '2032-02-01T00:00Z',
      '2032-03-01T00:00Z',
    ],
    [
      'a year',
      'America/Los_Angeles',
      { bookings: { year: 1 } },
      '2031-01-01T07:00Z',
      '2030-01-01T08:00Z',
      '2031-01-01T08:00Z',
    ],
    [
      'minutes of a day',
      'Asia/Kolkata',
      { minutes: { day: 60 } },
      '2030-01-09T10:30Z',
      '2030-01-08T18:30Z',
      '2030-01-09T18:30Z',
    ],
    [
      'minutes of a week',
      'UTC',
      { minutes: { week: 119 } },
      '2030-01-17T09:00Z',
      '2030-01-14T00:00Z',
      '2030-01-21T00:00Z',
    ],
    [
      'minutes of a month',
      'UTC',
      { minutes: { month: 60 } },
      '2030-02-10T09:00Z',
      '2030-02-01T00:00Z',
      '2030-03-01T00:00Z',
    ],
    [
      'minutes of a year',
      'Asia/Kabul',
      { minutes: { year: 90 } },
      '2030-12-31T18:30Z',
      '2029-12-31T19:30Z',
      '2030-12-31T19:30Z',
    ],
  ])('%s: %s %j', async (_, timezone, limits, start, from, until) => {
    const { typeId } = await addSolo(app, { timezone, ...always }, { limits })
    await booked(app, typeId, start)

    const latest = (a: string, b: string) => (Date.parse(a) > Date.parse(b) ? a : b)
    const begin = latest('2030-01-07T08:00Z', minutesAfter(from, -360))
    const around: Range = [begin, minutesAfter(until, 360)]
    const starts = await listed(app, typeId, around)
    const closed = (instant: string) =>
      Date.parse(instant) >= Date.parse(from) && Date.parse(instant) < Date.parse(until)
    expect(starts.filter(closed)).toEqual([])
    expect(starts).toContain(until)
    if (latest(begin, from) === from)
      expect(starts.some((instant) => Date.parse(instant) < Date.parse(from))).toBe(true)
    const inside = latest(from, '2030-01-07T12:15Z')
    if (inside !== start) {
      expect((await book(app, typeId, inside === from ? from : nextGrid(timezone, inside))).body).toMatchObject({
        status: 409,
        reason: 'limit',
      })
    }
    await booked(app, typeId, until)
  })

  /** The first full hour of a zone's clock at or after an instant. */
  function nextGrid(timezone: string, instant: string): string {
    const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(timezone)
    return `${wall.round({ smallestUnit: 'hour', roundingMode: 'ceil' }).toInstant().toString().slice(0, 16)}Z`
  }

  test('of several bookings let that many through', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-17:00') }, { limits: { bookings: { day: 3 } } })
    for (const start of on('09:00 12:00')) await booked(app, typeId, start)
    const before = await listed(app, typeId, tuesday)
    await booked(app, typeId, '2030-01-08T16:00Z')

    expect(before).toEqual(on('10:00 11:00 13:00 14:00 15:00 16:00'))
    expect((await askSlots(app, typeId, tuesday)).body).toMatchObject({ data: [], reason: 'limit' })
    expect((await book(app, typeId, '2030-01-08T10:00Z')).body).toMatchObject({ status: 409, reason: 'limit' })
  })

  test('of minutes let a short meeting through where a long one does not fit', async () => {
    const { typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-12:00') },
      { durationMinutes: 30, durationOptions: [30, 60], limits: { minutes: { day: 90 } } },
    )
    await booked(app, typeId, '2030-01-08T09:00Z', { durationMinutes: 60 })

    expect(await listed(app, typeId, tuesday, '&duration=60')).toEqual([])
    expect(await listed(app, typeId, tuesday)).toEqual(on('10:00 10:30 11:00 11:30'))
    expect((await book(app, typeId, '2030-01-08T10:00Z', { durationMinutes: 60 })).body).toMatchObject({
      reason: 'limit',
    })
    await booked(app, typeId, '2030-01-08T10:00Z')
    expect(await listed(app, typeId, tuesday)).toEqual([])
  })

  test('count pending bookings, and no longer those declined or cancelled', async () => {
    const { typeId } = await addSolo(app, {}, { requiresConfirmation: true, limits: { bookings: { day: 1 } } })
    const made = await booked(app, typeId, '2030-01-08T09:00Z')
    const held = await listed(app, typeId, tuesday)
    await good(app.post(`/bookings/${made.body.id}/decline`), 200)

    expect(held).toEqual([])
    expect(await listed(app, typeId, tuesday)).toEqual(every(60, '2030-01-08T09:00Z', '2030-01-08T17:00Z'))
  })

  test('do not count other event types', async () => {
    const host = await addHost(app)
    const limited = await addType(app, [host], { limits: { bookings: { day: 1 } } })
    const other = await addType(app, [host])
    await booked(app, other, '2030-01-08T09:00Z')

    expect(await listed(app, limited, tuesday)).toEqual(every(60, '2030-01-08T10:00Z', '2030-01-08T17:00Z'))
  })

  test('let a booking move within a full day, and not into one', async () => {
    const { typeId } = await addSolo(app, {}, { limits: { bookings: { day: 1 } } })
    const made = await booked(app, typeId, '2030-01-08T09:00Z')
    await booked(app, typeId, '2030-01-09T09:00Z')

    const move = (start: string) => app.post(`/bookings/${made.body.id}/reschedule`, { start })
    expect(await listed(app, typeId, tuesday, `&rescheduleBookingId=${made.body.id}`)).toHaveLength(8)
    expect(await move('2030-01-08T15:00:00Z')).toMatchObject({ status: 200 })
    expect(await move('2030-01-09T15:00:00Z')).toMatchObject({ status: 409, body: { reason: 'limit' } })
  })

  test('weeks begin on Sunday where the organization says so', async () => {
    const { typeId } = await addSolo(app, always, { limits: { bookings: { week: 1 } } })
    await booked(app, typeId, '2030-01-16T09:00Z')
    await good(app.patch('/organization', { weekStart: 'sunday' }), 200)
    const starts = await listed(app, typeId, ['2030-01-10T00:00Z', '2030-01-25T00:00Z'])
    await good(app.patch('/organization', { weekStart: 'monday' }), 200)

    expect(starts).toEqual([
      ...every(60, '2030-01-10T00:00Z', '2030-01-13T00:00Z'),
      ...every(60, '2030-01-20T00:00Z', '2030-01-25T00:00Z'),
    ])
  })

  test.each([0, -1, 1.5])('of %d are refused with 400', async (day) => {
    expect(
      await app.post('/event-types', { title: 'Limited', durationMinutes: 30, limits: { bookings: { day } } }),
    ).toMatchObject({ status: 400, body: { errors: [{ pointer: '#/limits/bookings/day' }] } })
  })
})

describe('limits of a host', () => {
  test('count all their event types', async () => {
    const host = await addHost(app, { limits: { bookings: { day: 2 } } })
    const [one, two] = [await addType(app, [host]), await addType(app, [host])]
    await booked(app, one, '2030-01-08T09:00Z')
    await booked(app, two, '2030-01-08T10:00Z')

    expect((await askSlots(app, one, tuesday)).body).toMatchObject({ data: [], reason: 'limit' })
    expect((await askSlots(app, two, tuesday)).body).toMatchObject({ data: [], reason: 'limit' })
    expect((await book(app, one, '2030-01-08T11:00Z')).body).toMatchObject({ status: 409, reason: 'limit' })
    await booked(app, one, '2030-01-09T09:00Z')
  })

  test('count days in the zone of their default schedule, not the event type’s', async () => {
    const host = await addHost(app, {
      timezone: 'Pacific/Auckland',
      weekly: weekly('00:00-24:00'),
      limits: { minutes: { day: 60 } },
    })
    const other = await good(
      app.post('/schedules', { userId: host.id, timezone: 'UTC', weekly: weekly('00:00-24:00') }),
      201,
    )
    const typeId = await addType(app, [host], { scheduleId: other.body.id })
    await booked(app, typeId, '2030-01-08T20:00Z')

    // The 9th in Auckland is 11:00 to 11:00 in UTC.
    expect(await listed(app, typeId, ['2030-01-08T00:00Z', '2030-01-10T00:00Z'])).toEqual([
      ...every(60, '2030-01-08T00:00Z', '2030-01-08T11:00Z'),
      ...every(60, '2030-01-09T11:00Z', '2030-01-10T00:00Z'),
    ])
  })

  test('take one host out of a rotation and leave the other', async () => {
    const full = await addHost(app, { weekly: weekly('09:00-11:00'), limits: { bookings: { day: 1 } } })
    const free = await addHost(app, { weekly: weekly('09:00-10:00') })
    const own = await addType(app, [full])
    const rotation = await addType(app, [full, free], { scheduling: 'round_robin' })
    await booked(app, own, '2030-01-08T10:00Z')

    await expectOffer(app, rotation, tuesday, on('09:00'), { minutes: 60, refused: on('10:00') })
  })
})

describe('seats', () => {
  const seated = { seats: 3 }
  const left = async (typeId: string) =>
    Object.fromEntries(
      (await askSlots(app, typeId, tuesday)).body.data.map((slot: { start: string; seatsLeft: number }) => [
        slot.start.slice(11, 16),
        slot.seatsLeft,
      ]),
    )

  test('stay listed with what is left until the last is taken', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-11:00') }, seated)
    const seen = [await left(typeId)]
    for (let i = 0; i < 3; i++) {
      await booked(app, typeId, '2030-01-08T09:00Z')
      seen.push(await left(typeId))
    }

    expect(seen).toEqual([
      { '09:00': 3, '10:00': 3 },
      { '09:00': 2, '10:00': 3 },
      { '09:00': 1, '10:00': 3 },
      { '10:00': 3 },
    ])
    expect((await book(app, typeId, '2030-01-08T09:00Z')).body).toMatchObject({ status: 409, reason: 'seats_full' })
  })

  test('are one per address, whatever its case; a plus-tag is another address', async () => {
    const { typeId } = await addSolo(app, {}, seated)
    const seat = (email: string) =>
      book(app, typeId, '2030-01-08T09:00Z', { guest: { name: 'Grace', email, timezone: 'UTC' } })
    const first = await seat('Grace@Example.com')

    expect(await seat('grace@example.com')).toMatchObject({ status: 409, body: { code: 'seat_taken' } })
    expect(await seat('  GRACE@EXAMPLE.COM ')).toMatchObject({ status: 409, body: { code: 'seat_taken' } })
    expect(await seat('grace+friend@example.com')).toMatchObject({
      status: 201,
      body: { sessionId: first.body.sessionId, seatsLeft: 1 },
    })
  })

  test('of a session take overlapping starts away, not the session’s own', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') }, { ...seated, intervalMinutes: 30 })
    await booked(app, typeId, '2030-01-08T10:00Z')

    expect(await left(typeId)).toEqual({ '09:00': 3, '10:00': 2, '11:00': 3 })
    expect((await book(app, typeId, '2030-01-08T10:30Z')).body).toMatchObject({ status: 409, reason: 'busy' })
  })

  test('of a session cannot be taken for another duration', async () => {
    const { typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-12:00') },
      { ...seated, durationOptions: [30, 60], intervalMinutes: 30 },
    )
    await booked(app, typeId, '2030-01-08T10:00Z')

    expect(await listed(app, typeId, tuesday, '&duration=30')).toEqual(on('09:00 09:30 11:00 11:30'))
    expect((await book(app, typeId, '2030-01-08T10:00Z', { durationMinutes: 30 })).status).toBe(409)
  })

  test('that are given back can be taken again, and an empty session is gone', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-11:00') }, { seats: 2 })
    const plain = await addType(app, [host])
    const [a, b] = [await booked(app, typeId, '2030-01-08T09:00Z'), await booked(app, typeId, '2030-01-08T09:00Z')]
    await good(app.post(`/bookings/${a.body.id}/cancel`), 200)
    const oneBack = await left(typeId)
    await good(app.post(`/bookings/${b.body.id}/cancel`), 200)

    expect(oneBack).toEqual({ '09:00': 1, '10:00': 2 })
    expect(await left(typeId)).toEqual({ '09:00': 2, '10:00': 2 })
    await expectOffer(app, plain, tuesday, on('09:00 10:00'), { minutes: 60 })
  })

  test('count once in a limit, and a full limit leaves an open session open', async () => {
    const { typeId } = await addSolo(
      app,
      { weekly: weekly('09:00-11:00') },
      { ...seated, limits: { bookings: { day: 1 } } },
    )
    await booked(app, typeId, '2030-01-08T09:00Z')
    const seen = [await left(typeId)]
    await booked(app, typeId, '2030-01-08T09:00Z')
    seen.push(await left(typeId))

    expect(seen).toEqual([{ '09:00': 2 }, { '09:00': 1 }])
    expect((await book(app, typeId, '2030-01-08T10:00Z')).body).toMatchObject({ status: 409, reason: 'limit' })
    await booked(app, typeId, '2030-01-08T09:00Z')
    expect(await left(typeId)).toEqual({})
  })

  test('share one limit of a host with other meetings, a session counting once', async () => {
    const host = await addHost(app, { weekly: weekly('09:00-12:00'), limits: { bookings: { day: 2 } } })
    const [typeId, plain] = [await addType(app, [host], seated), await addType(app, [host])]
    for (let i = 0; i < 3; i++) await booked(app, typeId, '2030-01-08T09:00Z')

    await booked(app, plain, '2030-01-08T10:00Z')
    expect((await book(app, plain, '2030-01-08T11:00Z')).body).toMatchObject({ status: 409, reason: 'limit' })
  })

  test('hold with notice and the window like any other start', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-11:00') }, { ...seated, minNoticeMinutes: 25 * 60 })
    await booked(app, typeId, '2030-01-08T09:00Z')
    clock.set('2030-01-07T08:00:01Z')

    expect(await left(typeId)).toEqual({ '10:00': 3 })
    expect((await book(app, typeId, '2030-01-08T09:00Z')).body).toMatchObject({ status: 409, reason: 'notice' })
  })
})

describe('an explanation', () => {
  test('lists every start that is not offered, in order, and adds up to the whole grid', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-13:00') }, { bufferAfterMinutes: 15 })
    await block(host, '10:20', '10:50')
    await booked(app, typeId, '2030-01-08T12:00Z')

    const { body } = await askSlots(app, typeId, tuesday, '&explain=true')
    expect(body.data.map((slot: { start: string }) => slot.start)).toEqual(['2030-01-08T09:00:00.000Z'])
    expect(body.explain).toMatchObject([
      { start: '2030-01-08T10:00:00.000Z', code: 'busy' },
      { start: '2030-01-08T11:00:00.000Z', code: 'buffer' },
      { start: '2030-01-08T12:00:00.000Z', code: 'busy' },
    ])
  })

  test('counts the hours that an override replaced', async () => {
    const { typeId } = await addSolo(app, {
      weekly: weekly('09:00-11:00'),
      overrides: overrides({ '2030-01-08': '10:00-12:00' }),
    })

    const { body } = await askSlots(app, typeId, tuesday, '&explain=true')
    expect(body.data.map((slot: { start: string }) => slot.start.slice(11, 16))).toEqual(['10:00', '11:00'])
    expect(body.explain).toMatchObject([{ start: '2030-01-08T09:00:00.000Z', code: 'override' }])
  })

  test('says nothing of a start that is offered', async () => {
    const { typeId } = await addSolo(app)
    const { body } = await askSlots(app, typeId, tuesday, '&at=2030-01-08T09:00:00Z')

    expect(body.explain).toEqual([])
  })

  test('names whose time is busy and which limit is full', async () => {
    const [ada, bob] = [await addHost(app, { name: 'Barbara Liskov' }), await addHost(app, { name: 'Robert' })]
    const both = await addType(app, [ada, bob], { scheduling: 'collective' })
    await block(ada, '09:00', '10:00')
    const full = await addSolo(app, {}, { limits: { bookings: { week: 1 } } })
    await booked(app, full.typeId, '2030-01-08T09:00Z')

    expect(await explained(both, '2030-01-08T09:00Z')).toMatchObject({
      code: 'busy',
      detail: expect.stringContaining('Barbara Liskov'),
    })
    expect(await explained(full.typeId, '2030-01-08T11:00Z')).toMatchObject({
      code: 'limit',
      detail: expect.stringMatching(/week/),
    })
  })

  /** Each row is in the way twice or more; the rule that comes first in the contract's order is named. */
  test.each<
    [string, { hours?: object; type?: object; block?: [string, string]; book?: string; suspend?: true }, string]
  >([
    ['outside_hours', { block: ['07:00', '09:00'], type: { minNoticeMinutes: 9999 } }, '2030-01-08T07:00Z'],
    [
      'override',
      { hours: { overrides: overrides({ '2030-01-08': '' }) }, block: ['09:00', '10:00'], suspend: true },
      '2030-01-08T09:00Z',
    ],
    [
      'busy',
      { block: ['09:00', '10:00'], type: { minNoticeMinutes: 9999, window: { kind: 'rolling', days: 0 } } },
      '2030-01-08T09:00Z',
    ],
    [
      'buffer',
      { block: ['10:00', '11:00'], type: { bufferAfterMinutes: 10, minNoticeMinutes: 9999 } },
      '2030-01-08T09:00Z',
    ],
    ['notice', { type: { minNoticeMinutes: 9999, window: { kind: 'rolling', days: 0 } } }, '2030-01-08T09:00Z'],
    [
      'window',
      { book: '2030-01-07T11:00Z', type: { window: { kind: 'rolling', days: 0 }, limits: { bookings: { week: 1 } } } },
      '2030-01-08T09:00Z',
    ],
    [
      'limit',
      { book: '2030-01-08T11:00Z', type: { limits: { bookings: { day: 1 } } }, suspend: true },
      '2030-01-08T09:00Z',
    ],
    ['seats_full', { book: '2030-01-08T09:00Z x2', type: { seats: 2 }, suspend: true }, '2030-01-08T09:00Z'],
    ['host_inactive', { suspend: true }, '2030-01-08T09:00Z'],
  ])(
    'gives %s as the first rule that removed it',
    async (code, { hours, type, block: taken, book: before, suspend }, start) => {
      const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-17:00', workdays), ...hours }, type)
      if (taken) await block(host, ...taken)
      for (let i = 0; before && i < (before.endsWith('x2') ? 2 : 1); i++)
        await booked(app, typeId, before.split(' ')[0] ?? '')
      if (suspend) await good(app.post(`/organization/members/${host.id}/suspend`), 200)

      expect(await explained(typeId, start)).toMatchObject({ code })
      expect((await book(app, typeId, start)).status).toBe(409)
    },
  )
})

describe('an empty answer says why', () => {
  test.each<[string, object, object]>([
    ['no_hours', { weekly: [] }, {}],
    ['override', { overrides: overrides({ '2030-01-08': '' }) }, {}],
    ['no_hours', { weekly: weekly('09:00-17:00', ['wed']) }, {}],
    ['outside_hours', { weekly: weekly('09:00-09:30') }, {}],
    ['notice', {}, { minNoticeMinutes: 99_999 }],
    ['window', {}, { window: { kind: 'rolling', days: 0 } }],
    ['inactive', {}, { active: false }],
  ])('%s %j %j', async (reason, hours, type) => {
    const { typeId } = await addSolo(app, hours, type)

    expect((await askSlots(app, typeId, tuesday)).body).toMatchObject({ data: [], reason })
    expect((await book(app, typeId, '2030-01-08T09:00Z')).status).toBe(409)
  })

  test('host_inactive, and everything is back when the host is', async () => {
    const { host, typeId } = await addSolo(app, { weekly: weekly('09:00-11:00') })
    await good(app.post(`/organization/members/${host.id}/suspend`), 200)
    const empty = await askSlots(app, typeId, tuesday)
    const refused = await book(app, typeId, '2030-01-08T09:00Z')
    await good(app.post(`/organization/members/${host.id}/reactivate`), 200)

    expect(empty.body).toMatchObject({ data: [], reason: 'host_inactive' })
    expect(refused).toMatchObject({ status: 409, body: { reason: 'host_inactive' } })
    await expectOffer(app, typeId, tuesday, on('09:00 10:00'), { minutes: 60 })
  })

  test('an event type that is switched off is refused by its own code', async () => {
    const { typeId } = await addSolo(app, {}, { active: false })

    expect((await book(app, typeId, '2030-01-08T09:00Z')).body).toMatchObject({ code: 'event_type_inactive' })
  })
})

describe('a booking that moves', () => {
  test('may move over its own time', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-12:00') }, { intervalMinutes: 15 })
    const made = await booked(app, typeId, '2030-01-08T10:00Z')
    await booked(app, typeId, '2030-01-08T11:00Z')

    expect(await listed(app, typeId, tuesday, `&rescheduleBookingId=${made.body.id}`)).toEqual(
      every(15, '2030-01-08T09:00Z', '2030-01-08T10:15Z'),
    )
    expect((await app.post(`/bookings/${made.body.id}/reschedule`, { start: '2030-01-08T10:15:00Z' })).status).toBe(409)
    expect((await app.post(`/bookings/${made.body.id}/reschedule`, { start: '2030-01-08T09:45:00Z' })).status).toBe(200)
    expect(await listed(app, typeId, tuesday)).toEqual([])
  })

  test('leaves its old time free', async () => {
    const { typeId } = await addSolo(app, { weekly: weekly('09:00-11:00') })
    const made = await booked(app, typeId, '2030-01-08T09:00Z')
    await good(app.post(`/bookings/${made.body.id}/reschedule`, { start: '2030-01-08T10:00:00Z' }), 200)

    await expectOffer(app, typeId, tuesday, on('09:00'), { minutes: 60, refused: on('10:00') })
  })
})
