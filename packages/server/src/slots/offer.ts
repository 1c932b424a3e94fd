/** Which slots are open? Every rule marks the starts it forbids; what is left of the grid is offered. */
import type { Asked, HostAvailability, Minute, OpenSlot, Rules, Session } from './availability.ts'
import { conflictIndex, markConflicts } from './conflicts.ts'
import { barredStarts, markLimited } from './filters.ts'
import { freeStarts } from './grid.ts'
import { limitCheck } from './limits.ts'
import { copyOf, eachMarked, eachMinute, isMarked, type Mask, mark, unmark } from './mask.ts'
import { candidateGrids, canMeet, type Party, partiesOf } from './parties.ts'
import { comesFirst, seatsLeft, sessionsOf } from './seats.ts'
import { earliestStart } from './window.ts'

/** The open slots with a start in the asked range, in order. */
export function offeredSlots(rules: Rules, hosts: readonly HostAvailability[], asked: Asked): OpenSlot[] {
  const from = Math.max(asked.start, earliestStart(rules.minNoticeMinutes, asked.nowMs))
  if (from >= asked.end) return []
  const [only, ...others] = offersOf(rules, hosts, { ...asked, start: from })
  if (!only) return []
  return others.length === 0 ? slotsOfOne(rules, only, asked.most) : slotsOfAny(rules, [only, ...others], asked.most)
}

/** What each party can take within the asked range. */
export function offersOf(rules: Rules, hosts: readonly HostAvailability[], asked: Asked): Offer[] {
  const parties = partiesOf(rules, hosts).filter((party) => canMeet(party, rules))
  const barred = barredStarts(rules, asked.start, asked.end, asked.nowMs)
  mark(barred, asked.start, earliestStart(rules.minNoticeMinutes, asked.nowMs))
  // Masks are copied where the original is still needed: barred starts for sessions, closed ones for the next party.
  const closed = rules.seats > 1 ? copyOf(barred) : barred
  markLimited(closed, rules.zone, limitCheck(rules.limits, rules.counted, rules))
  return parties.map((party) => offerOf(rules, party, barred, parties.length > 1 ? copyOf(closed) : closed))
}

/** The slot that parties of one event type make at a start; undefined when none can take it. */
export function slotOf(rules: Rules, offers: readonly Offer[], start: Minute): OpenSlot | undefined {
  const able = offers.filter(({ free }) => isMarked(free, start))
  return able.length === 0 ? undefined : slotOfAny(rules, able, start)
}

/** What one party can take. */
export interface Offer {
  hostIds: readonly string[]
  free: Mask
  joins: Map<Minute, Session>
}

function offerOf(rules: Rules, party: Party, barred: Mask, closed: Mask): Offer {
  const { from, to } = barred
  const sessions = sessionsOf(rules, party, from, to)
  const joins = joinable(rules, party, sessions, barred)
  for (const host of party) {
    markConflicts(closed, host, rules)
    markLimited(closed, host.limitZone, limitCheck(host.limits, host.counted, { ...rules, zone: host.limitZone }))
  }
  for (const start of sessions.keys()) mark(closed, start, start + 1)
  for (const start of joins.keys()) unmark(closed, start)
  const free = freeStarts(candidateGrids(party, rules, from, to), rules.intervalMinutes, closed)
  return { hostIds: party.map((host) => host.userId), free, joins }
}

function slotsOfOne(rules: Rules, { hostIds, free, joins }: Offer, most?: number): OpenSlot[] {
  const slots: OpenSlot[] = []
  eachMinute(free, (start) => slots.push(slotAt(rules, start, hostIds, joins.get(start))), most)
  return slots
}

function slotsOfAny(rules: Rules, offers: readonly Offer[], most?: number): OpenSlot[] {
  const slots: OpenSlot[] = []
  const masks = offers.map(({ free }) => free)
  const visit = (start: Minute, marked: readonly number[]) => {
    const able: Offer[] = []
    for (const index of marked) {
      const offer = offers[index]
      if (offer) able.push(offer)
    }
    slots.push(slotOfAny(rules, able, start))
  }
  eachMarked(masks, visit, most)
  return slots
}

// A round robin lists a start once, with everybody who is free then.
function slotOfAny(rules: Rules, able: readonly Offer[], start: Minute): OpenSlot {
  const session = rules.seats > 1 ? sessionToJoin(rules, start, able) : undefined
  const hostIds: string[] = []
  for (const offer of able) {
    if (session && offer.joins.get(start)?.sessionId !== session.sessionId) continue
    for (const hostId of offer.hostIds) hostIds.push(hostId)
  }
  return slotAt(rules, start, hostIds, session)
}

// Joining adds no session, so no limit closes it, and the session's own time is not in its way.
function joinable(rules: Rules, party: Party, sessions: Map<Minute, Session>, barred: Mask): Map<Minute, Session> {
  if (sessions.size === 0) return sessions
  const conflicts = party.map((host) => conflictIndex(host, rules, barred.from, barred.to))
  const open = [...sessions].filter(([start, { sessionId, taken }]) => {
    if (taken >= rules.seats || isMarked(barred, start)) return false
    return conflicts.every((conflictAt) => conflictAt(start, sessionId) === undefined)
  })
  return new Map(open)
}

function sessionToJoin(rules: Rules, start: Minute, able: readonly Offer[]): Session | undefined {
  let best: Session | undefined
  for (const { joins } of able) {
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
