/** Which starts are barred for everybody, whoever is free? The booking window and what a one-off link narrows. */
import { dayRuns, zoneBetween } from '../zones.ts'
import type { Interval, Minute, Rules } from './availability.ts'
import { openBlocks } from './hours.ts'
import type { LimitCheck } from './limits.ts'
import { emptyMask, type Mask, mark } from './mask.ts'
import { bookableDays } from './window.ts'

/** The starts in `[from, to)` outside the booking window or the link's own times. */
export function barredStarts(rules: Rules, from: Minute, to: Minute, nowMs: number): Mask {
  const barred = narrowedStarts(rules, from, to)
  const days = bookableDays(rules, nowMs)
  if (days) markDays(barred, rules.zone, (day) => day < days.first || day > days.last)
  return barred
}

/** The starts in `[from, to)` that a link leaves out: a filter, so it never moves the grid. */
export function narrowedStarts(rules: Pick<Rules, 'narrowed' | 'durationMinutes'>, from: Minute, to: Minute): Mask {
  const mask = emptyMask(from, to)
  const { starts, hours, through } = rules.narrowed ?? {}
  if (through !== undefined) mark(mask, through + 1, to)
  if (starts) markAllBut(mask, starts)
  if (hours) markOutside(mask, openBlocks(hours, from, to + rules.durationMinutes), rules.durationMinutes)
  return mask
}

/** Marks every start on a local day on which a limit is reached. */
export function markLimited(mask: Mask, zone: string, reached: LimitCheck | undefined): void {
  if (reached) markDays(mask, zone, (day) => reached(day) !== undefined)
}

function markDays(mask: Mask, zone: string, isOut: (day: number) => boolean): void {
  for (const { start, end, day } of dayRuns(zoneBetween(zone, mask.from, mask.to), mask.from, mask.to)) {
    if (isOut(day)) mark(mask, start, end)
  }
}

function markAllBut(mask: Mask, starts: readonly Minute[]): void {
  let from = mask.from
  for (const start of starts.toSorted((a, b) => a - b)) {
    mark(mask, from, start)
    from = Math.max(from, start + 1)
  }
  mark(mask, from, mask.to)
}

function markOutside(mask: Mask, blocks: readonly Interval[], durationMinutes: number): void {
  let from = mask.from
  for (const block of blocks) {
    const lastStart = block.end - durationMinutes
    if (lastStart < block.start) continue
    mark(mask, from, block.start)
    from = lastStart + 1
  }
  mark(mask, from, mask.to)
}
