import { expect, test } from 'vitest'
import { block, daily, listed, minuteOf, sampleHost, weekly } from './samples.ts'

// 2027-06-07 is a Monday.

test('starts are the window start plus multiples of the interval, as long as the meeting fits', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '09:10-11:00' }) })

  const starts = listed({ durationMinutes: 30, intervalMinutes: 25 }, host, ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])

  expect(starts).toEqual(['2027-06-07T09:10Z', '2027-06-07T09:35Z', '2027-06-07T10:00Z', '2027-06-07T10:25Z'])
})

test('a meeting that ends exactly with the hours is offered', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '16:00-17:00' }) })

  expect(listed({}, host, ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])).toEqual(['2027-06-07T16:00Z'])
})

test('a meeting that is longer than the hours is not', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '16:00-17:00' }) })

  expect(listed({ durationMinutes: 61 }, host, ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])).toEqual([])
})

test('the grid stays where it is after a busy block', () => {
  const busy = [block(minuteOf('2027-06-07T09:10Z'), minuteOf('2027-06-07T09:40Z'))]
  const host = sampleHost({ hours: weekly('UTC', { mon: '09:00-12:00' }), busy })

  const starts = listed({}, host, ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])

  expect(starts).toEqual(['2027-06-07T10:00Z', '2027-06-07T11:00Z'])
})

test('the grid stays where it is when the range starts in between', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '09:00-12:00' }) })

  expect(listed({}, host, ['2027-06-07T09:01Z', '2027-06-07T10:01Z'])).toEqual(['2027-06-07T10:00Z'])
})

test('a range has its start and not its end', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '09:00-12:00' }) })

  expect(listed({}, host, ['2027-06-07T10:00Z', '2027-06-07T11:00Z'])).toEqual(['2027-06-07T10:00Z'])
})

test('a meeting may end after the range', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '09:00-12:00' }) })

  expect(listed({}, host, ['2027-06-07T11:00Z', '2027-06-07T11:01Z'])).toEqual(['2027-06-07T11:00Z'])
})

test('windows that touch are one window', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '09:00-10:30 10:30-12:00' }) })

  const starts = listed({}, host, ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])

  expect(starts).toEqual(['2027-06-07T09:00Z', '2027-06-07T10:00Z', '2027-06-07T11:00Z'])
})

test('windows that overlap are one window, whatever their order', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '10:00-12:15 09:15-11:00' }) })

  const starts = listed({}, host, ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])

  expect(starts).toEqual(['2027-06-07T09:15Z', '2027-06-07T10:15Z', '2027-06-07T11:15Z'])
})

test('windows with a gap each have their own grid', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '09:00-10:30 10:31-12:00' }) })

  const starts = listed({}, host, ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])

  expect(starts).toEqual(['2027-06-07T09:00Z', '2027-06-07T10:31Z'])
})

test('windows merge across midnight, and the grid of the evening goes on in the morning', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '22:00-24:00', tue: '00:00-02:00' }) })

  const starts = listed({ durationMinutes: 90 }, host, ['2027-06-07T00:00Z', '2027-06-09T00:00Z'])

  expect(starts).toEqual(['2027-06-07T22:00Z', '2027-06-07T23:30Z'])
})

test('the morning alone is asked about in the grid of the evening', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '22:00-24:00', tue: '00:00-02:00' }) })

  const starts = listed({ durationMinutes: 50 }, host, ['2027-06-08T00:00Z', '2027-06-09T00:00Z'])

  expect(starts).toEqual(['2027-06-08T00:30Z'])
})

test('the last minute of a day is not its end', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '22:00-23:59', tue: '00:00-02:00' }) })

  const starts = listed({}, host, ['2027-06-07T00:00Z', '2027-06-09T00:00Z'])

  expect(starts).toEqual(['2027-06-07T22:00Z', '2027-06-08T00:00Z', '2027-06-08T01:00Z'])
})

test('a day that is open throughout starts its own grid at its midnight', () => {
  const host = sampleHost({ hours: daily('UTC', '00:00-24:00') })

  const starts = listed({ durationMinutes: 420 }, host, ['2027-06-07T00:00Z', '2027-06-09T00:00Z'])

  expect(starts.map((start) => start.slice(8, 16))).toEqual([
    ...['07T00:00', '07T07:00', '07T14:00', '07T21:00'],
    ...['08T00:00', '08T07:00', '08T14:00', '08T21:00'],
  ])
})

test('a day that is open throughout in two parts is open throughout', () => {
  const host = sampleHost({ hours: daily('UTC', '00:00-12:00 12:00-24:00') })

  const starts = listed({ durationMinutes: 700 }, host, ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])

  expect(starts).toEqual(['2027-06-07T00:00Z', '2027-06-07T11:40Z', '2027-06-07T23:20Z'])
})

test('an evening before an open day keeps its grid until midnight, and its last meeting may run over it', () => {
  const host = sampleHost({ hours: weekly('UTC', { sun: '22:30-24:00', mon: '00:00-24:00' }) })

  const starts = listed({}, host, ['2027-06-06T00:00Z', '2027-06-07T02:00Z'])

  expect(starts).toEqual(['2027-06-06T22:30Z', '2027-06-06T23:30Z', '2027-06-07T00:00Z', '2027-06-07T01:00Z'])
})

test('a morning after an open day goes on with the grid of that day', () => {
  const host = sampleHost({ hours: weekly('UTC', { mon: '00:00-24:00', tue: '00:00-02:00' }) })

  const starts = listed({ durationMinutes: 50 }, host, ['2027-06-07T23:00Z', '2027-06-09T00:00Z'])

  expect(starts).toEqual(['2027-06-07T23:20Z', '2027-06-08T00:10Z', '2027-06-08T01:00Z'])
})

test('an open day of 23 hours has its own grid too', () => {
  const host = sampleHost({ hours: daily('Europe/Berlin', '00:00-24:00') })

  const starts = listed({ durationMinutes: 480 }, host, ['2027-03-27T23:00Z', '2027-03-28T22:01Z'])

  expect(starts).toEqual(['2027-03-27T23:00Z', '2027-03-28T07:00Z', '2027-03-28T15:00Z', '2027-03-28T22:00Z'])
})

test('an open day starts at the moment the clock jumps where it has no midnight', () => {
  const host = sampleHost({ hours: daily('America/Sao_Paulo', '00:00-24:00') })

  const starts = listed({ durationMinutes: 660 }, host, ['2018-11-04T03:00Z', '2018-11-05T03:00Z'])

  expect(starts).toEqual(['2018-11-04T03:00Z', '2018-11-04T14:00Z', '2018-11-05T01:00Z', '2018-11-05T02:00Z'])
})
