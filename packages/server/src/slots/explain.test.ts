import { describe, expect, test } from 'vitest'
import type { HostAvailability, Rules, Session } from './availability.ts'
import { explainSlots } from './explain.ts'
import { block, booking, daily, minuteOf, sampleHost, sampleRules, textOf } from './samples.ts'

const at = (clock: string) => minuteOf(`2027-06-07T${clock}Z`)
const asked = { start: at('00:00'), end: minuteOf('2027-06-08T00:00Z'), nowMs: Date.parse('2027-06-01T00:00Z') }

// Ada has 09:00–12:00 UTC, meetings of an hour.
function explain(rules: Partial<Rules>, changes: Partial<HostAvailability> = {}, start?: number) {
  const host = sampleHost({ hours: daily('UTC', '09:00-12:00'), ...changes })
  return explainSlots(sampleRules(rules), [host], asked, start).map(
    (removed) => `${textOf(removed.start).slice(11, 16)} ${removed.code}: ${removed.detail}`,
  )
}

describe('each removed candidate names the rule', () => {
  test('nothing is explained where everything is open', () => {
    expect(explain({})).toEqual([])
  })

  test('busy, with whose block it is and when, in the time of the schedule', () => {
    const busy = [block(at('10:15'), at('10:30'), { label: 'Dentist' })]
    const hours = daily('Europe/Berlin', '12:00-13:00')

    expect(explain({}, { busy, hours })).toEqual([
      '10:00 busy: Taken by block “Dentist”, 2027-06-07 12:15–12:30 (Europe/Berlin).',
    ])
  })

  test('busy with a booking, by its id', () => {
    expect(explain({}, { bookings: [booking(at('09:00'), at('10:00'))] })).toEqual([
      '09:00 busy: Taken by booking bkg_1, 2027-06-07 09:00–10:00 (UTC).',
    ])
  })

  test('buffer, with the gap that both sides ask for', () => {
    const bookings = [booking(at('10:00'), at('11:00'), 10, 0)]

    expect(explain({ bufferAfterMinutes: 5 }, { bookings })).toEqual([
      '09:00 buffer: Too close to booking bkg_1, 2027-06-07 10:00–11:00 (UTC): 15 minutes must stay free between.',
      '10:00 busy: Taken by booking bkg_1, 2027-06-07 10:00–11:00 (UTC).',
    ])
  })

  test('notice, with the first start that keeps it', () => {
    const nowMs = Date.parse('2027-06-07T08:00:30Z')
    const host = sampleHost({ hours: daily('UTC', '09:00-12:00') })

    const [first, ...others] = explainSlots(sampleRules({ minNoticeMinutes: 90 }), [host], { ...asked, nowMs })

    expect(others).toEqual([])
    expect(first?.detail).toBe(
      'Too soon: with 90 minutes of notice the first possible start is 2027-06-07 09:31 (UTC).',
    )
  })

  test('window, with its last day', () => {
    expect(explain({ window: { kind: 'rolling', days: 3 } })[0]).toBe(
      '09:00 window: Bookings are taken until 2027-06-04 (UTC).',
    )
    expect(explain({ window: { kind: 'range', start: '2027-07-01', end: '2027-07-02' } })[0]).toBe(
      '09:00 window: Bookings are taken from 2027-07-01 to 2027-07-02 (UTC).',
    )
  })

  test('limit, with which one and what is used of it', () => {
    const counted = [
      { start: at('08:00'), minutes: 60 },
      { start: minuteOf('2027-06-10T08:00Z'), minutes: 45 },
    ]

    expect(explain({ limits: { bookings: { day: 1 } }, counted })[0]).toBe(
      '09:00 limit: 1 of 1 booking on 2027-06-07 (UTC).',
    )
    expect(explain({ limits: { bookings: { week: 2 } }, counted })[0]).toBe(
      '09:00 limit: 2 of 2 bookings in the week of 2027-06-07 (UTC).',
    )
    expect(explain({ limits: { minutes: { month: 120 } }, counted })[0]).toBe(
      '09:00 limit: 105 of 120 minutes in 2027-06 (UTC); this one takes 60.',
    )
    expect(explain({ limits: { minutes: { year: 110 } }, counted })[0]).toContain('105 of 110 minutes in 2027 (UTC)')
  })

  test('seats_full, with how many', () => {
    const sessions: Session[] = [{ start: at('10:00'), end: at('11:00'), sessionId: 's', taken: 4, hostIds: ['ada'] }]

    expect(explain({ seats: 4, sessions }, { bookings: [booking(at('10:00'), at('11:00'), 0, 0, 's')] })).toEqual([
      '10:00 seats_full: 4 of 4 seats are taken.',
    ])
  })

  test('host_inactive and source_unavailable close what is left', () => {
    expect(explain({}, { active: false })[0]).toBe('09:00 host_inactive: The host is suspended.')
    expect(explain({}, { unreadableSource: 'Team calendar' })[0]).toBe(
      '09:00 source_unavailable: Team calendar could not be read.',
    )
  })

  test('override, for every candidate of the hours that it replaced', () => {
    const closed = { ...daily('UTC', '09:00-12:00'), overrides: [{ date: '2027-06-07', windows: [] }] }
    const moved = {
      ...daily('UTC', '09:00-12:00'),
      overrides: [{ date: '2027-06-07', windows: [{ start: '10:00', end: '11:00' }] }],
    }

    expect(explain({}, { hours: closed })).toEqual(
      ['09:00', '10:00', '11:00'].map((start) => `${start} override: An override closes 2027-06-07 (UTC).`),
    )
    expect(explain({}, { hours: moved })).toEqual(
      ['09:00', '11:00'].map(
        (start) => `${start} override: An override gives 2027-06-07 other hours: 10:00–11:00 (UTC).`,
      ),
    )
  })

  test('the first rule of several is named: busy before notice before limit', () => {
    const rules: Partial<Rules> = { minNoticeMinutes: 1e6, limits: { minutes: { day: 1 } } }

    const codes = explain(rules, { busy: [block(at('09:00'), at('10:00'))] }).map((line) => line.split(/[ :]+/)[2])

    expect(codes).toEqual(['busy', 'notice', 'notice'])
  })

  test('a link that narrows is outside_hours', () => {
    expect(explain({ narrowed: { through: at('10:00') } })).toEqual([
      '11:00 outside_hours: The link offers other times only.',
    ])
  })
})

describe('several hosts', () => {
  const ada = sampleHost({ userId: 'ada', hours: daily('UTC', '10:00-11:00') })
  const bob = sampleHost({ userId: 'bob', name: 'Bob', hours: daily('UTC', '10:00-11:00') })
  const taken = [block(at('10:00'), at('10:30'))]
  const near = [block(at('11:00'), at('11:30'))]

  test('a collective start names the first rule over all hosts, and whose it is', () => {
    const hosts = [
      { ...ada, busy: near },
      { ...bob, busy: taken },
    ]

    expect(explainSlots(sampleRules({ scheduling: 'collective', bufferAfterMinutes: 5 }), hosts, asked)).toEqual([
      { start: at('10:00'), code: 'busy', detail: 'Bob: Taken by block blk_1, 2027-06-07 10:00–10:30 (UTC).' },
    ])
  })

  test('a round robin start is removed when nobody is left, by the rule that the last one met', () => {
    const rules = sampleRules({ scheduling: 'round_robin', bufferAfterMinutes: 5 })
    const [removed] = explainSlots(
      rules,
      [
        { ...ada, busy: taken },
        { ...bob, busy: near },
      ],
      asked,
    )

    expect(removed?.code).toBe('buffer')
    expect(removed?.detail).toMatch(/^ada: Taken by .* Bob: Too close to /)
    expect(explainSlots(rules, [{ ...ada, busy: taken }, bob], asked)).toEqual([])
  })

  test('what is the same for everybody is said once', () => {
    const rules = sampleRules({ scheduling: 'round_robin', window: { kind: 'rolling', days: 0 } })

    expect(explainSlots(rules, [ada, bob], asked)[0]?.detail).toBe('Bookings are taken until 2027-06-01 (UTC).')
  })
})
