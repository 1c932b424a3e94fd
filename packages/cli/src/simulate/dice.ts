/** Chance that a seed repeats. */
export interface Dice {
  /** A whole number from 0 up to, and without, `sides`. */
  roll(sides: number): number
  between(least: number, most: number): number
  chance(share: number): boolean
  pick<T>(values: readonly T[]): T
  /** So many of them, in their order. */
  some<T>(values: readonly T[], count: number): T[]
}

/** One stream for each concern, so that one more draw in one place shifts nothing in another. */
export function diceOf(seed: number, stream: string): Dice {
  let state = hashOf(`${seed} ${stream}`)
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const roll = (sides: number) => Math.floor(next() * sides)
  const pick = <T>(values: readonly T[]): T => {
    const [value] = values.slice(roll(values.length)) as [T?]
    if (value === undefined) throw new Error('There is nothing to pick from.')
    return value
  }
  return {
    roll,
    pick,
    between: (least, most) => least + roll(most - least + 1),
    chance: (share) => next() < share,
    some: (values, count) => {
      const places = values.map((_, place) => place)
      while (places.length > count) places.splice(roll(places.length), 1)
      return places.flatMap((place) => values.slice(place, place + 1))
    },
  }
}

/** FNV-1a: the same text is the same number everywhere. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
