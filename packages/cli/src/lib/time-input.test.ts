import { expect, test } from 'vitest'
import { offsetName, span, startOfDay } from './time.ts'
import { endOf, instantOf, minutesOf, sinceOf, startOf } from './time-input.ts'

const iso = (text: string, zone: string) => instantOf(text, zone).toISOString()

test.each([
  ['2030-01-08T09:00Z', 'Asia/Tokyo', '2030-01-08T09:00:00.000Z'],
  ['2030-01-08T09:00+01:00', 'Asia/Tokyo', '2030-01-08T08:00:00.000Z'],
  ['2030-01-08T09:00:30+0530', 'Asia/Tokyo', '2030-01-08T03:30:30.000Z'],
  ['2030-01-08 09:00', 'Europe/Berlin', '2030-01-08T08:00:00.000Z'],
  ['2030-07-08T09:00', 'Europe/Berlin', '2030-07-08T07:00:00.000Z'],
  ['2030-01-08 09:00', 'Pacific/Apia', '2030-01-07T20:00:00.000Z'],
  ['2030-01-08 09:00', 'Asia/Kathmandu', '2030-01-08T03:15:00.000Z'],
  ['2030-10-06 02:30', 'Australia/Sydney', undefined],
  ['2030-10-06 02:15', 'Australia/Lord_Howe', undefined],
])('%s in %s', (text, zone, expected) => {
  if (expected) expect(iso(text, zone)).toBe(expected)
  else expect(() => instantOf(text, zone)).toThrow(`Clocks in ${zone} skip “${text}”`)
})

test('a time that happens twice must be told apart', () => {
  expect(() => instantOf('2030-10-27 02:30', 'Europe/Berlin')).toThrow('happens twice in Europe/Berlin')
  expect(iso('2030-10-27T02:30+02:00', 'Europe/Berlin')).toBe('2030-10-27T00:30:00.000Z')
})

test.each(['2030-02-30 09:00', '2030-01-08 25:00', '2030-01-08 09:60', 'tuesday', '09:00', '2030-01-08'])(
  '%s is no time',
  (text) => {
    expect(() => instantOf(text, 'UTC')).toThrow(/is not a time|There is no time/)
  },
)

test('days have a first instant, also where clocks skip midnight', () => {
  expect(startOf('2030-01-08', 'America/New_York').toISOString()).toBe('2030-01-08T05:00:00.000Z')
  expect(endOf('2030-01-08', 'America/New_York').toISOString()).toBe('2030-01-09T05:00:00.000Z')
  // Cairo: 2030-04-26 begins at 01:00.
  expect(startOfDay('2030-04-26', 'Africa/Cairo').toISOString()).toBe('2030-04-25T22:00:00.000Z')
})

test('times are shown with their day where it changes', () => {
  const zone = 'Europe/Berlin'
  expect(span('2030-01-08T08:00:00Z', '2030-01-08T08:30:00Z', zone)).toBe('Tue 8 Jan 2030 09:00–09:30')
  expect(span('2030-01-08T22:30:00Z', '2030-01-08T23:30:00Z', zone)).toBe('Tue 8 Jan 2030 23:30 – Wed 9 Jan 2030 00:30')
  expect(offsetName('2030-01-08T08:00:00Z', 'America/St_Johns')).toBe('-03:30')
})

test.each([
  ['45', 45],
  ['45m', 45],
  ['90min', 90],
  ['1h', 60],
  ['1h30m', 90],
  ['2d', 2880],
  ['1w', 10_080],
])('%s is %i minutes', (text, minutes) => expect(minutesOf(text)).toBe(minutes))

test.each(['', 'soon', '1.5h', '-5', '1h 30'])('“%s” is no length of time', (text) => {
  expect(() => minutesOf(text)).toThrow('is not a length of time')
})

test.each([
  ['2h', '2030-01-08T07:00:00.000Z'],
  ['1d12h', '2030-01-06T21:00:00.000Z'],
  ['2030-01-08', '2030-01-07T23:00:00.000Z'],
  ['2030-01-08 08:30', '2030-01-08T07:30:00.000Z'],
])('since %s', (text, expected) => {
  expect(sinceOf(text, 'Europe/Berlin', new Date('2030-01-08T09:00:00Z')).toISOString()).toBe(expected)
})

test('a number alone is no time since when', () => {
  expect(() => sinceOf('30', 'UTC')).toThrow('“30” is not a time.')
})
