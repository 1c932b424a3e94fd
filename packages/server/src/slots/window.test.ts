import { describe, expect, test } from 'vitest'
import type { Rules } from './availability.ts'
import { daily, listed, sampleHost } from './samples.ts'

// Noon every day in the schedule's zone; the dates that are offered.
function dates(window: Rules['window'], now: string, zone = 'UTC'): string[] {
  const host = sampleHost({ hours: daily(zone, '12:00-13:00') })
  return listed({ window, zone }, host, ['2027-06-01T00:00Z', '2027-07-01T00:00Z'], now).map((start) =>
    start.slice(5, 10),
  )
}

describe('minimum notice', () => {
  const host = sampleHost({ hours: daily('UTC', '09:00-12:00') })
  const day = ['2027-06-07T00:00Z', '2027-06-08T00:00Z'] as const

  test('is inclusive', () => {
    expect(listed({ minNoticeMinutes: 60 }, host, day, '2027-06-07T09:00:00.000Z')).toContain('2027-06-07T10:00Z')
  })

  test('is broken by a millisecond', () => {
    expect(listed({ minNoticeMinutes: 60 }, host, day, '2027-06-07T09:00:00.001Z')).toEqual(['2027-06-07T11:00Z'])
  })

  test('of zero offers the start that is now and nothing before', () => {
    const starts = listed({}, host, day, '2027-06-07T10:00Z')

    expect(starts).toEqual(['2027-06-07T10:00Z', '2027-06-07T11:00Z'])
  })

  test('never moves the grid', () => {
    expect(listed({}, host, day, '2027-06-07T09:20Z')).toEqual(['2027-06-07T10:00Z', '2027-06-07T11:00Z'])
  })

  test('is elapsed time: a day of notice over a change of clocks is 24 hours', () => {
    const berlin = sampleHost({ hours: daily('Europe/Berlin', '09:00-12:00') })
    const rules = { minNoticeMinutes: 1440, zone: 'Europe/Berlin' }

    // Saturday 09:00 is 08:00 UTC; a day later it is 10:00 on the wall.
    const starts = listed(rules, berlin, ['2027-03-27T23:00Z', '2027-03-28T22:00Z'], '2027-03-27T08:00Z')

    expect(starts).toEqual(['2027-03-28T08:00Z', '2027-03-28T09:00Z'])
  })
})

describe('the booking window', () => {
  test('of n calendar days counts today as day 0', () => {
    expect(dates({ kind: 'rolling', days: 2 }, '2027-06-07T01:00Z')).toEqual(['06-07', '06-08', '06-09'])
  })

  test('of 0 calendar days is today', () => {
    expect(dates({ kind: 'rolling', days: 0 }, '2027-06-07T01:00Z')).toEqual(['06-07'])
  })

  test('begins with the today of the schedule, which may be tomorrow elsewhere', () => {
    expect(dates({ kind: 'rolling', days: 1 }, '2027-06-07T11:30Z', 'Pacific/Kiritimati')).toEqual(['06-07', '06-08'])
    expect(dates({ kind: 'rolling', days: 1 }, '2027-06-07T09:30Z', 'Pacific/Kiritimati')).toEqual(['06-07'])
    expect(dates({ kind: 'rolling', days: 1 }, '2027-06-07T10:30Z', 'Pacific/Pago_Pago')).toEqual(['06-07'])
  })

  test('ends with the last day of the schedule, however long that day is', () => {
    const host = sampleHost({ hours: daily('Europe/Berlin', '23:00-24:00') })
    const rules: Partial<Rules> = { window: { kind: 'rolling', days: 1 }, zone: 'Europe/Berlin' }

    const starts = listed(rules, host, ['2027-10-29T00:00Z', '2027-11-03T00:00Z'], '2027-10-30T10:00Z')

    expect(starts).toEqual(['2027-10-30T21:00Z', '2027-10-31T22:00Z'])
  })

  test('of one business day from a Friday ends on Monday and has the weekend', () => {
    const window: Rules['window'] = { kind: 'rolling_business', days: 1 }

    expect(dates(window, '2027-06-11T01:00Z')).toEqual(['06-11', '06-12', '06-13', '06-14'])
  })

  test('of one business day from a Saturday or Sunday ends on Monday', () => {
    const window: Rules['window'] = { kind: 'rolling_business', days: 1 }

    expect(dates(window, '2027-06-12T01:00Z')).toEqual(['06-12', '06-13', '06-14'])
    expect(dates(window, '2027-06-13T01:00Z')).toEqual(['06-13', '06-14'])
  })

  test('of six business days from a Monday ends on the Tuesday after next', () => {
    expect(dates({ kind: 'rolling_business', days: 6 }, '2027-06-07T01:00Z').at(-1)).toBe('06-15')
  })

  test('of 0 business days is today, a Sunday too', () => {
    expect(dates({ kind: 'rolling_business', days: 0 }, '2027-06-13T01:00Z')).toEqual(['06-13'])
  })

  test('of dates has both ends', () => {
    const window: Rules['window'] = { kind: 'range', start: '2027-06-10', end: '2027-06-12' }

    expect(dates(window, '2027-06-01T00:00Z')).toEqual(['06-10', '06-11', '06-12'])
  })

  test('of dates means dates of the schedule', () => {
    const window: Rules['window'] = { kind: 'range', start: '2027-06-10', end: '2027-06-10' }

    // 12:00 in Kiritimati (+14) is 22:00 UTC of the day before.
    expect(dates(window, '2027-06-01T00:00Z', 'Pacific/Kiritimati')).toEqual(['06-09'])
  })

  test('without bounds offers every date', () => {
    expect(dates({ kind: 'unlimited' }, '2027-06-01T00:00Z')).toHaveLength(30)
  })

  test('judges a meeting by its start: it may run over midnight of the last day', () => {
    const host = sampleHost({ hours: daily('UTC', '00:00-24:00') })
    const rules: Partial<Rules> = {
      window: { kind: 'range', start: '2027-06-10', end: '2027-06-10' },
      intervalMinutes: 30,
    }

    const starts = listed(rules, host, ['2027-06-10T22:31Z', '2027-06-12T00:00Z'])

    expect(starts).toEqual(['2027-06-10T23:00Z', '2027-06-10T23:30Z'])
  })

  test('takes in the evening that a clock set back over midnight gives twice', () => {
    const host = sampleHost({ hours: daily('America/St_Johns', '22:00-24:00') })
    const rules: Partial<Rules> = {
      window: { kind: 'range', start: '2010-11-06', end: '2010-11-06' },
      zone: 'America/St_Johns',
    }

    const starts = listed({ ...rules, durationMinutes: 30 }, host, ['2010-11-06T12:00Z', '2010-11-08T12:00Z'])

    expect(starts).toEqual(['2010-11-07T00:30Z', '2010-11-07T01:00Z', '2010-11-07T01:30Z', '2010-11-07T02:00Z'])
  })
})
