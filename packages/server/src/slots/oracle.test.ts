import { describe, expect, test } from 'vitest'
import { isOpen, openSlots } from './engine.ts'
import { explainSlots } from './explain.ts'
import { startsOf } from './grid.ts'
import { oracleSlots } from './oracle.ts'
import { candidateGrids, partiesOf, replacedStarts } from './parties.ts'
import { type Case, randomCase } from './random-cases.ts'
import { dice } from './samples.ts'

// Every test draws its own cases, near changes of clocks in two dozen zones; a failure names its seed.
function cases(first: number, count: number): (Case & { seed: number })[] {
  return Array.from({ length: count }, (_, index) => ({ ...randomCase(first + index), seed: first + index }))
}

function candidatesOf({ rules, hosts, asked: { start, end } }: Case): number[] {
  const all = partiesOf(rules, hosts).flatMap((party) => [
    ...startsOf(candidateGrids(party, rules, start, end), rules.intervalMinutes, start, end),
    ...replacedStarts(party, rules, start, end),
  ])
  return [...new Set(all)].sort((a, b) => a - b)
}

// A busy machine may take its time.
describe('random questions near changes of clocks', { timeout: 60_000 }, () => {
  test('the list is what a minute-by-minute reading of the rules gives', () => {
    for (const { seed, rules, hosts, asked } of cases(1, 1500)) {
      const { slots } = openSlots(rules, hosts, asked)

      expect(slots, `seed ${seed}`).toEqual(oracleSlots(rules, hosts, asked))
    }
  })

  test('a range asked in two parts gives the same list', () => {
    for (const { seed, rules, hosts, asked } of cases(10_000, 1000)) {
      const middle = asked.start + dice(seed)(asked.end - asked.start + 1)
      const { slots } = openSlots(rules, hosts, asked)
      const parts = [
        ...openSlots(rules, hosts, { ...asked, end: middle }).slots,
        ...openSlots(rules, hosts, { ...asked, start: middle }).slots,
      ]

      expect(parts, `seed ${seed}`).toEqual(slots)
    }
  })

  test('what is listed can be booked and what is not cannot', () => {
    for (const { seed, rules, hosts, asked } of cases(20_000, 200)) {
      const { slots } = openSlots(rules, hosts, asked)
      const listed = new Map(slots.map((slot) => [slot.start, slot]))
      const starts = [...listed.keys(), ...candidatesOf({ rules, hosts, asked }), asked.start, asked.start + 1]

      for (const start of starts) {
        if (start >= asked.end) continue
        expect(isOpen(rules, hosts, start, asked.nowMs), `seed ${seed}`).toEqual(listed.get(start))
      }
    }
  })

  test('every candidate is either listed or explained, never both', () => {
    for (const { seed, rules, hosts, asked } of cases(30_000, 1000)) {
      const listed = openSlots(rules, hosts, asked).slots.map((slot) => slot.start)
      const removed = explainSlots(rules, hosts, asked).map(({ start }) => start)

      const both = [...listed, ...removed].sort((a, b) => a - b)
      expect(both, `seed ${seed}`).toEqual(candidatesOf({ rules, hosts, asked }))
    }
  })

  test('one start is explained exactly when it is not open, in the same words as in the list', () => {
    for (const { seed, rules, hosts, asked } of cases(40_000, 300)) {
      const inList = new Map(explainSlots(rules, hosts, asked).map((removed) => [removed.start, removed]))
      for (const at of [...inList.keys()].slice(0, 5).concat(asked.start + 3)) {
        const open = isOpen(rules, hosts, at, asked.nowMs)
        const alone = explainSlots(rules, hosts, asked, at)

        expect(alone.length, `seed ${seed}`).toBe(open ? 0 : 1)
        if (inList.has(at)) expect(alone[0], `seed ${seed}`).toEqual(inList.get(at))
      }
    }
  })

  test('an empty list has a reason, and the reason is the rule that the furthest candidate met', () => {
    for (const { seed, rules, hosts, asked } of cases(50_000, 500)) {
      const { slots, reason } = openSlots(rules, hosts, asked)
      const codes: string[] = explainSlots(rules, hosts, asked).map(({ code }) => code)

      expect(reason === undefined, `seed ${seed}`).toBe(slots.length > 0)
      if (reason === undefined || reason === 'no_hours' || reason === 'host_inactive') continue
      if (reason === 'source_unavailable' || (reason === 'outside_hours' && codes.length === 0)) continue
      expect(codes, `seed ${seed}`).toContain(reason)
    }
  })

  test('the order in which busy times are given is irrelevant', () => {
    for (const { seed, rules, hosts, asked } of cases(60_000, 300)) {
      const reversed = hosts.map((host) => ({
        ...host,
        bookings: host.bookings.toReversed(),
        busy: host.busy.toReversed(),
        timeOff: host.timeOff.toReversed(),
        counted: host.counted.toReversed(),
      }))

      expect(openSlots(rules, reversed, asked), `seed ${seed}`).toEqual(openSlots(rules, hosts, asked))
      expect(explainSlots(rules, reversed, asked), `seed ${seed}`).toEqual(explainSlots(rules, hosts, asked))
    }
  })
})
