/** Which starts are barred for everybody, whoever is free? The booking window and what a one-off link narrows. */
import { dayRuns, zoneBetween } from '../zones.ts'
import type { Minute, Rules } from './availability.ts'
import { openBlocks } from './hours.ts'
import type { LimitCheck } from './limits.ts'
import { emptyMask, isMarked, type Mask, mark } from './mask.ts'
import { bookableDays } from './window.ts'

/** Marks every start in `[from, to)` outside the booking window or the link's own times. */
export function barredStarts(rules: Rules, from: Minute, to: Minute, nowMs: number): Mask {
  const barred = emptyMask(from, to)
  const days = bookableDays(rules, nowMs)
  if (days) markDays(barred, rules.zone, (day) => day < days.first || day > days.last)
  if (rules.narrowed) markNarrowed(barred, rules, rules.narrowed)
  return barred
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

function markNarrowed(mask: Mask, rules: Rules, narrowed: NonNullable<Rules['narrowed']>): void {
  const { starts, hours, through } = narrowed
  if (through !== undefined) mark(mask, through + 1, mask.to)
  if (starts) {
    const listed = emptyMask(mask.from, mask.to)
    for (const start of starts) mark(listed, start, start + 1)
    for (let start = mask.from; start < mask.to; start++) if (!isMarked(listed, start)) mark(mask, start, start + 1)
  }
  if (hours) {
    let closedFrom = mask.from
    for (const block of openBlocks(hours, mask.from, mask.to + rules.durationMinutes)) {
      const lastStart = block.end - rules.durationMinutes
      if (lastStart < block.start) continue
      mark(mask, closedFrom, block.start)
      closedFrom = lastStart + 1
    }
    mark(mask, closedFrom, mask.to)
  }
}
