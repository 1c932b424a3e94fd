/** How fast are slots computed? From loaded rows to the list of slots, nothing kept between calls but zone offsets. */
import { pathToFileURL } from 'node:url'
import { isOpen, openSlots } from '../src/slots/engine.ts'
import { crowdedMonth, fingerprint, type Workload, workloads } from './workloads.ts'

export interface Row {
  name: string
  value: number
  unit: string
  target: number
  ok: boolean
}

const rounds = 3
const roundMs = 250

/** Warm medians of W1 to W5, then how the cost grows with busy blocks and with the range. Throws on a wrong list. */
export function benchSlots(): Row[] {
  const all = workloads()
  const medians = all.map(warmMedian)
  const rows = all.map((workload, index) => row(workload.name, medians[index] ?? 0, 'ms', workload.target))
  const growth = fastest(crowdedMonth(20_000)) / fastest(crowdedMonth(10_000))
  const [month, , , , year] = all.map(fastest)
  return [
    ...rows,
    row('one start among 2,355 busy blocks', oneStart(all.at(-1)), 'ms', 0.1),
    row('20,000 busy blocks against 10,000', growth, 'x', 2.4),
    row('a year (W5) against a month (W1)', (year ?? 0) / (month ?? 0), 'x', 13),
  ]
}

function row(name: string, value: number, unit: string, target: number): Row {
  return { name, value, unit, target, ok: value <= target }
}

function warmMedian(workload: Workload): number {
  check(workload)
  const medians = Array.from({ length: rounds }, () => median(timings(workload)))
  return median(medians)
}

// What a booking asks: the same computation for one minute.
function oneStart(workload: Workload | undefined): number {
  if (!workload) throw new Error('There is no workload.')
  const { rules, hosts, asked } = workload
  const start = openSlots(rules, hosts, asked).slots.at(-1)?.start ?? asked.start
  return median(timesOf(() => isOpen(rules, hosts, start, asked.nowMs)))
}

// A ratio of two small times is noise unless each is the best that the machine can do.
function fastest(workload: Workload): number {
  check(workload)
  return Math.min(...timings(workload))
}

function timings({ rules, hosts, asked }: Workload): number[] {
  return timesOf(() => openSlots(rules, hosts, asked))
}

function timesOf(call: () => unknown): number[] {
  const times: number[] = []
  const stop = performance.now() + roundMs
  while (performance.now() < stop) {
    const began = performance.now()
    call()
    times.push(performance.now() - began)
  }
  return times
}

// A fast wrong answer is no timing, it is a bug.
function check({ name, rules, hosts, asked, starts, fingerprint: expected }: Workload): void {
  const { slots } = openSlots(rules, hosts, asked)
  const found = fingerprint(slots)
  if (slots.length !== starts || found !== expected) {
    throw new Error(`${name}: ${slots.length} starts (${found}), expected ${starts} (${expected})`)
  }
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, value, unit, target, ok } of benchSlots()) {
    console.log(
      `${ok ? 'ok  ' : 'FAIL'} ${name.padEnd(40)} ${value.toFixed(3).padStart(9)} ${unit}  (at most ${target})`,
    )
  }
}
