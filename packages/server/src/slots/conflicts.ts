/** Which starts does a host's other time forbid? Buffers pad bookings; the grid plays no part. */
import { minutesPerDay } from '../time.ts'
import type { Busy, BusyBooking, HostAvailability, Interval, Minute, Rules } from './availability.ts'
import { type Mask, mark } from './mask.ts'

type Shape = Pick<Rules, 'durationMinutes' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>

/** Marks every start at which a meeting would conflict with a booking, a block, a calendar or time off of the host. */
export function markConflicts(mask: Mask, host: HostAvailability, shape: Shape): void {
  // A meeting [s, s + duration), padded, meets [start, end) exactly when s lies in (start - reach, end + before).
  const before = shape.bufferBeforeMinutes
  const reach = shape.durationMinutes + shape.bufferAfterMinutes - 1
  for (const { paddedStart, paddedEnd } of host.bookings) {
    if (paddedStart < paddedEnd) mark(mask, paddedStart - reach, paddedEnd + before)
  }
  for (const { start, end } of host.busy) {
    if (start < end) mark(mask, start - reach, end + before)
  }
  for (const { start, end } of host.timeOff) {
    if (start < end) mark(mask, start - shape.durationMinutes + 1, end)
  }
}

/** What stands in the way of a meeting, and whether it does so itself or only through buffers. */
export interface Conflict {
  code: 'busy' | 'buffer'
  item: Busy | BusyBooking
  /** Minutes that must stay free between the two. */
  gap: number
}

/** A host's busy items by day, to ask about single starts. */
export type ConflictIndex = (start: Minute, joining?: string) => Conflict | undefined

/** Answers for starts within `[from, to)` what forbids them, a session that is being joined aside. */
export function conflictIndex(host: HostAvailability, shape: Shape, from: Minute, to: Minute): ConflictIndex {
  const byDay = new Map<number, Forbidden[]>()
  for (const entry of forbidden(host, shape)) {
    const first = bucket(Math.max(entry.start, from))
    const last = bucket(Math.min(entry.end, to) - 1)
    for (let day = first; day <= last; day++) {
      const entries = byDay.get(day)
      if (entries) entries.push(entry)
      else byDay.set(day, [entry])
    }
  }
  return (start, joining) => {
    let worst: Forbidden | undefined
    for (const entry of byDay.get(bucket(start)) ?? []) {
      if (start < entry.start || start >= entry.end) continue
      if (joining !== undefined && entry.sessionId === joining) continue
      if (!worst || comesFirst(entry, worst, start, shape)) worst = entry
    }
    return worst && { code: codeAt(worst, start, shape), item: worst.item, gap: gapAt(worst, start) }
  }
}

/** Starts in `[start, end)` conflict with `item`. */
interface Forbidden extends Interval {
  item: Busy | BusyBooking
  gapBefore: number
  gapAfter: number
  sessionId?: string
}

const bucket = (minute: Minute) => Math.floor(minute / minutesPerDay)

function* forbidden(host: HostAvailability, shape: Shape): Generator<Forbidden> {
  const { bufferBeforeMinutes: before, bufferAfterMinutes: after } = shape
  for (const item of host.bookings) {
    const gapBefore = after + item.start - item.paddedStart
    const gapAfter = before + item.paddedEnd - item.end
    yield { ...startsThatMeet(item, shape, gapBefore, gapAfter), item, gapBefore, gapAfter, sessionId: item.sessionId }
  }
  for (const item of host.busy) {
    if (item.start < item.end) {
      yield { ...startsThatMeet(item, shape, after, before), item, gapBefore: after, gapAfter: before }
    }
  }
  for (const item of host.timeOff) {
    if (item.start < item.end) yield { ...startsThatMeet(item, shape, 0, 0), item, gapBefore: 0, gapAfter: 0 }
  }
}

function startsThatMeet(item: Interval, shape: Shape, gapBefore: number, gapAfter: number): Interval {
  return { start: item.start - gapBefore - shape.durationMinutes + 1, end: item.end + gapAfter }
}

// Busy outranks buffer; among equals the earliest item, then the smallest id, so that the order of input is irrelevant.
function comesFirst(one: Forbidden, other: Forbidden, start: Minute, shape: Shape): boolean {
  const code = codeAt(one, start, shape)
  if (code !== codeAt(other, start, shape)) return code === 'busy'
  if (one.item.start !== other.item.start) return one.item.start < other.item.start
  return one.item.id < other.item.id
}

function codeAt({ item }: Forbidden, start: Minute, shape: Shape): 'busy' | 'buffer' {
  return start < item.end && start + shape.durationMinutes > item.start ? 'busy' : 'buffer'
}

function gapAt(entry: Forbidden, start: Minute): number {
  return start < entry.item.start ? entry.gapBefore : entry.gapAfter
}
