/**
 * At which starts does a grid lie? A block's grid starts where the block starts, and again at the midnight of every day
 * that the block covers from midnight to midnight. What follows such a day without a break (Tue 00:00–02:00 after an
 * open Monday) goes on with that day's grid, and a start late on it may run over midnight: only the block's end counts.
 * So an anchor is never more than two days before its starts: a day that is not open throughout has a hole.
 */
import { minutesPerDay } from '../time.ts'
import { instantOf, localDayOf, type Zone } from '../zones.ts'
import type { Interval, Minute } from './availability.ts'
import { emptyMask, type Mask } from './mask.ts'

/** Starts are `anchor`, `anchor + interval`, … before `stop`. */
export interface Grid {
  anchor: Minute
  stop: Minute
}

/** The grids of merged blocks, in order; `zone` says where midnights are. */
export function gridsOf(blocks: readonly Interval[], zone: Zone, durationMinutes: number): Grid[] {
  const grids: Grid[] = []
  for (const block of blocks) {
    const lastStop = block.end - durationMinutes + 1
    let anchor = block.start
    for (const midnight of fullDays(block, zone)) {
      if (midnight > anchor) grids.push({ anchor, stop: Math.min(midnight, lastStop) })
      anchor = midnight
    }
    grids.push({ anchor, stop: lastStop })
  }
  return grids
}

// No day of the tz database that exists at all is shorter than twelve hours, so a shorter block holds none.
const shortestDay = 720

function fullDays(block: Interval, zone: Zone): Minute[] {
  const midnights: Minute[] = []
  if (block.end - block.start < shortestDay) return midnights
  const first = localDayOf(zone, block.start)
  const last = localDayOf(zone, block.end)
  let midnight = instantOf(zone, first * minutesPerDay)
  for (let day = first; day < last; day++) {
    const next = instantOf(zone, (day + 1) * minutesPerDay)
    if (midnight >= block.start && next <= block.end && midnight < next) midnights.push(midnight)
    midnight = next
  }
  return midnights
}

/** The starts of grids within `[from, to)`, in order. */
export function startsOf(grids: readonly Grid[], intervalMinutes: number, from: Minute, to: Minute): Minute[] {
  const starts: Minute[] = []
  for (const { anchor, stop } of grids) {
    const behind = Math.max(0, Math.ceil((from - anchor) / intervalMinutes))
    const until = Math.min(stop, to)
    for (let start = anchor + behind * intervalMinutes; start < until; start += intervalMinutes) starts.push(start)
  }
  return starts
}

/** The starts of grids that are not marked as closed, within the range of that mask. */
export function freeStarts(grids: readonly Grid[], intervalMinutes: number, closed: Mask): Mask {
  const { from, to } = closed
  const free = emptyMask(from, to)
  const { words } = free
  for (const { anchor, stop } of grids) {
    const behind = anchor < from ? Math.ceil((from - anchor) / intervalMinutes) * intervalMinutes : 0
    const until = Math.min(stop, to) - from
    for (let at = anchor + behind - from; at < until; at += intervalMinutes) {
      const word = at >>> 5
      const bit = 1 << (at & 31)
      if (((closed.words[word] ?? 0) & bit) === 0) words[word] = (words[word] ?? 0) | bit
    }
  }
  return free
}
