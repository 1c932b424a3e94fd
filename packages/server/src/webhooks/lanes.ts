import type { Tried } from './outcomes.ts'

/** What this process has under way at one endpoint. */
export interface Lane {
  endpointId: string
  /** Attempts that have begun and not ended. */
  busy: number
  /** Attempts that have ended and are not written yet. */
  finished: Tried[]
  /** One turn at a time. */
  isTurning: boolean
  /** Somebody wanted a turn meanwhile. */
  isAsked: boolean
  /** Waits a moment for more outcomes. */
  isGathering: boolean
  /** Nothing more may go before an attempt ends. */
  isFull: boolean
  /** How often in a row its outcomes could not be written. */
  faults: number
}

/** Who may send how much at once: an endpoint its share, all of them together what the process can carry. */
export function createLanes({ perEndpoint, altogether }: { perEndpoint: number; altogether: number }) {
  const lanes = new Map<string, Lane>()
  /** In flight, or promised to a claim that is being made. */
  let taken = 0
  let inFlight = 0

  function laneOf(endpointId: string): Lane {
    const known = lanes.get(endpointId)
    if (known) return known
    const lane: Lane = {
      endpointId,
      busy: 0,
      finished: [],
      isTurning: false,
      isAsked: false,
      isGathering: false,
      isFull: false,
      faults: 0,
    }
    lanes.set(endpointId, lane)
    return lane
  }

  /** As room gets scarce shares shrink, down to one: whoever is slow cannot keep the last places for itself. */
  function roomOf(lane: Lane): number {
    const free = altogether - taken
    if (lane.isFull || free <= 0) return 0
    const share = Math.min(perEndpoint, Math.max(1, Math.floor(free / 4)))
    return Math.max(0, Math.min(share - lane.busy, free))
  }

  return {
    size: () => lanes.size,
    inFlight: () => inFlight,
    roomOf,
    /** Those that are due or have something to write; who has the least under way comes first. */
    inOrder(due: readonly string[]): Lane[] {
      const unwritten = [...lanes.values()].filter((lane) => lane.finished.length > 0)
      return [...new Set([...unwritten, ...due.map(laneOf)])].sort((a, b) => a.busy - b.busy)
    },
    /** Keeps room for a claim until it is released. */
    reserve(lane: Lane): number {
      const room = roomOf(lane)
      taken += room
      return room
    },
    release(room: number): void {
      taken -= room
    },
    begin(lane: Lane): void {
      taken++
      inFlight++
      lane.busy++
    },
    end(lane: Lane): void {
      taken--
      inFlight--
      lane.busy--
      lane.isFull = false
    },
    tidy(lane: Lane): void {
      if (lane.busy === 0 && lane.finished.length === 0 && !lane.isTurning) lanes.delete(lane.endpointId)
    },
  }
}
