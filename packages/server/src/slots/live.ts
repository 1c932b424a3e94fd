/** Which rows of `booking_hosts` take time now? A booking never blocks its own move, and a hold ends by the clock. */

export interface Seen {
  now: Date
  /** What to leave out: the booking that is moved, or the hold that is used. */
  bookingId?: string | undefined
}

interface Row {
  bookingId: string
  heldUntil: Date | null
}

/** Tells live rows from others, and remembers until when its answers stay true. */
export function liveRows({ now, bookingId }: Seen): { isLive(row: Row): boolean; until(): number } {
  let until = Number.POSITIVE_INFINITY
  return {
    isLive: (row) => {
      if (row.bookingId === bookingId) return false
      if (row.heldUntil === null) return true
      if (row.heldUntil <= now) return false
      until = Math.min(until, row.heldUntil.getTime())
      return true
    },
    until: () => until,
  }
}

export type Live = ReturnType<typeof liveRows>
