import { describe, expect, test } from 'vitest'
import type { Counted, Rules } from './availability.ts'
import { openSlots } from './engine.ts'
import { daily, listed, minuteOf, sampleHost, sampleRules } from './samples.ts'

const on = (...starts: string[]): Counted[] => starts.map((start) => ({ start: minuteOf(start), minutes: 60 }))

// Noon every day of June and July 2027 in the schedule's zone; the dates that are offered.
function dates(rules: Partial<Rules>, zone = 'UTC'): string[] {
  const host = sampleHost({ hours: daily(zone, '12:00-13:00') })
  return listed({ zone, ...rules }, host, ['2027-06-01T00:00Z', '2027-07-05T00:00Z']).map((start) => start.slice(5, 10))
}

describe('a limit of bookings', () => {
  test('per day closes the days that are full', () => {
    const counted = on('2027-06-07T09:00Z', '2027-06-07T15:00Z', '2027-06-08T09:00Z')

    const open = dates({ limits: { bookings: { day: 2 } }, counted })

    expect(open).not.toContain('06-07')
    expect(open).toContain('06-08')
  })

  test('per day counts the days of the schedule: 23:30 in New York is no longer that day in UTC', () => {
    const counted = on('2027-06-08T03:30Z')

    const open = dates({ limits: { bookings: { day: 1 } }, counted }, 'America/New_York')

    expect(open).not.toContain('06-07')
    expect(open).toContain('06-08')
  })

  test('per day closes nothing of the next day east of Greenwich', () => {
    const host = sampleHost({ hours: daily('Australia/Brisbane', '08:00-10:00') })
    const rules = { limits: { bookings: { day: 1 } }, counted: on('2027-06-06T22:00Z'), zone: 'Australia/Brisbane' }

    // 22:00 UTC of the 6th is 08:00 on the 7th there.
    const starts = listed(rules, host, ['2027-06-06T14:00Z', '2027-06-08T14:00Z'])

    expect(starts).toEqual(['2027-06-07T22:00Z', '2027-06-07T23:00Z'])
  })

  test('per week begins weeks on Monday', () => {
    const open = dates({ limits: { bookings: { week: 1 } }, counted: on('2027-06-09T12:00Z') })

    expect(open).toEqual(expect.arrayContaining(['06-06', '06-14']))
    expect(open.filter((date) => date > '06-06' && date < '06-14')).toEqual([])
  })

  test('per week begins weeks on Sunday where the organization does', () => {
    const rules: Partial<Rules> = {
      limits: { bookings: { week: 1 } },
      counted: on('2027-06-09T12:00Z'),
      weekStart: 'sunday',
    }

    const open = dates(rules)

    expect(open).toEqual(expect.arrayContaining(['06-05', '06-13']))
    expect(open.filter((date) => date > '06-05' && date < '06-13')).toEqual([])
  })

  test('per week spans the turn of a month and of a year', () => {
    const host = sampleHost({ hours: daily('UTC', '12:00-13:00') })
    const rules = { limits: { bookings: { week: 1 } }, counted: on('2027-12-28T12:00Z') }

    const starts = listed(rules, host, ['2027-12-26T00:00Z', '2028-01-04T00:00Z'])

    expect(starts).toEqual(['2027-12-26T12:00Z', '2028-01-03T12:00Z'])
  })

  test('per month closes the rest of the month and nothing of the next', () => {
    expect(dates({ limits: { bookings: { month: 1 } }, counted: on('2027-06-30T12:00Z') })[0]).toBe('07-01')
  })

  test('per month counts months of the schedule', () => {
    const counted = on('2027-06-30T15:00Z')

    // 15:00 UTC of June 30 is the 1st of July in Tokyo.
    expect(dates({ limits: { bookings: { month: 1 } }, counted }, 'Asia/Tokyo').at(-1)).toBe('06-30')
  })

  test('per year closes the year', () => {
    expect(dates({ limits: { bookings: { year: 1 } }, counted: on('2027-01-01T00:00Z') })).toEqual([])
    expect(dates({ limits: { bookings: { year: 1 } }, counted: on('2026-12-31T23:59Z') })).toHaveLength(34)
  })

  test('counts by the start: a meeting that runs into a day belongs to the day before', () => {
    expect(dates({ limits: { bookings: { day: 1 } }, counted: on('2027-06-06T23:59Z') })).toContain('06-07')
  })
})

describe('a limit of minutes', () => {
  const counted = [{ start: minuteOf('2027-06-07T09:00Z'), minutes: 60 }]

  test('may be used up exactly', () => {
    expect(dates({ limits: { minutes: { day: 120 } }, counted })).toContain('06-07')
  })

  test('is not exceeded by the meeting itself', () => {
    expect(dates({ limits: { minutes: { day: 119 } }, counted })).not.toContain('06-07')
  })

  test('below the length of the meeting closes every day', () => {
    expect(dates({ limits: { minutes: { day: 59 } } })).toEqual([])
  })

  test('is asked besides one of bookings, and the stricter one holds', () => {
    expect(dates({ limits: { bookings: { day: 5 }, minutes: { week: 100 } }, counted })).not.toContain('06-10')
  })
})

describe('the limits of a host', () => {
  const asked = { start: minuteOf('2027-06-07T00:00Z'), end: minuteOf('2027-06-09T00:00Z'), nowMs: 0 }
  const full = sampleHost({ limits: { bookings: { day: 1 } }, counted: on('2027-06-07T20:00Z') })

  test('count in the zone of that host', () => {
    // 20:00 UTC of the 7th is the 8th in Tokyo, and so is the UTC day of the 8th until 15:00.
    const { slots } = openSlots(sampleRules(), [{ ...full, limitZone: 'Asia/Tokyo' }], asked)
    const starts = slots.map((slot) => slot.start)

    expect(starts).toContain(minuteOf('2027-06-07T14:00Z'))
    expect(starts).not.toContain(minuteOf('2027-06-07T15:00Z'))
    expect(starts).not.toContain(minuteOf('2027-06-08T14:00Z'))
    expect(starts).toContain(minuteOf('2027-06-08T15:00Z'))
  })

  test('leave a round robin to the others', () => {
    const hosts = [full, sampleHost({ userId: 'bob' })]

    const { slots } = openSlots(sampleRules({ scheduling: 'round_robin' }), hosts, asked)

    expect(slots[0]?.hostIds).toEqual(['bob'])
    expect(slots.at(-1)?.hostIds).toEqual(['ada', 'bob'])
  })

  test('close a collective meeting', () => {
    const hosts = [full, sampleHost({ userId: 'bob' })]

    const { slots } = openSlots(sampleRules({ scheduling: 'collective' }), hosts, asked)

    expect(slots[0]?.start).toBe(minuteOf('2027-06-08T09:00Z'))
  })
})
