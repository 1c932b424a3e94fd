/** Which slots are open? Every rule marks the starts it forbids; what is left of the grid is offered. */
import type { Asked, HostAvailability, Minute, OpenSlot, Rules, Session } from './availability.ts'
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
  const [only, ...others] = offers
  if (!only) return []
  return others.length === 0 ? slotsOfOne(rules, only) : slotsOfAny(rules, offers, emptyMask(from, asked.end))
}

/** What one party can take. */
interface Offer {
  hostIds: readonly string[]
  starts: readonly Minute[]
  joins: Map<Minute, Session>
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
  const starts = startsOf(candidateGrids(party, rules, from, to), rules.intervalMinutes, from, to)
  return {
    hostIds: party.map((host) => host.userId),
    starts: starts.filter((start) => !isMarked(closed, start) || joins.has(start)),
    joins,
  }
}

function slotsOfOne(rules: Rules, offer: Offer): OpenSlot[] {
  return offer.starts.map((start) => slotAt(rules, start, offer.hostIds, offer.joins.get(start)))
}

// A round robin lists a start once, with everybody who is free then.
function slotsOfAny(rules: Rules, offers: readonly Offer[], union: Mask): OpenSlot[] {
  const taking = offers.map(({ hostIds, joins, starts }) => {
    const free = emptyMask(union.from, union.to)
    for (const start of starts) {
      mark(free, start, start + 1)
      mark(union, start, start + 1)
    }
    return { hostIds, joins, free }
  })
  return markedMinutes(union).map((start) => {
    const session = sessionToJoin(rules, start, offers)
    const hostIds: string[] = []
    for (const offer of taking) {
      if (!isMarked(offer.free, start)) continue
      if (!session || offer.joins.get(start)?.sessionId === session.sessionId) hostIds.push(...offer.hostIds)
    }
    return slotAt(rules, start, hostIds, session)
  })
}

// Joining adds no session, so no limit closes it, and the session's own time is not in its way.
function joinable(rules: Rules, party: Party, barred: Mask): Map<Minute, Session> {
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

function sessionToJoin(rules: Rules, start: Minute, offers: readonly Offer[]): Session | undefined {
  if (rules.seats <= 1) return undefined
  let best: Session | undefined
  for (const { joins } of offers) {
    const session = joins.get(start)
    if (session && (!best || comesFirst(session, best, rules.seats))) best = session
  }
  return best
}

function slotAt(rules: Rules, start: Minute, hostIds: readonly string[], session: Session | undefined): OpenSlot {
  const slot = { start, end: start + rules.durationMinutes, hostIds }
  if (rules.seats <= 1) return slot
  return { ...slot, seatsLeft: seatsLeft(rules, session), ...(session && { sessionId: session.sessionId }) }
}
