import { expect, test } from 'vitest'
import { crowdedMonth, fingerprint, type Workload, workloads } from '../../bench/workloads.ts'
import { openSlots } from './engine.ts'

function fastest({ rules, hosts, asked }: Workload): number {
  const times = Array.from({ length: 40 }, () => {
    const began = performance.now()
    openSlots(rules, hosts, asked)
    return performance.now() - began
  })
  return Math.min(...times)
}

test.each(workloads())('$name: the starts that an independent oracle computed', (workload) => {
  const { slots } = openSlots(workload.rules, workload.hosts, workload.asked)

  expect(slots).toHaveLength(workload.starts)
  expect(fingerprint(slots)).toBe(workload.fingerprint)
})

// Bounds are twice what linear cost would give, since the machine is doing other things too.
test('a year costs what its months cost', () => {
  const [month, , , , year] = workloads()
  if (!month || !year) throw new Error('There are five workloads.')

  expect(fastest(year) / fastest(month)).toBeLessThan(24)
})

test('twice the busy blocks cost twice as much', () => {
  expect(fastest(crowdedMonth(40_000)) / fastest(crowdedMonth(20_000))).toBeLessThan(4)
})
