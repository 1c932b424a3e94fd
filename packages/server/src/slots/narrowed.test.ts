import { expect, test } from 'vitest'
import type { Rules } from './availability.ts'
import { daily, listed, minuteOf, sampleHost } from './samples.ts'

const day = ['2027-06-07T00:00Z', '2027-06-08T00:00Z'] as const

function open(narrowed: Rules['narrowed']): string[] {
  const host = sampleHost({ hours: daily('UTC', '09:00-13:00') })
  return listed(narrowed ? { narrowed } : {}, host, day).map((start) => start.slice(11, 16))
}

test('a link with starts of its own offers those that are open', () => {
  const starts = ['2027-06-07T12:00Z', '2027-06-07T10:00Z', '2027-06-07T18:00Z', '2027-06-09T10:00Z'].map(minuteOf)

  expect(open({ starts })).toEqual(['10:00', '12:00'])
})

test('a start that lies beside the grid is not offered: a link narrows, it opens nothing', () => {
  expect(open({ starts: [minuteOf('2027-06-07T10:30Z')] })).toEqual([])
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
