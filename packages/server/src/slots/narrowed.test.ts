import { expect, test } from 'vitest'
import type { Rules } from './availability.ts'
import { block, booking, daily, listed, minuteOf, sampleHost } from './samples.ts'

const day = ['2027-06-07T00:00Z', '2027-06-08T00:00Z'] as const

function open(narrowed: Rules['narrowed']): string[] {
  const host = sampleHost({ hours: daily('UTC', '09:00-13:00') })
  return listed(narrowed ? { narrowed } : {}, host, day).map((start) => start.slice(11, 16))
}

test('a link with starts of its own offers those of the day that is asked for', () => {
  const starts = ['2027-06-07T12:00Z', '2027-06-07T10:00Z', '2027-06-07T18:00Z', '2027-06-09T10:00Z'].map(minuteOf)

  expect(open({ starts })).toEqual(['10:00', '12:00', '18:00'])
})

test('starts of its own need neither the grid nor hours, nor a schedule', () => {
  const starts = ['2027-06-07T10:30Z', '2027-06-07T18:07Z'].map(minuteOf)

  expect(open({ starts })).toEqual(['10:30', '18:07'])
  expect(listed({ narrowed: { starts } }, sampleHost({ hours: null }), day)).toHaveLength(2)
})

test.each([
  ['a booking', { bookings: [booking(minuteOf('2027-06-07T18:30Z'), minuteOf('2027-06-07T19:00Z'))] }],
  ['a block', { busy: [block(minuteOf('2027-06-07T18:30Z'), minuteOf('2027-06-07T19:00Z'))] }],
  ['time off', { timeOff: [block(minuteOf('2027-06-07T18:30Z'), minuteOf('2027-06-07T19:00Z'))] }],
  ['a limit', { limits: { minutes: { day: 30 } } }],
  ['a suspended host', { active: false }],
])('%s closes a start of its own', (_, busy) => {
  const narrowed = { starts: [minuteOf('2027-06-07T18:00Z')] }

  expect(listed({ narrowed }, sampleHost(), day)).toHaveLength(1)
  expect(listed({ narrowed }, sampleHost(busy), day)).toEqual([])
})

test('a start of its own that is past is not offered', () => {
  const narrowed = { starts: [minuteOf('2027-06-07T10:00Z'), minuteOf('2027-06-07T18:00Z')] }

  expect(listed({ narrowed }, sampleHost(), day, '2027-06-07T10:01Z')).toEqual(['2027-06-07T18:00Z'])
})

test('narrower hours filter and do not move the grid', () => {
  expect(open({ hours: daily('UTC', '09:30-12:00') })).toEqual(['10:00', '11:00'])
})

test('a meeting must lie within the narrower hours altogether', () => {
  expect(open({ hours: daily('UTC', '10:00-11:30') })).toEqual(['10:00'])
})

test('narrower hours may touch and be in another zone', () => {
  // 12:00–13:30 and 13:30–14:30 in Berlin are 10:00–12:30 UTC.
  expect(open({ hours: daily('Europe/Berlin', '12:00-13:30 13:30-14:30') })).toEqual(['10:00', '11:00'])
})

test('hours too short for the meeting leave nothing', () => {
  expect(open({ hours: daily('UTC', '10:00-10:59') })).toEqual([])
})

test('the last minute is offered, the one after is not', () => {
  expect(open({ through: minuteOf('2027-06-07T11:00Z') })).toEqual(['09:00', '10:00', '11:00'])
  expect(open({ through: minuteOf('2027-06-07T10:59Z') })).toEqual(['09:00', '10:00'])
})
