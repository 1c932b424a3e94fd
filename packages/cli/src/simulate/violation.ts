/** What must hold and did not. */
export interface Fault {
  /** The promise that was broken, in a few words. */
  promise: string
  expected: string
  seen: string
}

/** Ends a simulation: the first promise that did not hold. */
export class Violation extends Error {
  override readonly name = 'Violation'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(`${fault.promise}: expected ${fault.expected}, saw ${fault.seen}`)
    this.fault = fault
  }
}

export function refuse(faults: readonly Fault[]): void {
  const [first] = faults
  if (first) throw new Violation(first)
}

/** What one list has and the other lacks, each as often as it does. */
export function differences(promise: string, expected: readonly string[], seen: readonly string[]): Fault[] {
  const count = new Map<string, number>()
  for (const one of expected) count.set(one, (count.get(one) ?? 0) + 1)
  for (const one of seen) count.set(one, (count.get(one) ?? 0) - 1)
  const wanted = new Map<string, number>()
  for (const one of expected) wanted.set(one, (wanted.get(one) ?? 0) + 1)
  return [...count]
    .filter(([, left]) => left !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([what, left]) => {
      const times = wanted.get(what) ?? 0
      return { promise, expected: timesOf(what, times), seen: timesOf(what, times - left) }
    })
}

const timesOf = (what: string, times: number): string => {
  if (times === 0) return `no ${what}`
  return times === 1 ? what : `${times} times ${what}`
}
