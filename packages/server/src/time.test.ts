import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { civilOfDay, clockOfMinutes, dateOfDay, dayNumber, dayOfDate, minutesOfClock, weekdayOfDay } from './time.ts'

test('days are counted from 1970-01-01', () => {
  expect(dayOfDate('1970-01-01')).toBe(0)
  expect(dayOfDate('2027-06-07')).toBe(Date.UTC(2027, 5, 7) / 86_400_000)
  expect(dateOfDay(-1)).toBe('1969-12-31')
})

test('every day from 1600 to 2400 becomes its date and back, as in Date', () => {
  for (let day = dayNumber(1600, 1, 1); day < dayNumber(2400, 1, 1); day += 13) {
    const date = new Date(day * 86_400_000)
    const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }

    expect(civilOfDay(day)).toEqual(civil)
    expect(dayNumber(civil.year, civil.month, civil.day)).toBe(day)
    expect(weekdayOfDay(day)).toBe((date.getUTCDay() + 6) % 7)
  }
})

test('a clock is minutes after midnight, 24:00 too', () => {
  expect(minutesOfClock('09:05')).toBe(545)
  expect(minutesOfClock('24:00')).toBe(1440)
  expect(clockOfMinutes(545)).toBe('09:05')
})

test('a runtime without Temporal gets the polyfill, and the same offsets', () => {
  const program = `
    const { startOfLocalDay, wallToMinute } = await import('./zones.ts')
    const spring = wallToMinute('2027-03-28', '02:30', 'Europe/Berlin')
    console.log(JSON.stringify([typeof Temporal, spring, startOfLocalDay('2018-11-04', 'America/Sao_Paulo')]))`
  const flags = ['--no-harmony-temporal', '--input-type=module', '--eval', program]

  const said = execFileSync(process.execPath, flags, { cwd: import.meta.dirname, encoding: 'utf8' })

  const offsets = ['2027-03-28T01:30Z', '2018-11-04T03:00Z'].map((at) => Date.parse(at) / 60_000)
  expect(JSON.parse(said)).toEqual(['undefined', ...offsets])
})
