/** What the log tells: every fact once, at its own time, and nothing else. */
import { differences, type Fault } from '../violation.ts'
import { instantText } from '../wall.ts'

export interface Told {
  seq: number
  type: string
  subjectId: string
  timestamp: string
}

export function gaps(log: readonly Told[]): Fault[] {
  const faults: Fault[] = []
  for (const [place, event] of log.entries()) {
    const before = log[place - 1]
    if (!before) continue
    if (event.seq !== before.seq + 1) {
      faults.push({
        promise: 'The log has no gap',
        expected: `${before.seq + 1} after ${before.seq}`,
        seen: String(event.seq),
      })
    }
    if (event.timestamp < before.timestamp) {
      faults.push({
        promise: 'The log is in order',
        expected: `event ${event.seq} to be no earlier than ${before.timestamp}`,
        seen: event.timestamp,
      })
    }
  }
  return faults
}

/** `nameOf` turns ids into names, for whoever reads of a difference. */
export function facts(
  expected: readonly { type: string; subjectId: string; at: number }[],
  seen: readonly Told[],
  nameOf: (id: string) => string,
): Fault[] {
  return differences(
    'Every change is one fact, at its own time',
    expected.map((one) => `${one.type} of ${nameOf(one.subjectId)} at ${instantText(one.at)}`),
    seen.map((one) => `${one.type} of ${nameOf(one.subjectId)} at ${instantText(Date.parse(one.timestamp))}`),
  )
}
