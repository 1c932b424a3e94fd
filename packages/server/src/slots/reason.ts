/** Why is a list empty? Rules are lifted one by one, the last one first: the one whose lifting opens a start is it. */
import type { Asked, BusyBooking, HostAvailability, RemovalCode, Rules } from './availability.ts'
import { barredStarts } from './filters.ts'
import { isMarked } from './mask.ts'
import { offeredSlots } from './offer.ts'
import { partiesOf, replacedStarts, sharedBlocks } from './parties.ts'

/** The rule that removed the last candidates; `no_hours` where there were none, `no_hosts` where nobody could host. */
export type EmptyReason = RemovalCode | 'no_hours' | 'no_hosts'

interface Question {
  rules: Rules
  hosts: readonly HostAvailability[]
  asked: Asked
}

const lifts: readonly [RemovalCode, (question: Question) => Question][] = [
  ['source_unavailable', (q) => eachHost(q, ({ unreadableSource, ...host }) => host)],
  ['host_inactive', (q) => eachHost(q, (host) => ({ ...host, active: true }))],
  ['seats_full', (q) => ({ ...q, rules: { ...q.rules, seats: q.rules.seats > 1 ? Number.POSITIVE_INFINITY : 1 } })],
  ['limit', (q) => eachHost({ ...q, rules: { ...q.rules, limits: {} } }, (host) => ({ ...host, limits: {} }))],
  ['window', (q) => ({ ...q, rules: { ...q.rules, window: { kind: 'unlimited' } } })],
  ['notice', (q) => ({ ...q, asked: { ...q.asked, nowMs: Number.NEGATIVE_INFINITY } })],
  ['buffer', withoutBuffers],
  ['busy', (q) => eachHost(q, (host) => ({ ...host, bookings: [], busy: [], timeOff: [] }))],
]

/** Why nothing is offered. */
export function emptyReason(rules: Rules, hosts: readonly HostAvailability[], asked: Asked): EmptyReason {
  const parties = partiesOf(rules, hosts)
  if (parties.length === 0) return 'no_hosts'
  const blocked = parties.flat().filter((host) => !host.active || host.unreadableSource !== undefined)
  if (parties.every((party) => party.some((host) => blocked.includes(host)))) {
    return blocked.some((host) => host.unreadableSource !== undefined) ? 'source_unavailable' : 'host_inactive'
  }
  let question: Question = { rules, hosts, asked }
  for (const [code, lift] of lifts) {
    question = lift(question)
    if (offeredSlots(question.rules, question.hosts, question.asked).length > 0) return code
  }
  return hoursReason(question)
}

function hoursReason({ rules, hosts, asked }: Question): EmptyReason {
  const { start, end } = asked
  const parties = partiesOf(rules, hosts)
  const replaced = parties.flatMap((party) => replacedStarts(party, rules, start, end))
  const barred = barredStarts(rules, start, end, asked.nowMs)
  if (replaced.some((minute) => !isMarked(barred, minute))) return 'override'
  const blocks = parties.flatMap((party) => sharedBlocks(party, start, end))
  const hasHours =
    rules.narrowed?.starts !== undefined ||
    replaced.length > 0 ||
    blocks.some((block) => block.start < end && block.end > start)
  return hasHours ? 'outside_hours' : 'no_hours'
}

function eachHost(question: Question, change: (host: HostAvailability) => HostAvailability): Question {
  return { ...question, hosts: question.hosts.map(change) }
}

function withoutBuffers(question: Question): Question {
  const bare = (booking: BusyBooking) => ({ ...booking, paddedStart: booking.start, paddedEnd: booking.end })
  const rules = { ...question.rules, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 }
  return eachHost({ ...question, rules }, (host) => ({ ...host, bookings: host.bookings.map(bare) }))
}
