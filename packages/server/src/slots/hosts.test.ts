import { describe, expect, test } from 'vitest'
import type { HostAvailability, Rules } from './availability.ts'
import { openSlots } from './engine.ts'
import { block, daily, minuteOf, sampleHost, sampleRules, textOf, weekly } from './samples.ts'

const at = (clock: string) => minuteOf(`2027-06-07T${clock}Z`)
const asked = { start: at('00:00'), end: minuteOf('2027-06-08T00:00Z'), nowMs: 0 }

function host(userId: string, windows: string, changes: Partial<HostAvailability> = {}): HostAvailability {
  return sampleHost({ userId, hours: daily('UTC', windows), ...changes })
}

// `10:00 ada bob` for each slot.
function open(rules: Partial<Rules>, hosts: readonly HostAvailability[]): string[] {
  const { slots } = openSlots(sampleRules(rules), hosts, asked)
  return slots.map(({ start, hostIds }) => [textOf(start).slice(11, 16), ...hostIds].join(' '))
}

describe('a collective meeting', () => {
  const collective = { scheduling: 'collective' } as const

  test('starts its grid where everybody has begun', () => {
    const hosts = [host('ada', '09:00-13:00'), host('bob', '09:40-12:00')]

    expect(open(collective, hosts)).toEqual(['09:40 ada bob', '10:40 ada bob'])
  })

  test('needs everybody free', () => {
    const hosts = [
      host('ada', '09:00-13:00', { busy: [block(at('09:30'), at('09:45'))] }),
      host('bob', '09:00-13:00', { busy: [block(at('12:00'), at('12:01'))] }),
    ]

    expect(open(collective, hosts)).toEqual(['10:00 ada bob', '11:00 ada bob'])
  })

  test('finds the hours that distant hosts share', () => {
    const hosts = [
      sampleHost({ userId: 'ada', hours: daily('Europe/Berlin', '09:00-17:00') }),
      sampleHost({ userId: 'bob', hours: daily('America/New_York', '08:30-12:00') }),
    ]

    // Berlin has 07:00–15:00 UTC, New York 12:30–16:00.
    expect(open(collective, hosts)).toEqual(['12:30 ada bob', '13:30 ada bob'])
  })

  test('of hosts whose hours never meet offers nothing', () => {
    expect(open(collective, [host('ada', '09:00-12:00'), host('bob', '12:00-17:00')])).toEqual([])
  })

  test('offers nothing while one host is suspended, has no schedule or cannot be read', () => {
    const ada = host('ada', '09:00-10:00')

    expect(open(collective, [ada, host('bob', '09:00-10:00', { active: false })])).toEqual([])
    expect(open(collective, [ada, host('bob', '09:00-10:00', { hours: null })])).toEqual([])
    expect(open(collective, [ada, host('bob', '09:00-10:00', { unreadableSource: 'feed' })])).toEqual([])
  })

  test('of hosts who are always there starts at the midnights of their zone', () => {
    const hours = daily('Asia/Tokyo', '00:00-24:00')
    const hosts = [sampleHost({ userId: 'ada', hours }), sampleHost({ userId: 'bob', hours })]

    // Midnight in Tokyo is 15:00 UTC.
    expect(open({ ...collective, durationMinutes: 420 }, hosts)).toEqual([
      '05:00 ada bob',
      '12:00 ada bob',
      '15:00 ada bob',
      '22:00 ada bob',
    ])
  })

  test('of hosts who are always there in different zones starts at the midnights of the event type', () => {
    const hosts = ['Asia/Tokyo', 'Europe/Berlin'].map((zone) => sampleHost({ hours: daily(zone, '00:00-24:00') }))

    expect(open({ ...collective, durationMinutes: 420 }, hosts).map((slot) => slot.slice(0, 5))).toEqual([
      '00:00',
      '07:00',
      '14:00',
      '21:00',
    ])
  })

  test('goes over midnight in one grid when one host is always there', () => {
    const hosts = [
      host('ada', '00:00-24:00'),
      sampleHost({ userId: 'bob', hours: weekly('UTC', { sun: '22:30-24:00', mon: '00:00-02:00' }) }),
    ]

    expect(open(collective, hosts)).toEqual(['00:30 ada bob'])
  })
})

describe('a round robin', () => {
  const roundRobin = { scheduling: 'round_robin' } as const

  test('lists the union of the grids, each start with the hosts who are free', () => {
    const hosts = [host('ada', '09:00-12:00', { busy: [block(at('10:00'), at('10:30'))] }), host('bob', '10:00-12:00')]

    expect(open(roundRobin, hosts)).toEqual(['09:00 ada', '10:00 bob', '11:00 ada bob'])
  })

  test('keeps each grid where its own hours start', () => {
    const hosts = [host('ada', '09:00-11:00'), host('bob', '09:20-11:20')]

    expect(open(roundRobin, hosts)).toEqual(['09:00 ada', '09:20 bob', '10:00 ada', '10:20 bob'])
  })

  test('goes on without hosts who are suspended, have no schedule or cannot be read', () => {
    const hosts = [
      host('ada', '09:00-10:00', { active: false }),
      host('bob', '09:00-10:00', { hours: null }),
      host('cyd', '09:00-10:00', { unreadableSource: 'feed' }),
      host('dan', '09:00-10:00'),
    ]

    expect(open(roundRobin, hosts)).toEqual(['09:00 dan'])
  })

  test('names hosts in the order given', () => {
    const names = Array.from({ length: 40 }, (_, index) => `host_${99 - index}`)

    expect(
      open(
        roundRobin,
        names.map((name) => host(name, '09:00-10:00')),
      ),
    ).toEqual([['09:00', ...names].join(' ')])
  })
})

describe('an empty list has a reason', () => {
  const reason = (rules: Partial<Rules>, hosts: readonly HostAvailability[], nowMs = 0) =>
    openSlots(sampleRules(rules), hosts, { ...asked, nowMs }).reason

  test.each<[string, Partial<Rules>, HostAvailability[]]>([
    ['no_hosts', {}, []],
    ['no_hours', {}, [sampleHost({ hours: weekly('UTC', { tue: '09:00-17:00' }) })]],
    ['outside_hours', { durationMinutes: 90 }, [host('ada', '09:00-10:00')]],
    ['outside_hours', { narrowed: { through: at('08:00') } }, [host('ada', '09:00-10:00')]],
    [
      'override',
      {},
      [sampleHost({ hours: { ...daily('UTC', '09:00-10:00'), overrides: [{ date: '2027-06-07', windows: [] }] } })],
    ],
    ['busy', {}, [host('ada', '09:00-11:00', { busy: [block(at('09:30'), at('10:30'))] })]],
    ['buffer', { bufferAfterMinutes: 5 }, [host('ada', '09:00-10:00', { busy: [block(at('10:00'), at('10:30'))] })]],
    ['notice', { minNoticeMinutes: 1e9 }, [host('ada', '09:00-10:00')]],
    ['window', { window: { kind: 'rolling', days: 3 } }, [host('ada', '09:00-10:00')]],
    ['limit', { limits: { minutes: { day: 30 } } }, [host('ada', '09:00-10:00')]],
    ['limit', {}, [host('ada', '09:00-10:00', { limits: { minutes: { day: 30 } } })]],
    ['host_inactive', {}, [host('ada', '09:00-10:00', { active: false })]],
    ['source_unavailable', {}, [host('ada', '09:00-10:00', { unreadableSource: 'feed' })]],
    ['source_unavailable', {}, [sampleHost({ hours: daily('UTC', '09:00-10:00'), unreadableSource: '' })]],
  ])('%s', (expected, rules, hosts) => {
    expect(reason(rules, hosts)).toBe(expected)
  })

  test('it is the rule that the start which came furthest met', () => {
    const busy = [block(at('09:00'), at('10:00'))]
    const hosts = [host('ada', '09:00-11:00', { busy })]

    expect(reason({ limits: { minutes: { day: 30 } } }, hosts)).toBe('limit')
  })

  test('a range that has passed lacks notice', () => {
    expect(reason({}, [host('ada', '09:00-10:00')], Date.parse('2028-01-01T00:00Z'))).toBe('notice')
  })
})
