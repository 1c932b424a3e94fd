import { expect, test } from 'vitest'
import { dateOfDay, dayOfDate } from '../time.ts'
import { addMonthsClamped, occurrences } from './occurrences.ts'
import { minuteOf, textOf } from './samples.ts'

function series(start: string, ...rest: [string, 'daily' | 'weekly' | 'monthly', number, number]): string[] {
  return occurrences(minuteOf(start), ...rest).map(textOf)
}

test('a series keeps its wall time over a change of clocks', () => {
  expect(series('2027-03-21T08:00Z', 'Europe/Berlin', 'weekly', 1, 3)).toEqual([
    '2027-03-21T08:00Z',
    '2027-03-28T07:00Z',
    '2027-04-04T07:00Z',
  ])
})

test('an occurrence in a gap moves forward, and the next one is back', () => {
  expect(series('2027-03-27T01:30Z', 'Europe/Berlin', 'daily', 1, 3)).toEqual([
    '2027-03-27T01:30Z',
    '2027-03-28T01:30Z',
    '2027-03-29T00:30Z',
  ])
})

test('an ambiguous occurrence is the first of the two', () => {
  expect(series('2027-10-30T00:30Z', 'Europe/Berlin', 'daily', 1, 3)).toEqual([
    '2027-10-30T00:30Z',
    '2027-10-31T00:30Z',
    '2027-11-01T01:30Z',
  ])
})

test('the first occurrence stays what it is, the second of an ambiguous hour too', () => {
  expect(series('2027-10-31T01:30Z', 'Europe/Berlin', 'daily', 1, 2)).toEqual([
    '2027-10-31T01:30Z',
    '2027-11-01T01:30Z',
  ])
})

test('monthly on the 31st takes the last day of shorter months and never drifts', () => {
  expect(series('2027-01-31T12:00Z', 'UTC', 'monthly', 1, 5)).toEqual([
    '2027-01-31T12:00Z',
    '2027-02-28T12:00Z',
    '2027-03-31T12:00Z',
    '2027-04-30T12:00Z',
    '2027-05-31T12:00Z',
  ])
})

test('monthly on the 29th takes the 29th of February in a leap year', () => {
  expect(series('2027-12-29T12:00Z', 'UTC', 'monthly', 1, 3).at(-1)).toBe('2028-02-29T12:00Z')
})

test('an interval skips: every other week, every third month', () => {
  expect(series('2027-06-07T09:00Z', 'UTC', 'weekly', 2, 3).at(-1)).toBe('2027-07-05T09:00Z')
  expect(series('2027-06-30T09:00Z', 'UTC', 'monthly', 3, 4).at(-1)).toBe('2028-03-30T09:00Z')
})

test('the day of a monthly series is a day of the zone', () => {
  // 23:00 UTC of January 30 is the 31st in Tokyo.
  expect(series('2027-01-30T23:00Z', 'Asia/Tokyo', 'monthly', 1, 2)).toEqual(['2027-01-30T23:00Z', '2027-02-27T23:00Z'])
})

test('a daily series over a day that the clock skips moves that occurrence by a day', () => {
  expect(series('2011-12-29T19:00Z', 'Pacific/Apia', 'daily', 1, 3)).toEqual([
    '2011-12-29T19:00Z',
    '2011-12-30T19:00Z',
    '2011-12-30T19:00Z',
  ])
})

test('months are added to a date and cut to the last day', () => {
  expect(dateOfDay(addMonthsClamped(dayOfDate('2027-12-31'), 2))).toBe('2028-02-29')
  expect(dateOfDay(addMonthsClamped(dayOfDate('2027-03-31'), -1))).toBe('2027-02-28')
})
