/** Which starts do several offers have, each for itself or all together? Masks are joined, so no list is ever made. */
import type { Asked, HostAvailability, Interval, Minute, OpenSlot, Rules } from './availability.ts'
import { eachMarked, eachShared, type Mask, unionMask } from './mask.ts'
import { type Offer, offersOf, slotOf } from './offer.ts'

/** One event type, or one person, with what is known of it. */
export interface Candidate {
  eventTypeId?: string
  rules: Rules
  hosts: readonly HostAvailability[]
}

export interface Found extends Interval {
  eventTypeId?: string
  hostIds: string[]
}

/** The first starts at which any candidate is open, a row for each that is. */
export function earliestOfEach(candidates: readonly Candidate[], asked: Asked, most: number): Found[] {
  const judged = candidates.map((one) => judge(one, asked))
  const rows: Found[] = []
  const visit = (start: Minute, open: readonly number[]) => {
    for (const index of open) rows.push(...rowsOf(judged.slice(index, index + 1), start))
  }
  eachMarked(masksOf(judged), visit, most)
  return rows.slice(0, most)
}

/** The first starts at which any candidate is open, with the hosts of all that are in one row. */
export function earliestOfAny(candidates: readonly Candidate[], asked: Asked, most: number): Found[] {
  const judged = candidates.map((one) => judge(one, asked))
  const rows: Found[] = []
  eachMarked(masksOf(judged), (start) => rows.push(...rowsOf(judged, start)), most)
  return rows
}

/** The first starts at which every candidate is open. */
export function sharedByAll(candidates: readonly Candidate[], asked: Asked, most: number): Found[] {
  const judged = candidates.map((one) => judge(one, asked))
  const rows: Found[] = []
  eachShared(masksOf(judged), (start) => rows.push(...rowsOf(judged, start)), most)
  return rows
}

interface Judged {
  candidate: Candidate
  offers: Offer[]
  open: Mask
}

function judge(candidate: Candidate, asked: Asked): Judged {
  const offers = offersOf(candidate.rules, candidate.hosts, asked)
  const masks = offers.map(({ free }) => free)
  return { candidate, offers, open: unionMask(masks, asked.start, asked.end) }
}

const masksOf = (judged: readonly Judged[]) => judged.map(({ open }) => open)

/** What those that are open at a start make of it, as one row; the event type is named where it is the same for all. */
function rowsOf(judged: readonly Judged[], start: Minute): Found[] {
  const open = judged.flatMap(({ candidate, offers }) => {
    const slot = slotOf(candidate.rules, offers, start)
    return slot ? [{ slot, eventTypeId: candidate.eventTypeId }] : []
  })
  const [first] = open
  if (!first) return []
  const { eventTypeId } = first
  const isSame = eventTypeId !== undefined && open.every((one) => one.eventTypeId === eventTypeId)
  return [
    {
      ...together(
        open.map(({ slot }) => slot),
        start,
      ),
      ...(isSame && { eventTypeId }),
    },
  ]
}

function together(slots: readonly OpenSlot[], start: Minute): Found {
  return {
    start,
    end: Math.max(...slots.map((slot) => slot.end)),
    hostIds: [...new Set(slots.flatMap((slot) => slot.hostIds))],
  }
}
