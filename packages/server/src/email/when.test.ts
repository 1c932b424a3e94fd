import { describe, expect, test } from 'vitest'
import { longTime, moment, shortTime } from './when.ts'

const start = new Date('2030-01-08T08:00:00Z')
const end = new Date('2030-01-08T08:30:00Z')

describe('a time in a mail', () => {
  test.each([
    ['en-GB', 'Europe/Berlin', 'Tuesday, 8 January 2030, 09:00–09:30 (Europe/Berlin, GMT+1)'],
    ['en-US', 'America/New_York', 'Tuesday, January 8, 2030, 3:00 – 3:30 AM (America/New_York, GMT-5)'],
    ['de', 'Europe/Berlin', 'Dienstag, 8. Januar 2030, 09:00–09:30 Uhr (Europe/Berlin, GMT+1)'],
    ['fr', 'Europe/Paris', 'mardi 8 janvier 2030, 09:00 – 09:30 (Europe/Paris, UTC+1)'],
    ['en-GB', 'Asia/Kolkata', 'Tuesday, 8 January 2030, 13:30–14:00 (Asia/Kolkata, GMT+5:30)'],
    ['en-GB', 'UTC', 'Tuesday, 8 January 2030, 08:00–08:30 (UTC)'],
  ])('is written as people write it: %s in %s', (locale, timezone, words) => {
    expect(longTime(start, end, timezone, locale).replaceAll('\u00a0', ' ')).toBe(words)
  })

  test('carries the offset of its own day, not of today', () => {
    const summer = new Date('2030-07-09T08:00:00Z')
    expect(longTime(summer, summer, 'Europe/Berlin')).toContain('10:00 (Europe/Berlin, GMT+2)')
  })

  test('keeps its hours on one line', () => {
    expect(longTime(start, end, 'America/New_York', 'en-US')).toContain('3:00\u00a0–\u00a03:30\u00a0AM')
  })

  test('is short in a subject', () => {
    expect(shortTime(start, 'Europe/Berlin')).toBe('Tue 8 Jan 09:00')
    expect(shortTime(start, 'America/New_York', 'en-US')).toBe('Tue, Jan 8 3:00 AM')
  })

  test('may have no end', () => {
    expect(moment(start, 'Europe/Berlin')).toBe('Tuesday, 8 January 2030, 09:00 (Europe/Berlin, GMT+1)')
  })
})
