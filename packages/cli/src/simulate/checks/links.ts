import type { Fault } from '../violation.ts'

/** A link takes no more bookings than it has uses. */
export function overused(
  links: readonly { name: string; most: number | null; rearms: boolean }[],
  bookings: readonly { name: string; link: string; isOpen: boolean }[],
): Fault[] {
  return links.flatMap(({ name, most, rearms }) => {
    const through = bookings.filter((one) => one.link === name && (one.isOpen || !rearms))
    if (most === null || through.length <= most) return []
    return [
      {
        promise: 'A link is used as often as it may be',
        expected: `at most ${most} through ${name}`,
        seen: `${through.length}: ${through.map((one) => one.name).join(', ')}`,
      },
    ]
  })
}

/** Of all who want one thing at once, as many get it as there are. */
export function wonRace(what: string, expected: number, won: number): Fault[] {
  if (won === expected) return []
  return [
    { promise: 'Of those who race, the right number wins', expected: `${expected} to get ${what}`, seen: `${won}` },
  ]
}
