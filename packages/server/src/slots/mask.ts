/** A set of minutes, one bit each: marking a busy block costs the same wherever it comes in the list, so nothing is sorted. */
import type { Minute } from './availability.ts'

export interface Mask {
  from: Minute
  to: Minute
  words: Uint32Array
}

const allOnes = 0xffffffff

/** A mask of `[from, to)` without any minute marked. */
export function emptyMask(from: Minute, to: Minute): Mask {
  return { from, to, words: new Uint32Array(Math.ceil(Math.max(0, to - from) / 32)) }
}

/** The same marks, to be added to apart. */
export function copyOf(mask: Mask): Mask {
  return { ...mask, words: mask.words.slice() }
}

/** Marks `[start, end)`; what lies outside the mask is ignored. */
export function mark(mask: Mask, start: Minute, end: Minute): void {
  const low = start > mask.from ? start - mask.from : 0
  const high = (end < mask.to ? end : mask.to) - mask.from
  if (low >= high) return
  const { words } = mask
  const firstWord = low >>> 5
  const lastWord = (high - 1) >>> 5
  const fromLow = allOnes << (low & 31)
  const untilHigh = allOnes >>> (31 - ((high - 1) & 31))
  if (firstWord === lastWord) {
    words[firstWord] = (words[firstWord] ?? 0) | (fromLow & untilHigh)
    return
  }
  words[firstWord] = (words[firstWord] ?? 0) | fromLow
  if (lastWord - firstWord > 1) words.fill(allOnes, firstWord + 1, lastWord)
  words[lastWord] = (words[lastWord] ?? 0) | untilHigh
}

/** Whether a minute inside the mask is marked. */
export function isMarked(mask: Mask, minute: Minute): boolean {
  const at = minute - mask.from
  return (((mask.words[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1
}

/** The marked minutes in order. */
export function markedMinutes(mask: Mask): Minute[] {
  const minutes: Minute[] = []
  let base = mask.from
  for (const word of mask.words) {
    for (let rest = word; rest !== 0; rest &= rest - 1) minutes.push(base + 31 - Math.clz32(rest & -rest))
    base += 32
  }
  return minutes
}
