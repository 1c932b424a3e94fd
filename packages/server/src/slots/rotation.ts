/** Whose turn is it? The choice of a round robin is deterministic, so that a test can predict it. */

export interface Contender {
  userId: string
  weight: number
  /** Bookings of this event type made in the last 30 days that were neither cancelled nor declined. */
  recentBookings: number
  /** When this host was last booked, in epoch milliseconds or any other rising number; null for never. */
  lastBookedAt: number | null
}

/** The host who takes the next booking; undefined when there is none to choose from. */
export function nextHost(candidates: readonly Contender[]): string | undefined {
  return candidates.toSorted(byTurn)[0]?.userId
}

// Shares are compared crosswise (a/b < c/d as a·d < c·b): a quotient would be rounded.
function byTurn(one: Contender, other: Contender): number {
  const share = one.recentBookings * other.weight - other.recentBookings * one.weight
  if (share !== 0) return share
  const last = (one.lastBookedAt ?? Number.NEGATIVE_INFINITY) - (other.lastBookedAt ?? Number.NEGATIVE_INFINITY)
  if (last !== 0 && !Number.isNaN(last)) return last
  return one.userId < other.userId ? -1 : 1
}
