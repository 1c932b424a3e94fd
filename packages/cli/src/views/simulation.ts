import { onStdout } from '../lib/style.ts'
import { card } from '../lib/table.ts'
import type { Simulated } from '../simulate/run.ts'

/** How a simulation ended: what broke, or how much held. */
export function simulation(told: Omit<Simulated, 'trace'> & { seconds: number; again: string }): string {
  const { seed, days, violation, counts, hash, seconds, again } = told
  const story = `Seed ${seed}, ${days} ${days === 1 ? 'day' : 'days'}`
  if (violation) {
    const { promise, expected, seen, step, at } = violation
    return [
      onStdout('red', `${story}: a promise was broken.`),
      card([
        ['Promise', promise],
        ['Expected', expected],
        ['Seen', seen],
        ['Where', step === 0 ? at : `step ${step}, ${at} by the sandbox’s clock`],
        ['Again', again],
      ]),
    ].join('\n')
  }
  const figures = Object.entries(counts).map(
    ([name, count]) => [`${name.charAt(0).toUpperCase()}${name.slice(1)}`, count.toLocaleString('en-US')] as const,
  )
  return [
    onStdout('green', `${story}: every promise held.`),
    card([...figures, ['Seconds', String(seconds)], ['Trace', hash]]),
  ].join('\n')
}
