/**
 * Who meets together, and when could they? A party is the hosts of one meeting: the one host, all of them (collective),
 * or each for themselves (round robin). A start is open when at least one party can take it.
 */
import { zoneBetween } from '../zones.ts'
import type { HostAvailability, Hours, Interval, Minute, Rules } from './availability.ts'
import { type Grid, gridsOf, startsOf } from './grid.ts'
import { intersection, openBlocks, replacedWindows } from './hours.ts'

export type Party = readonly HostAvailability[]

type GridRules = Pick<Rules, 'durationMinutes' | 'intervalMinutes' | 'zone' | 'narrowed'>

/** The parties that could take a meeting. */
export function partiesOf(rules: Pick<Rules, 'scheduling'>, hosts: readonly HostAvailability[]): Party[] {
  if (hosts.length === 0) return []
  return rules.scheduling === 'collective' ? [hosts] : hosts.map((host) => [host])
}

/** Whether no member is suspended, without a schedule where one is needed, or with a busy source that cannot be read. */
export function canMeet(party: Party, { narrowed }: Pick<Rules, 'narrowed'>): boolean {
  const hasTimes = (host: HostAvailability) => host.hours !== null || narrowed?.starts !== undefined
  return party.every((host) => host.active && hasTimes(host) && host.unreadableSource === undefined)
}

/** The blocks in which every member has hours. */
export function sharedBlocks(party: Party, from: Minute, to: Minute): readonly Interval[] {
  return intersection(party.map(({ hours }) => (hours ? openBlocks(hours, from, to) : [])))
}

/** The candidate starts in `[from, to)`, in order, as grids. */
export function candidateGrids(party: Party, rules: GridRules, from: Minute, to: Minute): Grid[] {
  const named = rules.narrowed?.starts
  if (named) return named.toSorted((a, b) => a - b).map((start) => ({ anchor: start, stop: start + 1 }))
  const end = to + rules.durationMinutes
  const blocks = sharedBlocks(party, from, end)
  return gridsOf(blocks, zoneBetween(partyZone(party, rules), blocks[0]?.start ?? from, end), rules.durationMinutes)
}

/** Where a party's midnights are: in its hosts' own zone; hosts of several zones have the event type's. */
export function partyZone(party: Party, rules: GridRules): string {
  const [zone = rules.zone, ...others] = party.flatMap(({ hours }) => hours?.timezone ?? [])
  return others.every((other) => other === zone) ? zone : rules.zone
}

/** The starts that weekly hours would offer where an override replaced them, and that are no candidates now. */
export function replacedStarts(party: Party, rules: GridRules, from: Minute, to: Minute): Minute[] {
  const windows = party.flatMap(({ hours }) => (hours ? replacedWindows(hours, from, to) : []))
  if (windows.length === 0) return []
  const weekly = party.map((host) => ({ ...host, hours: host.hours && withoutOverrides(host.hours) }))
  const current = new Set(startsOf(candidateGrids(party, rules, from, to), rules.intervalMinutes, from, to))
  return startsOf(candidateGrids(weekly, rules, from, to), rules.intervalMinutes, from, to).filter(
    (start) => !current.has(start) && windows.some((window) => start >= window.start && start < window.end),
  )
}

function withoutOverrides(hours: Hours): Hours {
  return { ...hours, overrides: [] }
}
