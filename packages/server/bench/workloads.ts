/** The five workloads that engines are compared by: no random numbers, so every engine must list the same starts. */
import type { Asked, Busy, HostAvailability, Hours, Interval, OpenSlot, Rules } from '../src/slots/availability.ts'

export interface Workload {
  name: string
  rules: Rules
  hosts: readonly HostAvailability[]
  asked: Asked
  starts: number
  /** h = 31 h + epoch minutes (mod 2^32) over the starts in order. */
  fingerprint: number
  /** Milliseconds that a warm call may take. */
  target: number
}

const minutesOf = (instant: string) => Date.parse(instant) / 60_000

const start = minutesOf('2027-05-31T22:00Z')
const monthEnd = minutesOf('2027-07-01T22:00Z')
const yearEnd = minutesOf('2028-05-30T22:00Z')
const nowMs = Date.parse('2027-01-01T00:00Z')
const quartersOfMonth = 2976
const quartersOfYear = 35_040
const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Australia/Sydney'] as const

const rules: Rules = {
  scheduling: 'individual',
  durationMinutes: 30,
  intervalMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minNoticeMinutes: 0,
  window: { kind: 'unlimited' },
  zone: 'America/New_York',
  weekStart: 'monday',
  counted: [],
  seats: 1,
  sessions: [],
}

/** W1 to W5. */
export function workloads(): Workload[] {
  const month = { start, end: startsThatEndBy(monthEnd), nowMs }
  const one = { rules, asked: month, starts: 268, fingerprint: 1_370_418_892 }
  const scattered = scatteredBusy(0, 200, quartersOfMonth)
  return [
    { ...one, name: 'W1 one host, a month', hosts: [host(0, scattered)], target: 0.15 },
    {
      name: 'W2 round the clock, every 15 minutes',
      rules: { ...rules, intervalMinutes: 15, zone: 'UTC' },
      hosts: [{ ...host(0, []), hours: roundTheClock }],
      asked: { start: minutesOf('2027-06-01T00:00Z'), end: startsThatEndBy(minutesOf('2027-07-02T00:00Z')), nowMs },
      starts: 2975,
      fingerprint: 3_919_866_753,
      target: 0.7,
    },
    {
      name: 'W3 twenty hosts, four zones',
      rules: { ...rules, scheduling: 'round_robin' },
      hosts: Array.from({ length: 20 }, (_, index) => host(index, scatteredBusy(index, 200, quartersOfMonth))),
      asked: month,
      starts: 1012,
      fingerprint: 1_944_482_380,
      target: 2.3,
    },
    { ...one, name: 'W4 10,000 busy blocks', hosts: [host(0, crowded(scattered, 10_000))], target: 1.2 },
    {
      name: 'W5 one host, a year',
      rules,
      hosts: [host(0, scatteredBusy(0, 2355, quartersOfYear))],
      asked: { start, end: startsThatEndBy(yearEnd), nowMs },
      starts: 3139,
      fingerprint: 1_075_389_266,
      target: 2,
    },
  ]
}

/** W4 with any number of blocks: the same starts whatever the number. */
export function crowdedMonth(blocks: number): Workload {
  const [first] = workloads()
  if (!first) throw new Error('There is no first workload.')
  const busy = crowded(scatteredBusy(0, 200, quartersOfMonth), blocks)
  return { ...first, name: `${blocks} busy blocks`, hosts: [host(0, busy)] }
}

export function fingerprint(slots: readonly OpenSlot[]): number {
  let hash = 0
  for (const slot of slots) hash = (Math.imul(31, hash) + slot.start) >>> 0
  return hash
}

// The workloads want whole meetings within the range; a query's end bounds the starts.
function startsThatEndBy(end: number): number {
  return end - rules.durationMinutes + 1
}

const roundTheClock: Hours = {
  timezone: 'UTC',
  weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], start: '00:00', end: '24:00' }],
  overrides: [],
}

function officeHours(timezone: string): Hours {
  return {
    timezone,
    weekly: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], start: '09:00', end: '17:00' }],
    overrides: [],
  }
}

function host(index: number, busy: readonly Interval[]): HostAvailability {
  const timezone = zones[index % zones.length] ?? zones[0]
  return {
    userId: `usr_${index}`,
    active: true,
    hours: officeHours(timezone),
    bookings: [],
    busy: busy.map((interval, at): Busy => ({ ...interval, kind: 'calendar', id: `blk_${index}_${at}` })),
    timeOff: [],
    limitZone: timezone,
    counted: [],
  }
}

function scatteredBusy(hostIndex: number, count: number, quarters: number): Interval[] {
  return Array.from({ length: count }, (_, index) => {
    const at = start + ((index * 7919 + 37 * hostIndex) % quarters) * 15
    return { start: at, end: at + 15 * (1 + (index % 4)) }
  })
}

// Every pass puts a short block inside each of the first ones, so that nothing more is taken.
function crowded(blocks: readonly Interval[], count: number): Interval[] {
  const passes = Math.ceil(count / blocks.length) - 1
  const inside = Array.from({ length: passes }, (_, index) => index + 1).flatMap((pass) =>
    blocks.map((block) => {
      const from = block.start + (pass % (block.end - block.start))
      return { start: from, end: Math.min(block.end, from + 1 + (pass % 5)) }
    }),
  )
  return [...blocks, ...inside]
}
