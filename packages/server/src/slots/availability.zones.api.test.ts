import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { addSolo, listed, overrides, weekly } from '../testing/factories.ts'
import { every, expectOffer, gridOf, minutesAfter } from '../testing/offer.ts'

let app: TestApp
beforeAll(async () => {
  // Long before every case; their event types have no window, so that the clock plays no part.
  app = await startTestApp({ now: '1994-01-01T00:00:00Z' })
})
afterAll(() => app.close())

/** Hours of dates in a zone, and from when to when they are open in UTC, worked out by hand. */
type Row = [zone: string, hours: Record<string, string>, open: string[], minutes?: number]

const gapsAtMidnight: Row[] = [
  ['Africa/Cairo', { '2024-04-26': '00:00-03:00' }, ['2024-04-25T22:00Z/2024-04-26T00:00Z']],
  ['Africa/Cairo', { '2024-04-26': '00:15-00:45' }, ['2024-04-25T22:15Z/2024-04-25T22:45Z']],
  [
    'Africa/Cairo',
    { '2024-04-25': '23:00-24:00', '2024-04-26': '00:00-02:00' },
    ['2024-04-25T21:00Z/2024-04-25T23:00Z'],
    45,
  ],
  ['Asia/Beirut', { '2024-03-31': '00:00-01:30' }, ['2024-03-30T22:00Z/2024-03-30T22:30Z']],
  ['Asia/Beirut', { '2024-03-31': '00:30-01:15' }, []],
  ['America/Havana', { '2024-03-10': '00:30-02:00' }, ['2024-03-10T05:30Z/2024-03-10T06:00Z']],
  [
    'America/Santiago',
    { '2024-09-07': '23:00-24:00', '2024-09-08': '00:00-01:30' },
    ['2024-09-08T03:00Z/2024-09-08T04:30Z'],
  ],
  ['America/Asuncion', { '2024-10-06': '00:00-00:30' }, ['2024-10-06T04:00Z/2024-10-06T04:30Z']],
  ['Asia/Gaza', { '2021-03-27': '00:00-02:00' }, ['2021-03-26T22:00Z/2021-03-26T23:00Z']],
  ['Asia/Tehran', { '2022-03-22': '00:00-01:30' }, ['2022-03-21T20:30Z/2022-03-21T21:00Z']],
  ['Asia/Amman', { '2022-02-24': '23:30-24:00' }, ['2022-02-24T21:30Z/2022-02-24T22:00Z']],
  ['Asia/Damascus', { '2022-03-25': '00:00-24:00' }, ['2022-03-24T22:00Z/2022-03-25T21:00Z'], 60],
  ['America/Sao_Paulo', { '2018-11-04': '00:00-02:00' }, ['2018-11-04T03:00Z/2018-11-04T04:00Z']],
  ['Atlantic/Azores', { '2024-03-31': '00:00-01:30' }, ['2024-03-31T01:00Z/2024-03-31T01:30Z']],
  ['America/Nuuk', { '2024-03-30': '22:00-24:00' }, ['2024-03-31T00:00Z/2024-03-31T01:00Z']],
  ['America/Nuuk', { '2024-03-30': '23:00-23:30' }, ['2024-03-31T01:00Z/2024-03-31T01:30Z']],
  ['Asia/Pyongyang', { '2018-05-04': '23:00-24:00' }, ['2018-05-04T14:30Z/2018-05-04T15:00Z']],
]

const foldsAtMidnight: Row[] = [
  ['Africa/Cairo', { '2024-10-31': '22:00-24:00' }, ['2024-10-31T19:00Z/2024-10-31T22:00Z']],
  ['Africa/Cairo', { '2024-10-31': '23:00-23:30' }, ['2024-10-31T20:00Z/2024-10-31T20:30Z']],
  ['Asia/Beirut', { '2024-10-26': '23:30-24:00' }, ['2024-10-26T20:30Z/2024-10-26T22:00Z']],
  ['Asia/Beirut', { '2024-10-27': '00:00-02:00' }, ['2024-10-26T22:00Z/2024-10-27T00:00Z']],
  ['America/Havana', { '2024-11-03': '00:00-01:00' }, ['2024-11-03T04:00Z/2024-11-03T06:00Z']],
  ['America/Havana', { '2024-11-03': '00:15-00:45' }, ['2024-11-03T04:15Z/2024-11-03T04:45Z']],
  ['America/Santiago', { '2024-04-06': '22:30-24:00' }, ['2024-04-07T01:30Z/2024-04-07T04:00Z']],
  ['America/Asuncion', { '2024-03-23': '23:15-23:45' }, ['2024-03-24T02:15Z/2024-03-24T02:45Z']],
  ['Asia/Gaza', { '2021-10-29': '00:00-01:00' }, ['2021-10-28T21:00Z/2021-10-28T23:00Z']],
  ['Asia/Tehran', { '2022-09-21': '22:00-24:00' }, ['2022-09-21T17:30Z/2022-09-21T20:30Z'], 45],
  ['Asia/Amman', { '2021-10-29': '00:30-01:30' }, ['2021-10-28T21:30Z/2021-10-28T23:30Z']],
  ['Asia/Damascus', { '2021-10-28': '00:00-24:00' }, ['2021-10-27T21:00Z/2021-10-28T22:00Z'], 60],
  ['America/Sao_Paulo', { '2018-02-17': '23:00-24:00' }, ['2018-02-18T01:00Z/2018-02-18T03:00Z']],
  ['Atlantic/Azores', { '2024-10-27': '00:00-01:00' }, ['2024-10-27T00:00Z/2024-10-27T02:00Z']],
  ['America/Nuuk', { '2024-10-26': '23:00-24:00' }, ['2024-10-27T00:00Z/2024-10-27T02:00Z']],
  ['Asia/Pyongyang', { '2015-08-14': '23:30-24:00' }, ['2015-08-14T14:30Z/2015-08-14T15:30Z']],
  ['Africa/Khartoum', { '2017-10-31': '23:00-24:00' }, ['2017-10-31T20:00Z/2017-10-31T22:00Z']],
  ['America/Ciudad_Juarez', { '2022-11-29': '22:00-24:00' }, ['2022-11-30T04:00Z/2022-11-30T07:00Z']],
  ['Asia/Almaty', { '2024-02-29': '23:00-24:00' }, ['2024-02-29T17:00Z/2024-02-29T19:00Z']],
  ['Asia/Qostanay', { '2024-02-29': '22:30-23:30' }, ['2024-02-29T16:30Z/2024-02-29T17:30Z']],
  ['Asia/Ulaanbaatar', { '2016-09-23': '23:30-24:00' }, ['2016-09-23T14:30Z/2016-09-23T16:00Z']],
  ['Antarctica/Casey', { '2023-03-09': '00:00-03:00' }, ['2023-03-08T13:00Z/2023-03-08T19:00Z'], 60],
]

const gapsAtNight: Row[] = [
  ['Europe/Berlin', { '2024-03-31': '02:00-03:00' }, []],
  ['Europe/Berlin', { '2024-03-31': '01:00-05:00' }, ['2024-03-31T00:00Z/2024-03-31T03:00Z'], 45],
  ['America/New_York', { '2024-03-10': '01:30-03:30' }, ['2024-03-10T06:30Z/2024-03-10T07:30Z']],
  ['America/St_Johns', { '2024-03-10': '01:00-04:00' }, ['2024-03-10T04:30Z/2024-03-10T06:30Z']],
  ['America/Miquelon', { '2024-03-10': '01:00-03:30' }, ['2024-03-10T04:00Z/2024-03-10T05:30Z']],
  ['Europe/London', { '2024-03-31': '00:00-24:00' }, ['2024-03-31T00:00Z/2024-03-31T23:00Z'], 60],
  ['Europe/Dublin', { '2024-03-31': '00:30-02:30' }, ['2024-03-31T00:30Z/2024-03-31T01:30Z']],
  ['Asia/Jerusalem', { '2024-03-29': '01:00-04:00' }, ['2024-03-28T23:00Z/2024-03-29T01:00Z']],
  ['Asia/Gaza', { '2024-04-20': '01:30-02:30' }, ['2024-04-19T23:30Z/2024-04-20T00:30Z']],
  ['Asia/Nicosia', { '2024-03-31': '02:30-04:30' }, ['2024-03-31T00:30Z/2024-03-31T01:30Z']],
  ['Africa/Casablanca', { '2024-04-14': '02:00-03:00' }, []],
  ['Africa/El_Aaiun', { '2024-04-14': '02:30-03:15' }, []],
  ['Africa/Sao_Tome', { '2018-01-01': '00:00-03:00' }, ['2018-01-01T00:00Z/2018-01-01T02:00Z']],
  ['Australia/Lord_Howe', { '2024-10-06': '02:00-03:00' }, ['2024-10-05T15:30Z/2024-10-05T16:00Z']],
  ['Australia/Lord_Howe', { '2024-10-06': '01:00-02:15' }, ['2024-10-05T14:30Z/2024-10-05T15:45Z']],
  ['Australia/Sydney', { '2024-10-06': '02:30-03:30' }, []],
  ['Australia/Sydney', { '2024-10-06': '01:00-03:30' }, ['2024-10-05T15:00Z/2024-10-05T16:30Z']],
  ['Pacific/Chatham', { '2024-09-29': '02:00-04:00' }, ['2024-09-28T13:15Z/2024-09-28T14:15Z']],
  ['Pacific/Fiji', { '2020-12-20': '02:00-04:00' }, ['2020-12-19T14:00Z/2020-12-19T15:00Z']],
  ['Pacific/Easter', { '2024-09-07': '21:30-23:30' }, ['2024-09-08T03:30Z/2024-09-08T04:30Z']],
  ['America/Caracas', { '2016-05-01': '02:00-03:30' }, ['2016-05-01T06:30Z/2016-05-01T07:30Z']],
  ['Antarctica/Troll', { '2024-03-31': '00:00-04:00' }, ['2024-03-31T00:00Z/2024-03-31T02:00Z']],
  ['Antarctica/Troll', { '2024-03-31': '01:30-02:30' }, ['2024-03-31T01:30Z/2024-03-31T02:30Z']],
  ['Antarctica/Casey', { '2022-10-02': '00:00-04:00' }, ['2022-10-01T16:00Z/2022-10-01T17:00Z']],
  ['Antarctica/Casey', { '2022-10-02': '00:30-01:30' }, ['2022-10-01T16:30Z/2022-10-01T17:30Z']],
]

const foldsAtNight: Row[] = [
  ['Europe/Berlin', { '2024-10-27': '02:00-03:00' }, ['2024-10-27T00:00Z/2024-10-27T02:00Z']],
  ['Europe/Berlin', { '2024-10-27': '01:30-02:30' }, ['2024-10-26T23:30Z/2024-10-27T00:30Z']],
  ['America/New_York', { '2024-11-03': '01:00-02:00' }, ['2024-11-03T05:00Z/2024-11-03T07:00Z']],
  [
    'America/Los_Angeles',
    { '2024-11-02': '22:00-24:00', '2024-11-03': '00:00-03:00' },
    ['2024-11-03T05:00Z/2024-11-03T11:00Z'],
    50,
  ],
  ['America/St_Johns', { '2024-11-03': '01:30-02:00' }, ['2024-11-03T04:00Z/2024-11-03T05:30Z']],
  ['Atlantic/Bermuda', { '2024-11-03': '01:00-01:30' }, ['2024-11-03T04:00Z/2024-11-03T04:30Z']],
  ['Europe/Dublin', { '2024-10-27': '01:00-02:00' }, ['2024-10-27T00:00Z/2024-10-27T02:00Z']],
  ['Africa/Casablanca', { '2024-03-10': '02:00-03:00' }, ['2024-03-10T01:00Z/2024-03-10T03:00Z']],
  ['Africa/Windhoek', { '2017-04-02': '01:00-02:00' }, ['2017-04-01T23:00Z/2017-04-02T01:00Z']],
  ['Europe/Moscow', { '2014-10-26': '01:00-02:00' }, ['2014-10-25T21:00Z/2014-10-25T23:00Z']],
  ['Australia/Lord_Howe', { '2024-04-07': '01:30-02:30' }, ['2024-04-06T14:30Z/2024-04-06T16:00Z']],
  ['Australia/Lord_Howe', { '2024-04-07': '01:40-01:50' }, ['2024-04-06T14:40Z/2024-04-06T14:50Z'], 10],
  ['Australia/Adelaide', { '2024-04-07': '02:00-03:00' }, ['2024-04-06T15:30Z/2024-04-06T17:30Z']],
  ['Pacific/Norfolk', { '2024-04-07': '01:30-03:30' }, ['2024-04-06T13:30Z/2024-04-06T16:30Z'], 60],
  ['Pacific/Chatham', { '2024-04-07': '02:30-03:00' }, ['2024-04-06T12:45Z/2024-04-06T13:15Z']],
  ['Pacific/Tongatapu', { '2017-01-15': '02:00-03:00' }, ['2017-01-14T12:00Z/2017-01-14T14:00Z']],
  ['Pacific/Easter', { '2024-04-06': '21:00-22:00' }, ['2024-04-07T02:00Z/2024-04-07T04:00Z']],
  ['Antarctica/Troll', { '2024-10-27': '01:00-03:00' }, ['2024-10-26T23:00Z/2024-10-27T03:00Z'], 60],
]

const oddOffsets: Row[] = [
  ['Asia/Kathmandu', { '2024-05-05': '10:00-11:30' }, ['2024-05-05T04:15Z/2024-05-05T05:45Z'], 45],
  ['Australia/Eucla', { '2024-05-05': '09:00-10:00' }, ['2024-05-05T00:15Z/2024-05-05T01:15Z']],
  ['Pacific/Marquesas', { '2024-05-05': '22:00-24:00' }, ['2024-05-06T07:30Z/2024-05-06T09:30Z']],
  ['Pacific/Chatham', { '2024-06-12': '09:00-10:30' }, ['2024-06-11T20:15Z/2024-06-11T21:45Z'], 45],
  ['Asia/Kolkata', { '2024-05-05': '09:00-10:30' }, ['2024-05-05T03:30Z/2024-05-05T05:00Z']],
  ['Asia/Calcutta', { '2024-05-05': '09:00-10:30' }, ['2024-05-05T03:30Z/2024-05-05T05:00Z']],
  ['Asia/Yangon', { '2024-05-05': '06:00-07:00' }, ['2024-05-04T23:30Z/2024-05-05T00:30Z']],
  ['Asia/Kabul', { '2024-05-05': '00:00-01:00' }, ['2024-05-04T19:30Z/2024-05-04T20:30Z']],
  ['Australia/Darwin', { '2024-05-05': '09:00-10:00' }, ['2024-05-04T23:30Z/2024-05-05T00:30Z']],
  ['US/Pacific', { '2024-05-05': '09:00-10:00' }, ['2024-05-05T16:00Z/2024-05-05T17:00Z']],
  ['Europe/Kiev', { '2024-05-05': '09:00-10:00' }, ['2024-05-05T06:00Z/2024-05-05T07:00Z']],
  ['Etc/GMT+12', { '2024-05-05': '23:00-24:00' }, ['2024-05-06T11:00Z/2024-05-06T12:00Z']],
  ['Pacific/Pago_Pago', { '2024-05-05': '22:00-24:00' }, ['2024-05-06T09:00Z/2024-05-06T11:00Z']],
  ['Pacific/Kiritimati', { '2024-05-05': '00:00-02:00' }, ['2024-05-04T10:00Z/2024-05-04T12:00Z']],
  ['Europe/Istanbul', { '2016-10-30': '02:00-05:00' }, ['2016-10-29T23:00Z/2016-10-30T02:00Z'], 60],
  ['America/Mexico_City', { '2023-04-02': '01:00-04:00' }, ['2023-04-02T07:00Z/2023-04-02T10:00Z'], 60],
]

const dateLine: Row[] = [
  [
    'Pacific/Apia',
    { '2011-12-29': '22:00-24:00', '2011-12-31': '00:00-02:00' },
    ['2011-12-30T08:00Z/2011-12-30T12:00Z'],
    90,
  ],
  ['Pacific/Fakaofo', { '2011-12-29': '23:00-24:00' }, ['2011-12-30T10:00Z/2011-12-30T11:00Z']],
  [
    'Pacific/Kiritimati',
    { '1994-12-30': '23:00-24:00', '1995-01-01': '00:00-01:00' },
    ['1994-12-31T09:00Z/1994-12-31T11:00Z'],
    40,
  ],
]

describe.each([
  ['a gap at midnight', gapsAtMidnight],
  ['a fold at midnight', foldsAtMidnight],
  ['a gap at night', gapsAtNight],
  ['a fold at night', foldsAtNight],
  ['an offset of half and quarter hours, an alias, a zone far out', oddOffsets],
  ['the date line', dateLine],
])('%s: what is listed can be booked and the rest is refused', (_, rows) => {
  test.each(rows)('%s %j', async (timezone, hours, open, minutes = 30) => {
    const { typeId } = await addSolo(
      app,
      { timezone, weekly: [], overrides: overrides(hours) },
      { durationMinutes: minutes },
    )
    const day = `${Object.keys(hours)[0]}T00:00Z`

    await expectOffer(app, typeId, [minutesAfter(day, -1440), minutesAfter(day, 3 * 1440)], gridOf(open, minutes), {
      minutes,
      refused: [day],
    })
  })
})

describe('weekly hours over a change of the clock', () => {
  /** Each zone's 09:00–10:00 on every day, in UTC on four days: the wall time stays, the instant moves. */
  test.each([
    ['America/New_York', '2024-03-08', ['08T14:00', '09T14:00', '10T13:00', '11T13:00']],
    ['Europe/London', '2024-10-25', ['25T08:00', '26T08:00', '27T09:00', '28T09:00']],
    ['Australia/Lord_Howe', '2024-10-03', ['03T22:30', '04T22:30', '05T22:00', '06T22:00']],
    ['Africa/Cairo', '2024-04-24', ['24T07:00', '25T07:00', '26T06:00', '27T06:00']],
    ['Asia/Beirut', '2024-10-25', ['25T06:00', '26T06:00', '27T07:00', '28T07:00']],
    ['Africa/Casablanca', '2024-03-08', ['08T08:00', '09T08:00', '10T09:00', '11T09:00']],
    ['America/Santiago', '2024-04-05', ['05T12:00', '06T12:00', '07T13:00', '08T13:00']],
  ])('%s from %s keeps its wall time', async (timezone, date, days) => {
    const { typeId } = await addSolo(app, { timezone, weekly: weekly('09:00-10:00') })
    const expected = days.map((day) => `${date.slice(0, 8)}${day}Z`)

    await expectOffer(app, typeId, [`${date}T00:00Z`, minutesAfter(`${date}T00:00Z`, 4 * 1440)], expected, {
      minutes: 60,
    })
  })

  test('a calendar day that a zone skipped is offered once, not twice', async () => {
    const { typeId } = await addSolo(app, { timezone: 'Pacific/Apia', weekly: weekly('10:00-12:00') })
    const days = ['2011-12-28', '2011-12-29', '2011-12-30', '2011-12-31']
    const expected = days.flatMap((day) => [`${day}T20:00Z`, `${day}T21:00Z`])

    await expectOffer(app, typeId, ['2011-12-28T12:00Z', '2012-01-01T00:00Z'], expected, { minutes: 60 })
  })
})

describe('hours around the clock', () => {
  /** Midnights, the first and last included, between which each day has a grid of its own. */
  test.each([
    ['UTC', ['2024-05-05T00:00Z', '2024-05-06T00:00Z', '2024-05-07T00:00Z']],
    ['Europe/Berlin', ['2024-10-25T22:00Z', '2024-10-26T22:00Z', '2024-10-27T23:00Z', '2024-10-28T23:00Z']],
    ['America/Santiago', ['2024-09-07T04:00Z', '2024-09-08T04:00Z', '2024-09-09T03:00Z']],
    ['America/Santiago', ['2024-04-06T03:00Z', '2024-04-07T04:00Z', '2024-04-08T04:00Z']],
    ['Asia/Beirut', ['2024-10-25T21:00Z', '2024-10-26T22:00Z', '2024-10-27T22:00Z']],
    ['America/Nuuk', ['2024-03-30T02:00Z', '2024-03-31T01:00Z', '2024-04-01T01:00Z']],
    ['Australia/Lord_Howe', ['2024-04-06T13:00Z', '2024-04-07T13:30Z', '2024-04-08T13:30Z']],
    ['Asia/Kathmandu', ['2024-05-04T18:15Z', '2024-05-05T18:15Z', '2024-05-06T18:15Z']],
    ['Antarctica/Casey', ['2022-10-01T16:00Z', '2022-10-02T13:00Z', '2022-10-03T13:00Z']],
    ['Pacific/Apia', ['2011-12-29T10:00Z', '2011-12-30T10:00Z', '2011-12-31T10:00Z']],
  ])('%s starts each day’s grid at its own midnight: %j', async (timezone, midnights) => {
    const { typeId } = await addSolo(app, { timezone, weekly: weekly('00:00-24:00') }, { durationMinutes: 50 })
    const expected = midnights.slice(1).flatMap((until, i) => every(50, midnights[i] ?? until, until))

    await expectOffer(app, typeId, [midnights[0] ?? '', midnights.at(-1) ?? ''], expected, { minutes: 50 })
  })

  test('halves of a day that touch at noon are a whole day', async () => {
    const { typeId } = await addSolo(
      app,
      { timezone: 'Asia/Tokyo', weekly: weekly('00:00-12:00 12:00-24:00') },
      { durationMinutes: 70 },
    )

    expect(await listed(app, typeId, ['2024-05-04T15:00Z', '2024-05-06T15:00Z'])).toEqual([
      ...every(70, '2024-05-04T15:00Z', '2024-05-05T15:00Z'),
      ...every(70, '2024-05-05T15:00Z', '2024-05-06T15:00Z'),
    ])
  })
})

describe('hours near any change of the clock, worked out with Temporal', () => {
  const zones = (
    'Africa/Cairo Africa/Casablanca Africa/Tunis Africa/Tripoli America/Asuncion America/Bogota America/Boise ' +
    'America/Cayenne America/Chihuahua America/Cuiaba America/Goose_Bay America/Grand_Turk America/Havana ' +
    'America/Montevideo America/Noronha America/Nuuk America/Port-au-Prince America/Resolute America/Santiago ' +
    'America/Sao_Paulo America/Scoresbysund America/St_Johns America/Whitehorse Antarctica/Casey Antarctica/Macquarie ' +
    'Antarctica/Troll Antarctica/Vostok Asia/Amman Asia/Anadyr Asia/Baku Asia/Beirut Asia/Colombo Asia/Damascus ' +
    'Asia/Dhaka Asia/Dili Asia/Famagusta Asia/Gaza Asia/Hebron Asia/Hovd Asia/Karachi Asia/Kathmandu Asia/Manila ' +
    'Asia/Pyongyang Asia/Srednekolymsk Asia/Tehran Asia/Tbilisi Asia/Yerevan Atlantic/Azores Atlantic/Stanley ' +
    'Australia/Eucla Australia/Lord_Howe Australia/Perth Europe/Dublin Europe/Istanbul Europe/Kaliningrad Europe/Samara ' +
    'Europe/Volgograd Indian/Mauritius Pacific/Apia Pacific/Auckland Pacific/Bougainville Pacific/Chatham ' +
    'Pacific/Easter Pacific/Efate Pacific/Fiji Pacific/Galapagos Pacific/Guam Pacific/Noumea Pacific/Tongatapu'
  ).split(' ')

  test.each(zones)('%s', async (timezone) => {
    const pick = dice(timezone)
    for (const change of pickSome(changesOf(timezone), 1, pick)) {
      const day = change.toZonedDateTimeISO(timezone).toPlainDate()
      const hours = Object.fromEntries(
        [-2, -1, 0, 1].map((days) => [day.add({ days }).toString(), randomWindows(pick)]),
      )
      const minutes = 5 * (1 + pick(20))
      const step = 5 * (1 + pick(20))
      const { typeId } = await addSolo(
        app,
        { timezone, weekly: [], overrides: overrides(hours) },
        { durationMinutes: minutes, intervalMinutes: step },
      )

      const range: [string, string] = [change.subtract({ hours: 96 }).toString(), change.add({ hours: 96 }).toString()]
      const expected = model(timezone, hours, minutes, step)
      expect({ hours, minutes, step, starts: await listed(app, typeId, range) }).toEqual({
        hours,
        minutes,
        step,
        starts: expected,
      })
    }
  })
})

/** The starts that the rules give, read plainly: each wall time "compatible", windows in elapsed time, merged, a grid on each. */
function model(timezone: string, hours: Record<string, string>, minutes: number, step: number): string[] {
  const minuteOf = (date: string, clock: string): number => {
    const day = Temporal.PlainDate.from(date)
    const wall = clock === '24:00' ? day.add({ days: 1 }).toPlainDateTime('00:00') : day.toPlainDateTime(clock)
    return wall.toZonedDateTime(timezone, { disambiguation: 'compatible' }).epochMilliseconds / 60_000
  }
  const spans = Object.entries(hours)
    .flatMap(([date, text]) =>
      text
        .split(' ')
        .filter(Boolean)
        .map((window) => ({ from: minuteOf(date, window.slice(0, 5)), until: minuteOf(date, window.slice(6)) })),
    )
    .filter((span) => span.until > span.from)
    .sort((a, b) => a.from - b.from)
  const merged: { from: number; until: number }[] = []
  for (const span of spans) {
    const last = merged.at(-1)
    if (last && span.from <= last.until) last.until = Math.max(last.until, span.until)
    else merged.push({ ...span })
  }
  const starts: number[] = []
  for (const { from, until } of merged) for (let at = from; at + minutes <= until; at += step) starts.push(at)
  return starts.map((minute) => `${new Date(minute * 60_000).toISOString().slice(0, 16)}Z`)
}

function changesOf(timezone: string): Temporal.Instant[] {
  const changes: Temporal.Instant[] = []
  let at: Temporal.ZonedDateTime | null = Temporal.ZonedDateTime.from(`1995-01-01T00:00[UTC]`).withTimeZone(timezone)
  for (;;) {
    at = at.getTimeZoneTransition('next')
    if (!at || at.year > 2036) break
    changes.push(at.toInstant())
  }
  return changes.length > 0 ? changes : [Temporal.Instant.from('2024-02-29T12:00Z')]
}

/** Up to three windows at times where mistakes hide: near midnight and in the small hours, never a whole day. */
function randomWindows(pick: (below: number) => number): string {
  const clock = (minute: number) =>
    `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  return Array.from({ length: pick(4) }, () => {
    const early = pick(2) === 0
    const start = early ? 15 * pick(16) : 1200 + 15 * pick(15)
    const end = early ? start + 15 + 15 * pick(16) : Math.min(1440, start + 15 + 15 * pick(16))
    return `${clock(start)}-${clock(end)}`
  }).join(' ')
}

const pickSome = <T>(from: readonly T[], n: number, pick: (below: number) => number): T[] =>
  Array.from({ length: Math.min(n, from.length) }, () => from[pick(from.length)]).filter((one) => one !== undefined)

/** Numbers that a word repeats. */
function dice(word: string): (below: number) => number {
  let state = [...word].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7) >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}
