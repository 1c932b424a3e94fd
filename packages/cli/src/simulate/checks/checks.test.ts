import { describe, expect, test } from 'vitest'
import type { Arrival } from '../receiver.ts'
import { doubleBookings, overfull, overLimits, type Taking } from './calendar.ts'
import { deliveries, type Sent } from './deliveries.ts'
import { overused, wonRace } from './links.ts'
import { facts, gaps } from './log.ts'
import { freed, keptAway, listedIsBookable, outsideHours, outsideWindow, whileAway } from './openness.ts'
import { reminded } from './reminders.ts'

const at = (clock: string, date = '2030-03-04') => Date.parse(`${date}T${clock}Z`)

const taking = (name: string, start: string, end: string, more: Partial<Taking> = {}): Taking => ({
  name,
  kind: 'Call',
  hosts: ['Ana'],
  start: at(start),
  end: at(end),
  before: 0,
  after: 0,
  seats: 1,
  ...more,
})

const promises = (faults: readonly { promise: string }[]) => faults.map((one) => one.promise)

describe('nobody is booked twice', () => {
  test('names two bookings that overlap', () => {
    const [fault] = doubleBookings([taking('b1', '09:00', '09:30'), taking('b2', '09:20', '09:50')])

    expect(fault).toMatchObject({
      promise: 'Nobody is booked twice',
      expected: 'Ana to have one of b1 and b2',
      seen: expect.stringContaining('2030-03-04T09:20Z to 2030-03-04T09:50Z'),
    })
  })

  test('names one that is covered by a long one before the last', () => {
    const day = [taking('b1', '08:00', '18:00'), taking('b2', '07:00', '08:00'), taking('b3', '17:00', '17:30')]

    expect(doubleBookings(day).map((one) => one.expected)).toEqual(['Ana to have one of b1 and b3'])
  })

  test('counts the buffers of both, each once', () => {
    const first = taking('b1', '09:00', '09:30', { after: 10 })
    const close = taking('b2', '09:40', '10:00', { before: 5 })
    const clear = taking('b3', '09:45', '10:00', { before: 5 })

    expect(doubleBookings([first, close])).toHaveLength(1)
    expect(doubleBookings([first, clear])).toEqual([])
  })

  test('lets other hosts, and guests of one session, be', () => {
    const seat = { seats: 3 }

    expect(
      doubleBookings([taking('b1', '09:00', '10:00'), taking('b2', '09:00', '10:00', { hosts: ['Ben'] })]),
    ).toEqual([])
    expect(doubleBookings([taking('b1', '09:00', '10:00', seat), taking('b2', '09:00', '10:00', seat)])).toEqual([])
    expect(doubleBookings([taking('b1', '09:00', '10:00', seat), taking('b2', '09:30', '10:30', seat)])).toHaveLength(1)
  })
})

test('a session with a guest too many is named', () => {
  const session = ['b1', 'b2', 'b3'].map((name) => taking(name, '09:00', '10:00', { seats: 2 }))

  expect(overfull(session.slice(1))).toEqual([])
  expect(overfull(session)).toMatchObject([{ expected: expect.stringContaining('at most 2'), seen: '3: b1, b2, b3' }])
})

describe('limits hold', () => {
  const limited = (
    limits: { bookings?: { day?: number; week?: number }; minutes?: { day?: number } },
    zone = 'UTC',
  ) => [{ name: 'Call', limits, zone, counts: () => true }]
  const late = taking('b1', '23:30', '23:50')
  const early = { ...taking('b2', '00:10', '00:30'), start: at('00:10', '2030-03-05'), end: at('00:30', '2030-03-05') }

  test('a booking too many in a day is named, by the day of the zone', () => {
    expect(overLimits([late, early], limited({ bookings: { day: 1 } }))).toEqual([])
    expect(overLimits([late, early], limited({ bookings: { day: 1 } }, 'Asia/Tokyo'))).toMatchObject([
      { promise: 'Limits hold', seen: '2 on 2030-03-05 (Asia/Tokyo): b1, b2' },
    ])
  })

  test('weeks begin on Monday, and minutes count too', () => {
    const sunday = { ...late, start: at('23:30', '2030-03-03'), end: at('23:50', '2030-03-03') }

    expect(overLimits([sunday, early], limited({ bookings: { week: 1 } }))).toEqual([])
    expect(overLimits([late, early], limited({ bookings: { week: 1 } }))).toHaveLength(1)
    expect(overLimits([late], limited({ minutes: { day: 19 } }))).toHaveLength(1)
  })

  test('a session counts once, however many sit in it', () => {
    const session = ['b1', 'b2'].map((name) => taking(name, '09:00', '10:00', { seats: 2 }))

    expect(overLimits(session, limited({ bookings: { day: 1 } }))).toEqual([])
  })
})

describe('listed means bookable', () => {
  test('what was listed and refused is named, and so is what was not listed and booked', () => {
    expect(listedIsBookable('b1', { isListed: true, refusal: null })).toEqual([])
    expect(listedIsBookable('b1', { isListed: false, refusal: 'slot_unavailable' })).toEqual([])
    expect(listedIsBookable('b1', { isListed: true, refusal: 'slot_unavailable (busy)' })).toMatchObject([
      { promise: 'Listed means bookable', seen: 'that it was refused: slot_unavailable (busy)' },
    ])
    expect(listedIsBookable('b1', { isListed: false, refusal: null })).toHaveLength(1)
  })

  test('time that was given back and is not on offer is named', () => {
    expect(freed('Call at nine', true)).toEqual([])
    expect(freed('Call at nine', false)).toMatchObject([{ promise: 'Time that is given back is free' }])
  })

  test('time that is held and listed all the same is named', () => {
    expect(keptAway('hold Call', 0)).toEqual([])
    expect(keptAway('hold Call', 1)).toMatchObject([{ promise: 'A hold keeps its time' }])
  })

  test('a meeting outside the hours of its host is named, by the clock on their wall', () => {
    const hours = {
      zone: 'Europe/Berlin',
      weekly: [{ days: ['mon' as const], start: '09:00', end: '10:00' }],
      overrides: [],
    }
    const closed = { ...hours, overrides: [{ date: '2030-03-04', windows: [] }] }

    expect(outsideHours(taking('b1', '08:00', '09:00'), 'Ana', hours)).toEqual([])
    expect(outsideHours(taking('b1', '08:30', '09:01'), 'Ana', hours)).toMatchObject([
      { seen: expect.stringContaining('10:00') },
    ])
    expect(outsideHours(taking('b1', '08:00', '09:00'), 'Ana', closed)).toMatchObject([
      { expected: expect.stringContaining('none') },
    ])
  })

  test('a meeting that starts too soon is named, and one that is too far ahead', () => {
    const meeting = taking('b1', '09:00', '10:00')
    const terms = { notice: 60, windowDays: 2, zone: 'Asia/Tokyo' }

    expect(outsideWindow(meeting, at('08:00'), terms)).toEqual([])
    expect(outsideWindow(meeting, at('08:01'), terms)).toMatchObject([
      { promise: 'Notice and booking window hold', expected: 'b1 to start no sooner than 2030-03-04T09:01Z' },
    ])
    // In Tokyo it was the 2nd already.
    expect(outsideWindow(meeting, at('15:00', '2030-03-01'), terms)).toEqual([])
    expect(outsideWindow(meeting, at('14:59', '2030-03-01'), terms)).toMatchObject([
      { expected: 'b1 to start on 2030-03-03 (Asia/Tokyo) at the latest' },
    ])
    expect(outsideWindow(meeting, at('14:59', '2030-03-01'), { ...terms, windowDays: null })).toEqual([])
  })

  test('a meeting while its host is away is named; only a busy block keeps buffers away', () => {
    const meeting = taking('b1', '09:00', '10:00', { after: 10 })
    const away = (sort: 'time off' | 'busy block', start: string) => [
      { name: 'a1', sort, start: at(start), end: at('12:00') },
    ]

    expect(whileAway(meeting, 'Ana', away('time off', '09:59'))).toHaveLength(1)
    expect(whileAway(meeting, 'Ana', away('time off', '10:00'))).toEqual([])
    expect(whileAway(meeting, 'Ana', away('busy block', '10:09'))).toHaveLength(1)
    expect(whileAway(meeting, 'Ana', away('busy block', '10:10'))).toEqual([])
  })
})

describe('each reminder once', () => {
  const one = { meeting: 'b1', to: 'grace@example.com', at: at('09:00'), isFollowUp: false }

  test('one that is sent twice, missing, late or to somebody else is named', () => {
    expect(reminded([one], [one])).toEqual([])
    expect(reminded([one], [one, one])).toMatchObject([{ seen: expect.stringMatching(/^2 times a reminder of b1/) }])
    expect(reminded([one], [])).toMatchObject([{ seen: expect.stringMatching(/^no a reminder|^no /) }])
    expect(reminded([one], [{ ...one, at: at('09:01') }])).toHaveLength(2)
    expect(reminded([one], [{ ...one, to: 'ada@example.com' }])).toHaveLength(2)
    expect(reminded([], [one])).toHaveLength(1)
  })
})

describe('the log', () => {
  const event = (seq: number, more = {}) => ({
    seq,
    type: 'booking.created',
    subjectId: 'bk_1',
    timestamp: '2030-03-04T09:00:00.000Z',
    ...more,
  })

  test('a gap, and an event before its time, are named', () => {
    expect(gaps([event(4), event(5)])).toEqual([])
    expect(gaps([event(4), event(6)])).toMatchObject([{ promise: 'The log has no gap', seen: '6' }])
    expect(gaps([event(4), event(5, { timestamp: '2030-03-04T08:00:00.000Z' })])).toMatchObject([
      { promise: 'The log is in order' },
    ])
  })

  test('a fact that is missing, told twice, or told at another time is named', () => {
    const expected = [{ type: 'booking.created', subjectId: 'bk_1', at: at('09:00') }]
    const told = (...seen: ReturnType<typeof event>[]) => facts(expected, seen, () => 'b1')

    expect(told(event(1))).toEqual([])
    expect(told()).toMatchObject([{ expected: 'booking.created of b1 at 2030-03-04T09:00Z' }])
    expect(told(event(1), event(2))).toMatchObject([{ seen: '2 times booking.created of b1 at 2030-03-04T09:00Z' }])
    expect(told(event(1, { timestamp: '2030-03-04T09:00:01.000Z' }))).toHaveLength(2)
  })
})

describe('links and races', () => {
  test('a link that was used too often is named; a use that came back counts no more', () => {
    const bookings = [
      { name: 'b1', link: 'l1', isOpen: false },
      { name: 'b2', link: 'l1', isOpen: true },
    ]

    expect(overused([{ name: 'l1', most: 1, rearms: true }], bookings)).toEqual([])
    expect(overused([{ name: 'l1', most: 1, rearms: false }], bookings)).toMatchObject([{ seen: '2: b1, b2' }])
  })

  test('two winners of one thing are named, and none', () => {
    expect(wonRace('a slot', 1, 1)).toEqual([])
    expect(wonRace('a slot', 1, 2)).toHaveLength(1)
    expect(wonRace('a slot', 1, 0)).toHaveLength(1)
  })
})

describe('each event is delivered', () => {
  const log: Sent[] = [1, 2].map((n) => ({
    id: `evt_${n}`,
    type: 'booking.created',
    timestamp: '2030-03-04T09:00:00.000Z',
    data: { id: 'bk_1', revision: n },
  }))
  const arrival = (n: number, more: Partial<Arrival> = {}): Arrival => ({
    path: '/one',
    id: `evt_${n}`,
    type: 'booking.created',
    seq: n,
    timestamp: '2030-03-04T09:00:00.000Z',
    body: JSON.stringify({ data: log[n - 1]?.data }),
    subjectId: 'bk_1',
    attempt: 1,
    isTaken: true,
    ...more,
  })
  const check = (arrivals: Arrival[], ordering: 'none' | 'per_booking' = 'none') =>
    promises(deliveries({ name: 'Endpoint-1', ordering }, log, arrivals))

  test('all is well when each was taken once, or twice with the same bytes', () => {
    expect(check([arrival(1), arrival(2), arrival(2)], 'per_booking')).toEqual([])
    expect(check([arrival(2), arrival(1)])).toEqual([])
  })

  test.each([
    ['one that never came', [arrival(1)], 'Endpoint-1 gets every event'],
    ['one that was only refused', [arrival(1), arrival(2, { isTaken: false })], 'Endpoint-1 gets every event'],
    ['a gap in the numbers', [arrival(1), arrival(2, { seq: 3 })], 'Endpoint-1 counts without gaps'],
    ['other bytes', [arrival(1), arrival(2), arrival(2, { body: '{}' })], 'Every retry sends the same bytes'],
    [
      'another time than the log’s',
      [arrival(1), arrival(2, { timestamp: '2026-11-22T00:00:00.000Z' })],
      'A webhook says what the log says',
    ],
    [
      'other data than the log’s',
      [arrival(1), arrival(2, { body: '{"data":{}}' })],
      'A webhook says what the log says',
    ],
  ])('%s is named', (_, arrivals, promise) => {
    expect(check(arrivals)).toContain(promise)
  })

  test('what overtakes on one booking is named where order was asked for', () => {
    expect(check([arrival(2), arrival(1)], 'per_booking')).toEqual(['Endpoint-1 gets the events of a booking in order'])
  })
})
