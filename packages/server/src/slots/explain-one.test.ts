import { describe, expect, test } from 'vitest'
import type { HostAvailability, Rules } from './availability.ts'
import { explainSlots } from './explain.ts'
import { block, daily, minuteOf, sampleHost, sampleRules, textOf } from './samples.ts'

const at = (clock: string) => minuteOf(`2027-06-07T${clock}Z`)
const asked = { start: at('00:00'), end: minuteOf('2027-06-08T00:00Z'), nowMs: Date.parse('2027-06-01T00:00Z') }

// Ada has 09:00–12:00 UTC, meetings of an hour.
function explain(rules: Partial<Rules>, changes: Partial<HostAvailability> = {}, start?: number) {
  const host = sampleHost({ hours: daily('UTC', '09:00-12:00'), ...changes })
  return explainSlots(sampleRules(rules), [host], asked, start).map(
    (removed) => `${textOf(removed.start).slice(11, 16)} ${removed.code}: ${removed.detail}`,
  )
}

describe('one start, whatever it is', () => {
  test('a start that is open needs no explanation', () => {
    expect(explain({}, {}, at('10:00'))).toEqual([])
  })

  test('a start beside the grid is told where the grid is', () => {
    expect(explain({ durationMinutes: 30 }, {}, at('10:10'))).toEqual([
      '10:10 outside_hours: Starts are every 30 minutes from 2027-06-07 09:00 (UTC).',
    ])
  })

  test('a start too late to fit is told when hours end', () => {
    expect(explain({}, {}, at('11:30'))).toEqual([
      '11:30 outside_hours: 60 minutes do not fit before 2027-06-07 12:00 (UTC), when hours end.',
    ])
  })

  test('a start outside hours is told the hours of that day', () => {
    const hours = daily('America/New_York', '09:00-12:00 13:00-24:00')

    expect(explain({}, { hours }, at('16:30'))).toEqual([
      '16:30 outside_hours: Outside the hours of 2027-06-07: 09:00–12:00, 13:00–24:00 (America/New_York).',
    ])
  })

  test('a start on a day without hours is told so', () => {
    expect(explain({}, { hours: daily('UTC', '') }, at('16:30'))).toEqual([
      '16:30 outside_hours: No hours on 2027-06-07 (UTC).',
    ])
  })

  test('a start in hours that an override replaced is told so, on the grid or not', () => {
    const hours = { ...daily('UTC', '09:00-12:00'), overrides: [{ date: '2027-06-07', windows: [] }] }

    expect(explain({}, { hours }, at('10:07'))).toEqual(['10:07 override: An override closes 2027-06-07 (UTC).'])
  })

  test('a host without a schedule is named as that, and no host at all too', () => {
    expect(explain({}, { hours: null }, at('10:00'))).toEqual(['10:00 outside_hours: There is no schedule.'])
    expect(explainSlots(sampleRules(), [], asked, at('10:00'))[0]?.detail).toBe('There is no host.')
  })

  test('the start may lie outside the range that was asked', () => {
    const busy = [block(minuteOf('2027-08-02T09:00Z'), minuteOf('2027-08-02T09:10Z'))]

    expect(explain({}, { busy }, minuteOf('2027-08-02T09:00Z'))[0]).toContain('09:00 busy')
  })
})
