/** What do the rules say about the starts of one party? They are asked in the order of `removalCodes`. */

import { localDayOf, zoneBetween } from '../zones.ts'
import type { Asked, HostAvailability, Minute, RemovalCode, Rules, Session } from './availability.ts'
import { type Conflict, conflictIndex } from './conflicts.ts'
import { narrowedStarts } from './filters.ts'
import { startsOf } from './grid.ts'
import { replacedWindows } from './hours.ts'
import { limitCheck } from './limits.ts'
import { isMarked } from './mask.ts'
import { candidateGrids, type Party, partyZone, replacedStarts, sharedBlocks } from './parties.ts'
import { seatsLeft, sessionsOf } from './seats.ts'
import { bookableDays, earliestStart } from './window.ts'
import * as wording from './wording.ts'

export interface Verdict {
  code: RemovalCode
  sentence: () => string
}

export interface Judge {
  /** The hosts, for people. */
  name: string
  /** The starts of the grid, and those of the hours that an override replaced. */
  candidates: readonly Minute[]
  /** The first rule that removes a start; undefined when the party can take it. */
  verdictAt: Rule
}

type Rule = (start: Minute) => Verdict | undefined

interface Case {
  rules: Rules
  party: Party
  asked: Asked
  /** Where this party's days are. */
  zone: string
  sessions: Map<Minute, Session>
}

/** Judges the starts of a party within the asked range. */
export function judgeOf(rules: Rules, party: Party, asked: Asked): Judge {
  const { start: from, end: to } = asked
  const onGrid = startsOf(candidateGrids(party, rules, from, to), rules.intervalMinutes, from, to)
  const replaced = replacedStarts(party, rules, from, to)
  const facts = { rules, party, asked, zone: partyZone(party, rules), sessions: sessionsOf(rules, party, from, to) }
  const inOrder = [
    linkRule(facts),
    hoursRule(facts, new Set(onGrid), new Set(replaced)),
    conflictRule(facts),
    noticeRule(facts),
    windowRule(facts),
    limitRule(facts),
    seatsRule(facts),
    activeRule(facts),
    sourceRule(facts),
  ]
  return {
    name: party.map(nameOf).join(', '),
    candidates: [...onGrid, ...replaced],
    verdictAt: (start) => firstOf(inOrder, (rule) => rule(start)),
  }
}

function linkRule({ rules, asked }: Case): Rule {
  const narrowed = narrowedStarts(rules, asked.start, asked.end)
  return (start) =>
    isMarked(narrowed, start) ? verdict('outside_hours', () => 'The link offers other times only.') : undefined
}

function hoursRule({ rules, party, asked, zone }: Case, onGrid: Set<Minute>, replaced: Set<Minute>): Rule {
  const blocks = sharedBlocks(party, asked.start, asked.end + rules.durationMinutes)
  const replacements = party.flatMap(({ hours }) =>
    hours ? replacedWindows(hours, asked.start, asked.end).map((window) => ({ hours, window })) : [],
  )
  return (start) => {
    if (onGrid.has(start)) return undefined
    const block = blocks.find((each) => start >= each.start && start < each.end)
    const fits = block && start + rules.durationMinutes <= block.end
    if (fits && !replaced.has(start)) {
      return verdict('outside_hours', () => wording.gridSentence(anchorOf(party, rules, start), rules, zone))
    }
    const gone = replacements.find(({ window }) => start >= window.start && start < window.end)
    if (gone) return verdict('override', () => wording.overrideSentence(gone.hours, gone.window.day))
    const without = party.find((host) => host.hours === null)
    if (without) return verdict('outside_hours', () => of(party, without, 'There is no schedule.'))
    if (block) return verdict('outside_hours', () => wording.tooLongSentence(block.end, rules, zone))
    return verdict('outside_hours', () => wording.closedSentence(start, blocks, zone))
  }
}

function anchorOf(party: Party, rules: Rules, start: Minute): Minute {
  const grids = candidateGrids(party, rules, start, start + 1)
  return grids.findLast(({ anchor }) => anchor <= start)?.anchor ?? start
}

function conflictRule({ rules, party, asked, zone, sessions }: Case): Rule {
  const members = party.map((host) => ({ host, conflictAt: conflictIndex(host, rules, asked.start, asked.end) }))
  return (start) => {
    let worst: { host: HostAvailability; conflict: Conflict } | undefined
    for (const { host, conflictAt } of members) {
      const conflict = conflictAt(start, sessions.get(start)?.sessionId)
      if (conflict && (!worst || (conflict.code === 'busy' && worst.conflict.code === 'buffer')))
        worst = { host, conflict }
    }
    if (!worst) return undefined
    const { host, conflict } = worst
    return verdict(conflict.code, () => of(party, host, wording.conflictSentence(conflict, zone)))
  }
}

function noticeRule({ rules, asked }: Case): Rule {
  const earliest = earliestStart(rules.minNoticeMinutes, asked.nowMs)
  return (start) => (start < earliest ? verdict('notice', () => wording.noticeSentence(rules, earliest)) : undefined)
}

function windowRule({ rules, asked }: Case): Rule {
  const days = bookableDays(rules, asked.nowMs)
  if (!days) return () => undefined
  const zone = zoneBetween(rules.zone, asked.start, asked.end)
  return (start) => {
    const day = localDayOf(zone, start)
    return day < days.first || day > days.last
      ? verdict('window', () => wording.windowSentence(rules, days))
      : undefined
  }
}

function limitRule({ rules, party, asked, sessions }: Case): Rule {
  const everybody = { check: limitCheck(rules.limits, rules.counted, rules), zone: rules.zone, host: undefined }
  const own = party.map((host) => {
    const terms = { ...rules, zone: host.limitZone }
    return { check: limitCheck(host.limits, host.counted, terms), zone: host.limitZone, host }
  })
  const limits = [everybody, ...own].map((limit) => ({
    ...limit,
    days: zoneBetween(limit.zone, asked.start, asked.end),
  }))
  return (start) =>
    sessions.has(start)
      ? undefined
      : firstOf(limits, ({ check, zone, host, days }) => {
          const reached = check?.(localDayOf(days, start))
          return reached && verdict('limit', () => of(party, host, wording.limitSentence(reached, rules, zone)))
        })
}

function seatsRule({ rules, sessions }: Case): Rule {
  return (start) => {
    const session = sessions.get(start)
    if (!session || seatsLeft(rules, session) > 0) return undefined
    return verdict('seats_full', () => `${session.taken} of ${rules.seats} seats are taken.`)
  }
}

function activeRule({ party }: Case): Rule {
  const inactive = party.find((host) => !host.active)
  return () => inactive && verdict('host_inactive', () => of(party, inactive, 'The host is suspended.'))
}

function sourceRule({ party }: Case): Rule {
  const unread = party.find((host) => host.unreadableSource !== undefined)
  return () =>
    unread && verdict('source_unavailable', () => of(party, unread, `${unread.unreadableSource} could not be read.`))
}

function verdict(code: RemovalCode, sentence: () => string): Verdict {
  return { code, sentence }
}

// Who is meant is only in question when several hosts meet together.
function of(party: Party, host: HostAvailability | undefined, sentence: string): string {
  return host && party.length > 1 ? `${nameOf(host)}: ${sentence}` : sentence
}

function nameOf(host: HostAvailability): string {
  return host.name ?? host.userId
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
