/** Which seated sessions exist that a guest could join instead of opening a new one? */
import type { Minute, Rules, Session } from './availability.ts'
import type { Party } from './parties.ts'

/** The sessions of a party by their start: one that has seats before one that is full, then the fullest, then by id. */
export function sessionsOf(
  rules: Pick<Rules, 'seats' | 'sessions' | 'durationMinutes'>,
  party: Party,
  from: Minute,
  to: Minute,
): Map<Minute, Session> {
  const byStart = new Map<Minute, Session>()
  if (rules.seats <= 1) return byStart
  for (const session of rules.sessions) {
    const matches = session.start >= from && session.start < to && session.end - session.start === rules.durationMinutes
    if (!matches || !party.some((host) => session.hostIds.includes(host.userId))) continue
    const other = byStart.get(session.start)
    if (!other || comesFirst(session, other, rules.seats)) byStart.set(session.start, session)
  }
  return byStart
}

/** Seats that are left, never below 0. */
export function seatsLeft(rules: Pick<Rules, 'seats'>, session: Session | undefined): number {
  return Math.max(0, rules.seats - (session?.taken ?? 0))
}

/** Which of two sessions at one start a guest joins. */
export function comesFirst(one: Session, other: Session, seats: number): boolean {
  const oneIsFull = one.taken >= seats
  if (oneIsFull !== other.taken >= seats) return !oneIsFull
  if (one.taken !== other.taken) return one.taken > other.taken
  return one.sessionId < other.sessionId
}
