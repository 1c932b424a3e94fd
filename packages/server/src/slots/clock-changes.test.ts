import { describe, expect, test } from 'vitest'
import { dayOfDate, weekdayOfDay } from '../time.ts'
import { openSlots } from './engine.ts'
import { everyDay, minuteOf, sampleHost, sampleRules, textOf, windowsOf } from './samples.ts'

// Hours on one date, meetings of so many minutes one after the other, and the UTC starts that follow on paper from the
// offsets of the zone: `MM-DDTHH:MM`, or only `HH:MM` on the date before. The words before say what the clock does.
type Row = [zone: string, date: string, windows: string, minutes: number, clock: string, starts: string]

const europe: Row[] = [
  ['Europe/Berlin', '2027-03-28', '00:00-04:00', 60, 'skips 02:00–03:00', '03-27T23:00 03-28T00:00 01:00'],
  ['Europe/Berlin', '2027-03-28', '01:30-03:30', 30, 'skips the middle', '03-28T00:30 01:00'],
  ['Europe/Berlin', '2027-03-28', '02:00-03:00', 30, 'skips all of it', ''],
  ['Europe/Berlin', '2027-03-28', '02:30-03:30', 15, 'skips the start, which moves to the end', ''],
  ['Europe/Berlin', '2027-03-28', '02:30-04:00', 15, 'skips the start, which moves to 03:30', '03-28T01:30 01:45'],
  ['Europe/Berlin', '2027-03-28', '02:15-02:45', 15, 'skips both ends, which move together', '03-28T01:15 01:30'],
  ['Europe/Berlin', '2027-03-28', '02:45-03:15', 15, 'skips the start, which moves past the end', ''],
  ['Europe/Berlin', '2027-10-31', '01:00-04:00', 60, 'repeats 02:00–03:00', '10-30T23:00 10-31T00:00 01:00 02:00'],
  ['Europe/Berlin', '2027-10-31', '02:30-03:30', 30, 'repeats the start: the first', '10-31T00:30 01:00 01:30 02:00'],
  ['Europe/Berlin', '2027-10-31', '02:00-02:30', 30, 'repeats both ends: the first of each', '10-31T00:00'],
  ['Europe/Berlin', '2027-10-31', '01:30-02:30', 30, 'repeats the end: the first', '10-30T23:30 10-31T00:00'],
  ['Europe/London', '2027-03-28', '00:00-03:00', 60, 'skips 01:00–02:00', '03-28T00:00 01:00'],
  [
    'Europe/London',
    '2027-10-31',
    '00:30-02:00',
    30,
    'repeats 01:00–02:00',
    '10-30T23:30 10-31T00:00 00:30 01:00 01:30',
  ],
  ['Europe/Dublin', '2027-03-28', '01:30-02:30', 30, 'skips the start, with winter as the exception', ''],
  ['Europe/Dublin', '2027-10-31', '01:00-02:00', 30, 'repeats all of it', '10-31T00:00 00:30 01:00 01:30'],
  ['Europe/Lisbon', '2027-03-28', '00:30-02:30', 30, 'skips 01:00–02:00', '03-28T00:30 01:00'],
  ['Atlantic/Azores', '2027-03-28', '00:00-02:00', 30, 'skips midnight', '03-28T01:00 01:30'],
  ['Atlantic/Azores', '2027-10-31', '00:00-01:00', 30, 'repeats midnight', '10-31T00:00 00:30 01:00 01:30'],
  ['Atlantic/Reykjavik', '2027-03-28', '00:00-02:00', 60, 'never changes', '03-28T00:00 01:00'],
  ['Europe/Athens', '2027-03-28', '02:30-04:30', 30, 'skips 03:00–04:00', '03-28T00:30 01:00'],
  ['Europe/Helsinki', '2027-10-31', '03:00-04:00', 30, 'repeats 03:00–04:00', '10-31T00:00 00:30 01:00 01:30'],
  ['Europe/Istanbul', '2027-03-28', '09:00-11:00', 60, 'no longer changes', '03-28T06:00 07:00'],
  ['Europe/Moscow', '2014-10-26', '01:00-03:00', 60, 'leaves summer time for good', '10-25T21:00 22:00 23:00'],
  ['Europe/Paris', '2099-07-01', '09:00-10:00', 60, 'is still at summer time in 2099', '07-01T07:00'],
  ['America/Nuuk', '2027-03-27', '22:00-24:00', 30, 'skips the hour before midnight', '03-28T00:00 00:30'],
]

const america: Row[] = [
  ['America/New_York', '2027-03-14', '01:00-04:00', 60, 'skips 02:00–03:00', '03-14T06:00 07:00'],
  ['America/New_York', '2027-11-07', '00:00-03:00', 60, 'repeats 01:00–02:00', '11-07T04:00 05:00 06:00 07:00'],
  ['America/New_York', '2027-03-14', '00:00-24:00', 240, 'has 23 hours', '03-14T05:00 09:00 13:00 17:00 21:00'],
  ['America/New_York', '2027-11-07', '00:00-24:00', 240, 'has 25', '11-07T04:00 08:00 12:00 16:00 20:00 11-08T00:00'],
  ['America/New_York', '2099-03-08', '01:00-04:00', 60, 'skips 02:00–03:00 in 2099', '03-08T06:00 07:00'],
  ['America/New_York', '1880-01-02', '09:00-10:00', 60, 'is 4:56:02 behind: whole minutes, rounded up', '01-02T13:57'],
  ['US/Eastern', '2027-07-01', '09:00-10:00', 60, 'is an alias', '07-01T13:00'],
  ['America/Chicago', '2027-11-07', '01:00-02:00', 60, 'repeats 01:00–02:00', '11-07T06:00 07:00'],
  ['America/Denver', '2027-03-14', '02:00-02:30', 30, 'skips both ends', '03-14T09:00'],
  ['America/Phoenix', '2027-03-14', '02:00-03:00', 30, 'never changes', '03-14T09:00 09:30'],
  ['America/Los_Angeles', '2027-03-14', '01:30-03:30', 30, 'skips 02:00–03:00', '03-14T09:30 10:00'],
  ['America/Tijuana', '2027-03-14', '02:00-04:00', 60, 'skips the first hour', '03-14T10:00'],
  ['America/Mexico_City', '2027-04-04', '02:00-04:00', 60, 'no longer changes', '04-04T08:00 09:00'],
  ['America/Anchorage', '2027-03-14', '01:00-03:30', 30, 'skips 02:00–03:00', '03-14T10:00 10:30 11:00'],
  ['America/Halifax', '2027-11-07', '01:30-02:30', 30, 'repeats 01:00–02:00', '11-07T04:30 05:00 05:30 06:00'],
  ['America/St_Johns', '2027-03-14', '01:00-04:00', 60, 'skips 02:00–03:00, at a half hour', '03-14T04:30 05:30'],
  [
    'America/St_Johns',
    '2010-11-07',
    '00:00-01:00',
    30,
    'goes back from 00:01 to 23:01',
    '11-07T02:30 03:00 03:30 04:00',
  ],
  ['America/St_Johns', '2010-11-06', '23:00-24:00', 30, 'comes back to this evening later on', '11-07T01:30 02:00'],
  ['America/Havana', '2027-03-14', '00:00-02:00', 30, 'skips midnight', '03-14T05:00 05:30'],
  ['America/Havana', '2027-11-07', '00:00-01:00', 60, 'repeats midnight', '11-07T04:00 05:00'],
  ['America/Havana', '2027-11-06', '23:00-24:00', 60, 'repeats midnight: the first ends the day', '11-07T03:00'],
  ['America/Sao_Paulo', '2018-11-04', '00:00-02:00', 60, 'skips midnight', '11-04T03:00'],
  ['America/Sao_Paulo', '2018-11-03', '22:00-24:00', 60, 'skips the midnight that ends it', '11-04T01:00 02:00'],
  ['America/Sao_Paulo', '2019-02-16', '22:00-24:00', 60, 'repeats the last hour', '02-17T00:00 01:00 02:00'],
  ['America/Sao_Paulo', '2019-02-16', '23:00-23:30', 30, 'repeats both ends', '02-17T01:00'],
  ['America/Santiago', '2027-09-05', '00:00-02:00', 30, 'skips midnight', '09-05T04:00 04:30'],
  ['America/Santiago', '2027-04-03', '23:00-24:00', 30, 'repeats the last hour', '04-04T02:00 02:30 03:00 03:30'],
  ['America/Asuncion', '2023-10-01', '00:00-03:00', 60, 'skips midnight', '10-01T04:00 05:00'],
  ['America/Asuncion', '2027-10-03', '00:00-02:00', 60, 'no longer changes', '10-03T03:00 04:00'],
  ['America/Caracas', '2016-05-01', '02:00-03:30', 30, 'skips half an hour', '05-01T06:30 07:00'],
  ['America/Argentina/Buenos_Aires', '2027-06-01', '09:00-10:00', 60, 'never changes', '06-01T12:00'],
  [
    'America/Toronto',
    '1919-03-30',
    '23:00-24:00',
    30,
    'skips from 23:30 to 00:30: midnight is 01:00',
    '03-31T04:00 04:30',
  ],
  ['America/Toronto', '1919-03-31', '00:30-01:30', 30, 'skipped from 23:30 to 00:30', '03-31T04:30 05:00'],
]

const asiaAndAfrica: Row[] = [
  ['Asia/Kolkata', '2027-06-01', '09:00-10:00', 30, 'is 5:30 ahead', '06-01T03:30 04:00'],
  ['asia/calcutta', '2027-06-01', '09:00-10:00', 30, 'is an alias, in any case', '06-01T03:30 04:00'],
  ['Asia/Kathmandu', '2027-06-01', '09:00-10:00', 15, 'is 5:45 ahead', '06-01T03:15 03:30 03:45 04:00'],
  ['Asia/Kathmandu', '2027-06-01', '09:00-11:00', 60, 'is 5:45 ahead: nothing is rounded', '06-01T03:15 04:15'],
  ['Asia/Kabul', '2027-06-01', '00:00-01:00', 60, 'is 4:30 ahead', '05-31T19:30'],
  ['Asia/Yangon', '2027-06-01', '00:00-01:00', 60, 'is 6:30 ahead', '05-31T17:30'],
  ['Asia/Tehran', '2027-03-22', '00:00-02:00', 60, 'no longer changes', '03-21T20:30 21:30'],
  ['Asia/Tokyo', '2027-06-01', '00:00-02:00', 60, 'never changes', '05-31T15:00 16:00'],
  ['Asia/Beirut', '2027-03-28', '00:00-02:00', 60, 'skips midnight', '03-27T22:00'],
  ['Asia/Beirut', '2027-10-30', '23:00-24:00', 30, 'repeats the last hour', '10-30T20:00 20:30 21:00 21:30'],
  ['Asia/Gaza', '2024-04-20', '01:00-04:00', 60, 'skips 02:00–03:00 on a Saturday', '04-19T23:00 04-20T00:00'],
  ['Asia/Jerusalem', '2027-03-26', '01:00-04:00', 60, 'skips 02:00–03:00 on a Friday', '03-25T23:00 03-26T00:00'],
  ['Asia/Amman', '2021-10-29', '00:00-01:00', 60, 'repeats midnight', '10-28T21:00 22:00'],
  ['Asia/Amman', '2027-03-26', '00:00-02:00', 60, 'no longer changes', '03-25T21:00 22:00'],
  ['Asia/Pyongyang', '2018-05-04', '22:00-24:00', 30, 'skips the last half hour', '05-04T13:30 14:00 14:30'],
  ['Asia/Pyongyang', '2018-05-04', '23:30-24:00', 15, 'skips all of it', ''],
  ['Africa/Cairo', '2026-04-24', '00:00-02:00', 30, 'skips midnight', '04-23T22:00 22:30'],
  ['Africa/Cairo', '2026-10-29', '23:00-24:00', 30, 'repeats the last hour', '10-29T20:00 20:30 21:00 21:30'],
  ['Africa/Casablanca', '2025-02-23', '01:00-04:00', 60, 'goes back for Ramadan', '02-23T00:00 01:00 02:00 03:00'],
  ['Africa/Casablanca', '2025-04-06', '01:00-04:00', 60, 'skips 02:00–03:00 after Ramadan', '04-06T01:00 02:00'],
  ['Africa/Juba', '2021-01-31', '23:00-24:00', 60, 'repeats the last hour', '01-31T20:00 21:00'],
  ['Africa/Nairobi', '2027-06-01', '09:00-10:00', 60, 'never changes', '06-01T06:00'],
]

const pacificAndPoles: Row[] = [
  ['Australia/Sydney', '2027-04-04', '02:00-03:00', 60, 'repeats 02:00–03:00', '04-03T15:00 16:00'],
  ['Australia/Sydney', '2027-10-03', '01:00-04:00', 60, 'skips 02:00–03:00', '10-02T15:00 16:00'],
  ['Australia/Adelaide', '2027-10-03', '02:30-03:30', 30, 'skips the start, which moves to the end', ''],
  ['Australia/Adelaide', '2027-04-04', '01:30-03:30', 60, 'repeats 02:00–03:00', '04-03T15:00 16:00 17:00'],
  ['Australia/Brisbane', '2027-10-03', '02:00-03:00', 30, 'never changes', '10-02T16:00 16:30'],
  ['Australia/Darwin', '2027-06-01', '09:00-10:00', 30, 'is 9:30 ahead', '05-31T23:30 06-01T00:00'],
  ['Australia/Eucla', '2027-06-01', '09:00-10:00', 30, 'is 8:45 ahead', '06-01T00:15 00:45'],
  [
    'Australia/Lord_Howe',
    '2027-04-04',
    '01:00-03:00',
    30,
    'repeats half an hour',
    '04-03T14:00 14:30 15:00 15:30 16:00',
  ],
  ['Australia/Lord_Howe', '2027-04-04', '01:30-02:00', 30, 'repeats 01:30–02:00', '04-03T14:30 15:00'],
  ['Australia/Lord_Howe', '2027-10-03', '01:30-03:00', 30, 'skips half an hour', '10-02T15:00 15:30'],
  ['Australia/Lord_Howe', '2027-10-03', '02:15-03:00', 15, 'skips the start, by half an hour', '10-02T15:45'],
  ['Pacific/Auckland', '2027-04-04', '02:30-03:30', 30, 'repeats 02:00–03:00', '04-03T13:30 14:00 14:30 15:00'],
  ['Pacific/Auckland', '2027-09-26', '01:00-04:00', 60, 'skips 02:00–03:00', '09-25T13:00 14:00'],
  ['Pacific/Chatham', '2027-04-04', '02:00-04:00', 60, 'repeats 02:45–03:45', '04-03T12:15 13:15 14:15'],
  ['Pacific/Chatham', '2027-09-26', '02:45-04:15', 15, 'skips 02:45–03:45', '09-25T14:00 14:15'],
  ['Pacific/Norfolk', '2027-10-03', '01:00-04:00', 60, 'skips 02:00–03:00', '10-02T14:00 15:00'],
  ['Pacific/Easter', '2027-09-04', '21:00-24:00', 60, 'skips 22:00–23:00', '09-05T03:00 04:00'],
  ['Pacific/Apia', '2011-12-29', '22:00-24:00', 60, 'skips the whole next day', '12-30T08:00 09:00'],
  ['Pacific/Apia', '2011-12-30', '09:00-11:00', 60, 'skips this day: its hours move by 24', '12-30T19:00 20:00'],
  ['Pacific/Apia', '2011-12-31', '00:00-02:00', 60, 'skipped the day before', '12-30T10:00 11:00'],
  ['Pacific/Fakaofo', '2011-12-31', '09:00-10:00', 60, 'skipped the day before', '12-30T20:00'],
  ['Pacific/Kwajalein', '1993-08-20', '23:00-24:00', 30, 'skips the whole next day', '08-21T11:00 11:30'],
  ['Pacific/Kwajalein', '1993-08-22', '00:00-01:00', 30, 'skipped the day before', '08-21T12:00 12:30'],
  ['Pacific/Kiritimati', '2027-06-01', '00:00-02:00', 60, 'is 14 hours ahead', '05-31T10:00 11:00'],
  ['Pacific/Pago_Pago', '2027-06-01', '22:00-24:00', 60, 'is 11 hours behind', '06-02T09:00 10:00'],
  ['Pacific/Marquesas', '2027-06-01', '09:00-10:00', 30, 'is 9:30 behind', '06-01T18:30 19:00'],
  ['Pacific/Honolulu', '2027-06-01', '08:00-10:00', 60, 'never changes', '06-01T18:00 19:00'],
  ['Antarctica/Troll', '2027-03-28', '00:00-04:00', 60, 'skips two hours', '03-28T00:00 01:00'],
  ['Antarctica/Troll', '2027-03-28', '01:30-02:30', 30, 'skips both ends, by two hours', '03-28T01:30 02:00'],
  ['Antarctica/Troll', '2027-10-31', '01:00-03:00', 60, 'repeats two hours', '10-30T23:00 10-31T00:00 01:00 02:00'],
  ['Etc/GMT+5', '2027-06-01', '09:00-10:00', 60, 'is five hours behind, whatever its name looks like', '06-01T14:00'],
  ['UTC', '2027-06-01', '23:00-24:00', 60, 'is UTC', '06-01T23:00'],
]

describe.each([
  { part: 'Europe', rows: europe },
  { part: 'America', rows: america },
  { part: 'Asia and Africa', rows: asiaAndAfrica },
  { part: 'the Pacific and the poles', rows: pacificAndPoles },
])('starts in $part', ({ rows }) => {
  test.each(rows)(
    '%s on %s, open %s, every %i minutes: the clock %s',
    (zone, date, windows, minutes, _clock, starts) => {
      const days = everyDay.filter((_, index) => index === weekdayOfDay(dayOfDate(date)))
      const weekly = windowsOf(windows).map((window) => ({ days, ...window }))
      const host = sampleHost({ hours: { timezone: zone, weekly, overrides: [] } })
      const midnight = minuteOf(`${date}T00:00Z`)
      const asked = { start: midnight - 2880, end: midnight + 4320, nowMs: Number.NEGATIVE_INFINITY }

      const { slots } = openSlots(sampleRules({ durationMinutes: minutes, zone }), [host], asked)

      expect(slots.map((slot) => textOf(slot.start))).toEqual(instants(starts, date.slice(0, 4)))
    },
  )
})

function instants(starts: string, year: string): string[] {
  let date = ''
  return starts
    .split(' ')
    .filter(Boolean)
    .map((text) => {
      if (text.includes('T')) date = text.slice(0, 5)
      return `${year}-${date}T${text.slice(-5)}Z`
    })
}
