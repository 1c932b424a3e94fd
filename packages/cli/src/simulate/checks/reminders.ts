/** Who was reminded of what, and when: each once, at exactly its time, and nobody else. */
import { differences, type Fault } from '../violation.ts'
import { instantText } from '../wall.ts'

export interface Reminded {
  meeting: string
  to: string
  at: number
  isFollowUp: boolean
}

export const reminded = (expected: readonly Reminded[], seen: readonly Reminded[]): Fault[] =>
  differences('Each reminder goes out once, at its time', expected.map(textOf), seen.map(textOf))

const textOf = ({ meeting, to, at, isFollowUp }: Reminded): string =>
  `${isFollowUp ? 'a follow-up' : 'a reminder'} of ${meeting} to ${to} at ${instantText(at)}`
