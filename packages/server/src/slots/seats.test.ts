import { expect, test } from 'vitest'
import type { HostAvailability, Rules, Session } from './availability.ts'
import { isOpen, openSlots } from './engine.ts'
import { block, booking, daily, minuteOf, sampleHost, sampleRules } from './samples.ts'

const at = (clock: string) => minuteOf(`2027-06-07T${clock}Z`)
const asked = { start: at('00:00'), end: minuteOf('2027-06-08T00:00Z'), nowMs: 0 }

function session(clock: string, taken: number, changes: Partial<Session> = {}): Session {
  const start = at(clock)
  return { start, end: start + 60, sessionId: 'ses_1', taken, hostIds: ['ada'], ...changes }
}

// Ada has 09:00–12:00 and the session among her bookings.
function ask(rules: Partial<Rules>, changes: Partial<HostAvailability> = {}) {
  const own = (rules.sessions ?? []).map((each) => booking(each.start, each.end, 0, 0, each.sessionId))
  const host = sampleHost({ hours: daily('UTC', '09:00-12:00'), bookings: own, ...changes })
  return openSlots(sampleRules({ seats: 3, ...rules }), [host], asked)
}

test('a start without a session has all its seats', () => {
  expect(ask({}).slots[0]).toEqual({ start: at('09:00'), end: at('10:00'), hostIds: ['ada'], seatsLeft: 3 })
})

test('an ordinary meeting has no seats to speak of', () => {
  expect(ask({ seats: 1 }).slots[0]).toEqual({ start: at('09:00'), end: at('10:00'), hostIds: ['ada'] })
})

test('a session stays listed with the seats that are left', () => {
  const { slots } = ask({ sessions: [session('10:00', 2)] })

  expect(slots.map(({ seatsLeft, sessionId }) => [seatsLeft, sessionId])).toEqual([
    [3, undefined],
    [1, 'ses_1'],
    [3, undefined],
  ])
})

test('a full session is not listed', () => {
  expect(ask({ sessions: [session('10:00', 3)] }).slots.map((slot) => slot.start)).toEqual([at('09:00'), at('11:00')])
})

test('a session that has more guests than seats since seats were taken away is full', () => {
  expect(ask({ sessions: [session('10:00', 3)], seats: 2 }).slots).toHaveLength(2)
})

test('where every session is full, that is the reason', () => {
  const sessions = [
    session('09:00', 3),
    session('10:00', 3, { sessionId: 'b' }),
    session('11:00', 4, { sessionId: 'c' }),
  ]

  expect(ask({ sessions })).toEqual({ slots: [], reason: 'seats_full' })
})

test('a session takes the starts beside its own', () => {
  const { slots } = ask({ sessions: [session('10:00', 1)], intervalMinutes: 30 })

  expect(slots.map((slot) => slot.start)).toEqual([at('09:00'), at('10:00'), at('11:00')])
})

test('a session of another length is just a booking', () => {
  const sessions = [session('10:00', 1, { end: at('10:30') })]

  expect(ask({ sessions }).slots.map((slot) => slot.start)).toEqual([at('09:00'), at('11:00')])
})

test('a session with buffers does not stand in its own way', () => {
  const bookings = [booking(at('10:00'), at('11:00'), 30, 30, 'ses_1')]

  const { slots } = ask(
    { sessions: [session('10:00', 1)], bufferBeforeMinutes: 30, bufferAfterMinutes: 30 },
    { bookings },
  )

  expect(slots.map((slot) => slot.start)).toEqual([at('10:00')])
})

test('a session cannot be joined where something else has come in its way', () => {
  const busy = [block(at('10:30'), at('10:45'))]
  const sessions = [session('10:00', 1)]
  const bookings = [booking(at('10:00'), at('11:00'), 0, 0, 'ses_1')]

  expect(ask({ sessions }, { busy, bookings }).slots.map((slot) => slot.start)).toEqual([at('09:00'), at('11:00')])
})

test('a full limit does not close a session that still has seats', () => {
  const counted = [{ start: at('10:00'), minutes: 60 }]

  const { slots } = ask({ sessions: [session('10:00', 1)], limits: { bookings: { day: 1 } }, counted })

  expect(slots.map((slot) => slot.start)).toEqual([at('10:00')])
})

test('a full limit of the host does not close it either', () => {
  const sessions = [session('10:00', 1)]
  const bookings = [booking(at('10:00'), at('11:00'), 0, 0, 'ses_1')]
  const counted = [{ start: at('10:00'), minutes: 60 }]

  const { slots } = ask({ sessions }, { limits: { minutes: { week: 60 } }, counted, bookings })

  expect(slots.map((slot) => slot.start)).toEqual([at('10:00')])
})

test('notice and booking window hold for joining too', () => {
  const sessions = [session('10:00', 1)]

  expect(ask({ sessions, minNoticeMinutes: 1e9 })).toEqual({ slots: [], reason: 'notice' })
  expect(ask({ sessions, window: { kind: 'range', start: '2027-06-08', end: '2027-06-09' } }).reason).toBe('window')
})

test('a round robin fills the session that is there before it opens another', () => {
  const hours = daily('UTC', '10:00-11:00')
  const rules = sampleRules({ scheduling: 'round_robin', seats: 2, sessions: [session('10:00', 1)] })
  const ada = sampleHost({ hours, bookings: [booking(at('10:00'), at('11:00'), 0, 0, 'ses_1')] })
  const hosts = [ada, sampleHost({ userId: 'bob', hours })]

  expect(isOpen(rules, hosts, at('10:00'), 0)).toMatchObject({ hostIds: ['ada'], seatsLeft: 1, sessionId: 'ses_1' })
})

test('a round robin opens another session when the first is full', () => {
  const hours = daily('UTC', '10:00-11:00')
  const rules = sampleRules({ scheduling: 'round_robin', seats: 2, sessions: [session('10:00', 2)] })
  const ada = sampleHost({ hours, bookings: [booking(at('10:00'), at('11:00'), 0, 0, 'ses_1')] })
  const hosts = [ada, sampleHost({ userId: 'bob', hours })]

  const slot = isOpen(rules, hosts, at('10:00'), 0)

  expect(slot).toEqual({ start: at('10:00'), end: at('11:00'), hostIds: ['bob'], seatsLeft: 2 })
})

test('a collective session is joined with all of its hosts', () => {
  const hours = daily('UTC', '10:00-11:00')
  const sessions = [session('10:00', 1, { hostIds: ['ada', 'bob'] })]
  const bookings = [booking(at('10:00'), at('11:00'), 0, 0, 'ses_1')]
  const hosts = ['ada', 'bob'].map((userId) => sampleHost({ userId, hours, bookings }))

  const slot = isOpen(sampleRules({ scheduling: 'collective', seats: 2, sessions }), hosts, at('10:00'), 0)

  expect(slot).toMatchObject({ hostIds: ['ada', 'bob'], seatsLeft: 1, sessionId: 'ses_1' })
})
