import { expect, test } from 'vitest'
import { openSlots } from './engine.ts'
import { daily, listed, minuteOf, sampleHost, sampleRules, weekly, windowsOf } from './samples.ts'

// 2027-06-07 is a Monday.

test('an override replaces the hours of its date', () => {
  const hours = {
    ...daily('UTC', '09:00-17:00'),
    overrides: [{ date: '2027-06-07', windows: windowsOf('10:30-12:30') }],
  }

  const starts = listed({}, sampleHost({ hours }), ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])

  expect(starts).toEqual(['2027-06-07T10:30Z', '2027-06-07T11:30Z'])
})

test('an override without windows closes its date and no other', () => {
  const hours = { ...daily('UTC', '09:00-10:00'), overrides: [{ date: '2027-06-07', windows: [] }] }

  const starts = listed({}, sampleHost({ hours }), ['2027-06-06T00:00Z', '2027-06-09T00:00Z'])

  expect(starts).toEqual(['2027-06-06T09:00Z', '2027-06-08T09:00Z'])
})

test('several overrides of one date are a union, an empty one among them changes nothing', () => {
  const dated = (windows: string) => ({ date: '2027-06-07', windows: windowsOf(windows) })
  const hours = { ...daily('UTC', '09:00-17:00'), overrides: [dated('14:00-15:00'), dated(''), dated('08:00-09:00')] }

  const starts = listed({}, sampleHost({ hours }), ['2027-06-07T00:00Z', '2027-06-08T00:00Z'])

  expect(starts).toEqual(['2027-06-07T08:00Z', '2027-06-07T14:00Z'])
})

test('an override opens a date that has no weekly hours', () => {
  const overrides = [{ date: '2027-06-12', windows: windowsOf('10:00-11:00') }]
  const hours = { ...weekly('UTC', { mon: '09:00-17:00' }), overrides }

  const starts = listed({}, sampleHost({ hours }), ['2027-06-08T00:00Z', '2027-06-14T00:00Z'])

  expect(starts).toEqual(['2027-06-12T10:00Z'])
})

test('the date of an override is a date of the schedule, not of the guest', () => {
  const hours = { ...daily('Pacific/Auckland', '08:00-10:00'), overrides: [{ date: '2027-06-08', windows: [] }] }

  const starts = listed({}, sampleHost({ hours }), ['2027-06-06T12:00Z', '2027-06-09T12:00Z'])

  expect(starts).toEqual(['2027-06-06T20:00Z', '2027-06-06T21:00Z', '2027-06-08T20:00Z', '2027-06-08T21:00Z'])
})

test('an override breaks the merge across midnight', () => {
  const overrides = [{ date: '2027-06-08', windows: windowsOf('00:00-01:00') }]
  const hours = { ...weekly('UTC', { mon: '22:00-24:00', tue: '00:00-04:00' }), overrides }

  const starts = listed({ durationMinutes: 90 }, sampleHost({ hours }), ['2027-06-07T00:00Z', '2027-06-09T00:00Z'])

  expect(starts).toEqual(['2027-06-07T22:00Z', '2027-06-07T23:30Z'])
})

test('a schedule without windows offers nothing', () => {
  const host = sampleHost({ hours: { timezone: 'UTC', weekly: [], overrides: [] } })
  const asked = { start: minuteOf('2027-06-07T00:00Z'), end: minuteOf('2027-06-14T00:00Z'), nowMs: 0 }

  expect(openSlots(sampleRules(), [host], asked)).toEqual({ slots: [], reason: 'no_hours' })
})

test('a host without a schedule offers nothing', () => {
  const asked = { start: minuteOf('2027-06-07T00:00Z'), end: minuteOf('2027-06-14T00:00Z'), nowMs: 0 }

  expect(openSlots(sampleRules(), [sampleHost({ hours: null })], asked)).toEqual({ slots: [], reason: 'no_hours' })
})
