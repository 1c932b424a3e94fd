import { describe, expect, test } from 'vitest'
import type { HostAvailability, Rules } from './availability.ts'
import { block, booking, daily, listed, minuteOf, sampleHost } from './samples.ts'

const at = (clock: string) => minuteOf(`2027-06-07T${clock}Z`)

// Half hours from 09:00 to 13:00 UTC, by their clock.
function open(rules: Partial<Rules>, host: Partial<HostAvailability>): string {
  const hours = daily('UTC', '09:00-13:00')
  const day = ['2027-06-07T00:00Z', '2027-06-08T00:00Z'] as const
  return listed({ durationMinutes: 30, ...rules }, sampleHost({ hours, ...host }), day)
    .map((start) => start.slice(11, 16))
    .join(' ')
}

describe('busy time', () => {
  test('leaves what only touches it', () => {
    expect(open({}, { busy: [block(at('09:30'), at('12:30'))] })).toBe('09:00 12:30')
  })

  test('of one minute takes the meeting that it falls into', () => {
    expect(open({}, { busy: [block(at('10:14'), at('10:15'))] })).toBe('09:00 09:30 10:30 11:00 11:30 12:00 12:30')
  })

  test('of no length takes nothing', () => {
    expect(open({}, { busy: [block(at('10:15'), at('10:15'))] })).toBe(
      '09:00 09:30 10:00 10:30 11:00 11:30 12:00 12:30',
    )
  })

  test('that began days ago and ends days later takes everything', () => {
    const busy = [block(minuteOf('2027-05-01T00:00Z'), minuteOf('2027-07-01T00:00Z'))]

    expect(open({}, { busy })).toBe('')
  })

  test('may overlap and be given in any order', () => {
    const busy = [block(at('11:00'), at('12:00')), block(at('09:00'), at('10:00')), block(at('09:30'), at('11:10'))]

    expect(open({}, { busy })).toBe('12:00 12:30')
  })
})

describe('buffers', () => {
  test('keep clear of busy time on both sides', () => {
    const rules = { bufferBeforeMinutes: 15, bufferAfterMinutes: 30 }

    expect(open(rules, { busy: [block(at('10:30'), at('11:00'))] })).toBe('09:00 09:30 11:30 12:00 12:30')
  })

  test('may fill the gap exactly', () => {
    const rules = { bufferBeforeMinutes: 30, bufferAfterMinutes: 30 }

    expect(open(rules, { busy: [block(at('10:30'), at('11:00'))] })).toBe('09:00 09:30 11:30 12:00 12:30')
  })

  test('may lie outside working hours', () => {
    const rules = { bufferBeforeMinutes: 60, bufferAfterMinutes: 60 }

    expect(open(rules, {})).toBe('09:00 09:30 10:00 10:30 11:00 11:30 12:00 12:30')
  })

  test('outside working hours still meet busy time there', () => {
    expect(open({ bufferBeforeMinutes: 60 }, { busy: [block(at('08:00'), at('08:30'))] })).toBe(
      '09:30 10:00 10:30 11:00 11:30 12:00 12:30',
    )
  })

  test('add up between two bookings: one after, the other before', () => {
    const bookings = [booking(at('10:00'), at('10:30'), 0, 20)]

    expect(open({ bufferBeforeMinutes: 10 }, { bookings })).toBe('09:00 09:30 11:00 11:30 12:00 12:30')
    expect(open({ bufferBeforeMinutes: 11 }, { bookings })).toBe('09:00 09:30 11:30 12:00 12:30')
  })

  test('add up before a booking too', () => {
    const bookings = [booking(at('11:00'), at('11:30'), 20, 0)]

    expect(open({ bufferAfterMinutes: 10 }, { bookings })).toBe('09:00 09:30 10:00 11:30 12:00 12:30')
    expect(open({ bufferAfterMinutes: 11 }, { bookings })).toBe('09:00 09:30 11:30 12:00 12:30')
  })

  test('of a booking count as they were when it was made', () => {
    const bookings = [booking(at('11:00'), at('11:30'), 30, 30)]

    expect(open({}, { bookings })).toBe('09:00 09:30 10:00 12:00 12:30')
  })

  test('do not keep a busy block clear of what the booking itself does not need', () => {
    const bookings = [booking(at('09:00'), at('09:30'), 0, 30)]

    expect(open({}, { bookings, busy: [block(at('09:30'), at('10:00'))] })).toBe('10:00 10:30 11:00 11:30 12:00 12:30')
  })
})

describe('time off', () => {
  const timeOff = [block(at('10:00'), at('11:00'), { kind: 'time_off', id: 'off_1' })]

  test('takes the meetings that it meets', () => {
    expect(open({}, { timeOff })).toBe('09:00 09:30 11:00 11:30 12:00 12:30')
  })

  test('lets buffers lie inside it', () => {
    expect(open({ bufferBeforeMinutes: 45, bufferAfterMinutes: 45 }, { timeOff })).toBe(
      '09:00 09:30 11:00 11:30 12:00 12:30',
    )
  })

  test('lets the buffers of a booking beside it lie inside it, and they still meet other bookings', () => {
    const bookings = [booking(at('09:30'), at('10:00'), 0, 90)]

    expect(open({}, { timeOff, bookings })).toBe('09:00 11:30 12:00 12:30')
  })
})
