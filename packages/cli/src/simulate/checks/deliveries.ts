/** What an endpoint was sent, once it had time to take everything. */
import type { Arrival } from '../receiver.ts'
import { differences, type Fault } from '../violation.ts'

export interface Sent {
  id: string
  type: string
  timestamp: string
  data: unknown
}

/** `log` is what the endpoint subscribed to, in order. */
export function deliveries(
  endpoint: { name: string; ordering: 'none' | 'per_booking' },
  log: readonly Sent[],
  arrivals: readonly Arrival[],
): Fault[] {
  const taken = arrivals.filter((one) => one.isTaken)
  const faults = [
    ...differences(
      `${endpoint.name} gets every event`,
      log.map((one) => `${one.type} ${one.id}`),
      [...new Set(taken.map((one) => `${one.type} ${one.id}`))],
    ),
    ...numbered(endpoint.name, log, arrivals),
    ...sameBytes(arrivals),
    ...asLogged(log, arrivals),
  ]
  return endpoint.ordering === 'per_booking' ? [...faults, ...outOfTurn(endpoint.name, taken)] : faults
}

/** The numbers of an endpoint follow the log, without a gap. */
function numbered(name: string, log: readonly Sent[], arrivals: readonly Arrival[]): Fault[] {
  const seqOf = new Map(arrivals.map((one) => [one.id, one.seq]))
  return log.flatMap(({ id, type }, place) => {
    const seq = seqOf.get(id)
    if (seq === undefined || seq === place + 1) return []
    return [{ promise: `${name} counts without gaps`, expected: `${type} ${id} to be ${place + 1}`, seen: String(seq) }]
  })
}

export function sameBytes(arrivals: readonly Arrival[]): Fault[] {
  return [...Map.groupBy(arrivals, (one) => `${one.path} ${one.id}`).values()].flatMap((tries) => {
    const [first, ...later] = tries
    const other = later.find((one) => one.body !== first?.body)
    if (!first || !other) return []
    return [{ promise: 'Every retry sends the same bytes', expected: first.body, seen: other.body }]
  })
}

/** By the sandbox's time, with the data of the log. */
function asLogged(log: readonly Sent[], arrivals: readonly Arrival[]): Fault[] {
  const known = new Map(log.map((one) => [one.id, one]))
  return arrivals.flatMap((one) => {
    const event = known.get(one.id)
    const told = JSON.parse(one.body)
    if (!event || (event.timestamp === one.timestamp && JSON.stringify(event.data) === JSON.stringify(told.data)))
      return []
    return [
      {
        promise: 'A webhook says what the log says',
        expected: `${event.timestamp} ${JSON.stringify(event.data)}`,
        seen: `${one.timestamp} ${JSON.stringify(told.data)}`,
      },
    ]
  })
}

/** What follows on a booking is taken after what came before. */
function outOfTurn(name: string, taken: readonly Arrival[]): Fault[] {
  return [...Map.groupBy(taken, (one) => one.subjectId).values()].flatMap((about) => {
    const first = about.filter((one, place) => about.findIndex((other) => other.id === one.id) === place)
    return first.flatMap((one, place) => {
      const before = first[place - 1]
      if (!before || before.seq < one.seq) return []
      return [
        {
          promise: `${name} gets the events of a booking in order`,
          expected: `${one.type} (${one.seq}) before ${before.type} (${before.seq})`,
          seen: 'the later one first',
        },
      ]
    })
  })
}
