/** Which slots are open? Every rule marks the starts it forbids; what is left of the grid is offered. */
import type { Asked, HostAvailability, OpenSlot, Rules, Session } from './availability.ts'
import { conflictIndex, markConflicts } from './conflicts.ts'
import { barredStarts, markLimited } from './filters.ts'
import { startsOf } from './grid.ts'
import { limitCheck } from './limits.ts'
import { copyOf, emptyMask, isMarked, type Mask, mark, markedMinutes } from './mask.ts'
import { candidateGrids, canMeet, type Party, partiesOf } from './parties.ts'
import { comesFirst, seatsLeft, sessionsOf } from './seats.ts'
import { earliestStart } from './window.ts'

/** The open slots with a start in the asked range, in order. */
export function offeredSlots(rules: Rules, hosts: readonly HostAvailability[], asked: Asked): OpenSlot[] {
  const from = Math.max(asked.start, earliestStart(rules.minNoticeMinutes, asked.nowMs))
  if (from >= asked.end) return []
  const barred = barredStarts(rules, from, asked.end, asked.nowMs)
  const closed = copyOf(barred)
  markLimited(closed, rules.zone, limitCheck(rules.limits, rules.counted, rules))
  const offers = partiesOf(rules, hosts)
    .filter(canMeet)
    .map((party) => offerOf(rules, party, barred, closed))
  const [only] = offers
  if (only && offers.length === 1) return only.starts.map((start) => slotAt(rules, start, offers))
  const union = emptyMask(from, asked.end)
  for (const { starts } of offers) for (const start of starts) mark(union, start, start + 1)
  return markedMinutes(union).map((start) =>
    slotAt(
      rules,
      start,
      offers.filter(({ free }) => isMarked(free, start)),
    ),
  )
}

interface Offer {
  hostIds: readonly string[]
  starts: number[]
  /** The same starts, to look one up. */
  free: Mask
  joins: Map<number, Session>
}

function offerOf(rules: Rules, party: Party, barred: Mask, closedForAll: Mask): Offer {
  const { from, to } = barred
  const joins = joinable(rules, party, barred)
  const closed = copyOf(closedForAll)
  for (const host of party) {
    markConflicts(closed, host, rules)
    markLimited(closed, host.limitZone, limitCheck(host.limits, host.counted, { ...rules, zone: host.limitZone }))
  }
  for (const start of sessionsOf(rules, party, from, to).keys()) mark(closed, start, start + 1)
  const free = emptyMask(from, to)
  const starts = startsOf(candidateGrids(party, rules, from, to), rules.intervalMinutes, from, to).filter(
    (start) => !isMarked(closed, start) || joins.has(start),
  )
  for (const start of starts) mark(free, start, start + 1)
  return { hostIds: party.map((host) => host.userId), starts, free, joins }
}

// Joining adds no session, so no limit closes it, and the session's own time is not in its way.
function joinable(rules: Rules, party: Party, barred: Mask): Map<number, Session> {
  const { from, to } = barred
  const sessions = sessionsOf(rules, party, from, to)
  if (sessions.size === 0) return sessions
  const conflicts = party.map((host) => conflictIndex(host, rules, from, to))
  for (const [start, { sessionId, taken }] of sessions) {
    const isFree = conflicts.every((conflictAt) => conflictAt(start, sessionId) === undefined)
    if (taken >= rules.seats || !isFree || isMarked(barred, start)) sessions.delete(start)
  }
  return sessions
}

function slotAt(rules: Rules, start: number, offers: readonly Offer[]): OpenSlot {
  const end = start + rules.durationMinutes
  if (rules.seats <= 1) return { start, end, hostIds: offers.flatMap(({ hostIds }) => hostIds) }
  const session = sessionToJoin(rules, start, offers)
  const hosts = session ? offers.filter(({ joins }) => joins.get(start)?.sessionId === session.sessionId) : offers
  return {
    start,
    end,
    hostIds: hosts.flatMap(({ hostIds }) => hostIds),
    seatsLeft: seatsLeft(rules, session),
    ...(session && { sessionId: session.sessionId }),
  }
}

function sessionToJoin(rules: Rules, start: number, offers: readonly Offer[]): Session | undefined {
  let best: Session | undefined
  for (const { joins } of offers) {
    const session = joins.get(start)
    if (session && (!best || comesFirst(session, best, rules.seats))) best = session
  }
  return best
}
