import { describe, expect, test } from 'vitest'
import { dayOfDate } from './time.ts'
import {
  dayRuns,
  instantOf,
  isZone,
  localDate,
  localDates,
  localDayOf,
  startOfLocalDay,
  wallOf,
  wallToMinute,
  zoneBetween,
  zoneId,
} from './zones.ts'

const minuteOf = (text: string) => Date.parse(text) / 60_000

describe('a zone is a name of the tz database', () => {
  test.each([
    'Europe/Berlin',
    'UTC',
    'Etc/GMT+5',
    'America/Argentina/Buenos_Aires',
    'US/Eastern',
    'Asia/Calcutta',
    'GMT',
  ])('%s is one', (name) => expect(isZone(name)).toBe(true))

  test.each(['+05:30', '-08', '+00:00', 'Z', '', ' ', 'Europe', 'Europe/Atlantis', 'Europe/Berlin ', 'PST', 'UTC+5'])(
    '“%s” is none',
    (name) => expect(isZone(name)).toBe(false),
  )

  test.each(['2027-01-01T00:00Z', '2027-01-01T00:00[Europe/Berlin]', '[Europe/Berlin]', '__proto__', 'constructor'])(
    '“%s” is none either',
    (name) => expect(isZone(name)).toBe(false),
  )

  test('case does not matter, and the name comes back as it is written', () => {
    expect(isZone('europe/berlin')).toBe(true)
    expect(zoneId('AMERICA/NEW_YORK')).toBe('America/New_York')
    expect(zoneId('Mars/Olympus')).toBeUndefined()
  })

  test('an unknown zone is a RangeError', () => {
    expect(() => localDate(0, 'Mars/Olympus')).toThrow(RangeError)
  })
})

describe('against Temporal', () => {
  const zones = Intl.supportedValuesOf('timeZone')

  test('every zone has the same wall times and dates at 60 instants from 1970 to 2100', () => {
    for (const [index, name] of zones.entries()) {
      const zone = zoneBetween(name, minuteOf('1970-01-01T00:00Z'), minuteOf('2100-12-31T00:00Z'))
      for (let step = 0; step < 60; step++) {
        const minute = minuteOf('1970-01-01T00:00Z') + ((index * 7919 + step * 1_147_483) % 68_000_000)
        const plain = Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
          .toZonedDateTimeISO(name)
          .toPlainDateTime()
        const wall = Date.parse(`${plain.toString({ smallestUnit: 'minute' })}Z`) / 60_000

        expect(wallOf(zone, minute), `${name} ${minute}`).toBe(wall)
      }
    }
  })

  test('every zone has the same instants around its changes of 2000 to 2030', () => {
    for (const name of zones) {
      const zone = zoneBetween(name, minuteOf('2000-01-01T00:00Z'), minuteOf('2030-01-01T00:00Z'))
      for (const change of zone.changes) {
        const wall = wallOf(zone, change / 60)
        for (const shift of [-1441, -121, -61, -60, -31, -30, -1, 0, 1, 30, 59, 1440]) {
          const plain = new Date((wall + shift) * 60_000).toISOString().slice(0, 16)
          const zoned = Temporal.PlainDateTime.from(plain).toZonedDateTime(name, { disambiguation: 'compatible' })

          expect(instantOf(zone, wall + shift), `${name} ${plain}`).toBe(Math.ceil(zoned.epochMilliseconds / 60_000))
        }
      }
    }
  })

  test('every zone has the same first instant of a day, on days of change and others', () => {
    for (const name of zones) {
      for (const date of ['1993-08-21', '2011-12-30', '2018-11-04', '2024-04-26', '2027-03-28', '2027-11-07']) {
        const first = Temporal.PlainDate.from(date).toZonedDateTime(name).epochMilliseconds / 60_000

        expect(startOfLocalDay(date, name), `${name} ${date}`).toBe(first)
      }
    }
  })
})

describe('days', () => {
  test('a wall time is ambiguous once and skipped once', () => {
    expect(wallToMinute('2027-10-31', '02:30', 'Europe/Berlin')).toBe(minuteOf('2027-10-31T00:30Z'))
    expect(wallToMinute('2027-03-28', '02:30', 'Europe/Berlin')).toBe(minuteOf('2027-03-28T01:30Z'))
    expect(wallToMinute('2027-03-28', '24:00', 'Europe/Berlin')).toBe(minuteOf('2027-03-28T22:00Z'))
  })

  test('the dates of many instants are those of each', () => {
    for (const name of ['America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu', 'Africa/Cairo']) {
      const first = minuteOf(name === 'Pacific/Apia' ? '2011-12-20T00:00Z' : '2010-11-01T00:00Z')
      const minutes = Array.from({ length: 900 }, (_, index) => first + index * 37)

      expect(localDates(minutes, name)).toEqual(minutes.map((minute) => localDate(minute, name)))
    }
    expect(localDates([], 'UTC')).toEqual([])
  })

  test('a clock set back over midnight gives a day twice', () => {
    const zone = zoneBetween('America/St_Johns', minuteOf('2010-11-06T12:00Z'), minuteOf('2010-11-07T12:00Z'))

    const runs = dayRuns(zone, minuteOf('2010-11-07T00:00Z'), minuteOf('2010-11-07T12:00Z'))

    const [saturday, sunday] = [dayOfDate('2010-11-06'), dayOfDate('2010-11-07')]
    expect(runs.map(({ day }) => day)).toEqual([saturday, sunday, saturday, sunday])
    expect(runs.map(({ start, end }) => end - start)).toEqual([150, 1, 59, 510])
  })

  test('a day that a clock skips has no instants', () => {
    const zone = zoneBetween('Pacific/Apia', minuteOf('2011-12-29T00:00Z'), minuteOf('2012-01-01T00:00Z'))

    const days = dayRuns(zone, minuteOf('2011-12-29T12:00Z'), minuteOf('2011-12-31T12:00Z')).map(({ day }) => day)

    expect(days).toEqual(['2011-12-29', '2011-12-31', '2012-01-01'].map(dayOfDate))
  })
})

describe('far away', () => {
  test('offsets with seconds and years far off do not crash', () => {
    const zone = zoneBetween('Africa/Monrovia', minuteOf('1900-01-01T00:00Z'), minuteOf('1900-01-02T00:00Z'))

    expect(localDayOf(zone, minuteOf('1900-01-01T12:00Z'))).toBe(dayOfDate('1900-01-01'))
    expect(localDate(wallToMinute('1850-03-01', '00:00', 'America/New_York'), 'America/New_York')).toBe('1850-03-01')
    expect(localDate(minuteOf('9999-06-01T12:00Z'), 'Europe/Berlin')).toBe('9999-06-01')
  })

  test('years asked one after the other give what they give alone', () => {
    const years = [2030, 1975, 2099, 1990, 2027]

    for (const year of years) {
      expect(wallToMinute(`${year}-07-01`, '12:00', 'Europe/Paris')).toBe(
        Temporal.PlainDateTime.from(`${year}-07-01T12:00`).toZonedDateTime('Europe/Paris').epochMilliseconds / 60_000,
      )
    }
  })
})
