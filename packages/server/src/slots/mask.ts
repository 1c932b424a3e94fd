/** A set of minutes, one bit each: busy blocks are marked in any order, so nothing is ever sorted. */
import type { Minute } from './availability.ts'

export interface Mask {
  from: Minute
  to: Minute
  words: Int32Array
}

const allOnes = -1

/** A mask of `[from, to)` without any minute marked. */
export function emptyMask(from: Minute, to: Minute): Mask {
  return { from, to, words: new Int32Array(Math.ceil(Math.max(0, to - from) / 32)) }
}

/** The same marks, to be added to apart. */
export function copyOf(mask: Mask): Mask {
  return { from: mask.from, to: mask.to, words: mask.words.slice() }
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
  // A call of fill costs more than a few words do.
  if (lastWord - firstWord > 16) words.fill(allOnes, firstWord + 1, lastWord)
  else for (let word = firstWord + 1; word < lastWord; word++) words[word] = allOnes
  words[lastWord] = (words[lastWord] ?? 0) | untilHigh
}

/** Takes back the mark of one minute inside the mask. */
export function unmark(mask: Mask, minute: Minute): void {
  const at = minute - mask.from
  mask.words[at >>> 5] = (mask.words[at >>> 5] ?? 0) & ~(1 << (at & 31))
}

/** Whether a minute inside the mask is marked. */
export function isMarked(mask: Mask, minute: Minute): boolean {
  const at = minute - mask.from
  return (((mask.words[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1
}

/** Visits the marked minutes in order, so many at most. */
export function eachMinute(mask: Mask, visit: (minute: Minute) => void, most = Number.POSITIVE_INFINITY): void {
  const { words } = mask
  let left = most
  for (let word = 0; word < words.length && left > 0; word++) {
    for (let rest = words[word] ?? 0; rest !== 0 && left-- > 0; rest &= rest - 1) {
      visit(minuteOfBit(mask, word, rest))
    }
  }
}

/** Visits the minutes that any of the masks has, in order, with the indexes of those masks; all are of one range. */
export function eachMarked(
  masks: readonly Mask[],
  visit: (minute: Minute, marked: number[]) => void,
  most = Number.POSITIVE_INFINITY,
): void {
  const [first] = masks
  if (!first) return
  const lists = masks.map(({ words }) => words)
  eachMinute(
    { ...first, words: unionOf(lists) },
    (minute) => visit(minute, indexesAt(lists, minute - first.from)),
    most,
  )
}

/** Visits the minutes that all of the masks have, in order; all are of one range. */
export function eachShared(masks: readonly Mask[], visit: (minute: Minute) => void, most: number): void {
  const [first, ...others] = masks
  if (!first) return
  const shared = copyOf(first)
  for (const { words } of others) {
    for (let word = 0; word < words.length; word++) {
      shared.words[word] = (shared.words[word] ?? 0) & (words[word] ?? 0)
    }
  }
  eachMinute(shared, visit, most)
}

/** The minutes that any of the masks has. */
export function unionMask(masks: readonly Mask[], from: Minute, to: Minute): Mask {
  return { from, to, words: unionOf([emptyMask(from, to), ...masks].map(({ words }) => words)) }
}

function indexesAt(lists: readonly Int32Array[], at: number): number[] {
  const word = at >>> 5
  const bit = 1 << (at & 31)
  const indexes: number[] = []
  let index = 0
  for (const words of lists) {
    if (((words[word] ?? 0) & bit) !== 0) indexes.push(index)
    index++
  }
  return indexes
}

function unionOf(lists: readonly Int32Array[]): Int32Array {
  const union = new Int32Array(lists[0]?.length ?? 0)
  for (const words of lists) {
    for (let word = 0; word < union.length; word++) union[word] = (union[word] ?? 0) | (words[word] ?? 0)
  }
  return union
}

// The minute of the lowest bit that is set.
function minuteOfBit(mask: Mask, word: number, bits: number): Minute {
  return mask.from + word * 32 + 31 - Math.clz32(bits & -bits)
}
