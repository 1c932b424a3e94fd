/** Why is a start not offered? For each candidate the first rule that removed it, in the order of `removalCodes`. */
import {
  type Asked,
  type HostAvailability,
  type Minute,
  type Removed,
  type Rules,
  removalCodes,
} from './availability.ts'
import { type Judge, judgeOf, type Verdict } from './judge.ts'
import { partiesOf } from './parties.ts'

/** Every candidate in the range that is not open, and why; with `at`, the same about that one start, whatever it is. */
export function explainSlots(rules: Rules, hosts: readonly HostAvailability[], asked: Asked, at?: Minute): Removed[] {
  const range = at === undefined ? asked : { start: at, end: at + 1, nowMs: asked.nowMs }
  const judges = partiesOf(rules, hosts).map((party) => judgeOf(rules, party, range))
  const starts = at === undefined ? new Set(judges.flatMap(({ candidates }) => candidates)) : [at]
  const removed: Removed[] = []
  for (const start of [...starts].sort((a, b) => a - b)) {
    if (asked.most !== undefined && removed.length >= asked.most) break
    const one = removal(judges, start)
    if (one) removed.push(one)
  }
  return removed
}

// A start is removed when nobody can take it; the party that came furthest through the rules says which one it was.
function removal(judges: readonly Judge[], start: Minute): Removed | undefined {
  const verdicts: { name: string; verdict: Verdict }[] = []
  for (const { name, verdictAt } of judges) {
    const verdict = verdictAt(start)
    if (!verdict) return undefined
    verdicts.push({ name, verdict })
  }
  const [first, ...others] = verdicts
  if (!first) return { start, code: 'outside_hours', detail: 'There is no host.' }
  const furthest = others.reduce((best, next) => (rank(next.verdict) > rank(best.verdict) ? next : best), first)
  const details = verdicts.map(({ name, verdict }) => ({ name, sentence: verdict.sentence() }))
  const same = details.every(({ sentence }) => sentence === details[0]?.sentence)
  const detail = same
    ? furthest.verdict.sentence()
    : details.map(({ name, sentence }) => `${name}: ${sentence}`).join(' ')
  return { start, code: furthest.verdict.code, detail }
}

function rank({ code }: Verdict): number {
  return removalCodes.indexOf(code)
}
