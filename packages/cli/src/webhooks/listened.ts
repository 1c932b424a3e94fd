import type { Delivery } from './feed.ts'
import { type Answer, isSuccess } from './forward.ts'
import type { ListenUpdate } from './listener.ts'

/** One event on the screen. */
export interface Entry {
  delivery: Delivery
  at: Date
  state: 'shown' | 'waiting' | 'answered'
  answer: Answer | null
}

/** All that the screen shows of listening. */
export interface Listened {
  connection: { state: 'connecting' } | { state: 'connected' } | { state: 'lost'; attempt: number; why: string }
  /** The oldest first; only so many are kept. */
  entries: readonly Entry[]
  arrived: number
  /** What happened last besides events. */
  note: string
}

const kept = 500

export const nothingYet: Listened = {
  connection: { state: 'connecting' },
  entries: [],
  arrived: 0,
  note: '',
}

export function afterUpdate(before: Listened, update: ListenUpdate): Listened {
  switch (update.kind) {
    case 'connected':
      return { ...before, connection: { state: 'connected' }, note: sentenceOf(update) }
    case 'lost':
      return { ...before, connection: { state: 'lost', attempt: update.attempt, why: update.why }, note: '' }
    case 'caught_up':
    case 'unreported':
      return { ...before, note: sentenceOf(update) }
    case 'arrived': {
      const { delivery, at, isForwarded } = update
      const entry: Entry = { delivery, at, state: isForwarded ? 'waiting' : 'shown', answer: null }
      return { ...before, entries: [...before.entries, entry].slice(-kept), arrived: before.arrived + 1 }
    }
    case 'resent':
      return withEntry(before, update.delivery, { state: 'waiting' })
    case 'answered':
      return withEntry(before, update.delivery, { state: 'answered', answer: update.answer })
  }
}

/** Of those that are shown; what was accepted when it was sent once more is not among them. */
export const failedCount = ({ entries }: Listened): number =>
  entries.filter(({ answer }) => answer && !isSuccess(answer)).length

/** What changed, for people; nothing where an event says it all. */
export function sentenceOf(update: ListenUpdate): string {
  switch (update.kind) {
    case 'connected':
      return update.missed > 0 ? `Connected; catching up with ${eventCount(update.missed)}.` : 'Connected.'
    case 'caught_up':
      return `Caught up: ${update.missed} missed.`
    case 'lost': {
      const seconds = Math.ceil(update.waitMs / 1000)
      return `Connection lost (${update.why}). Reconnecting, attempt ${update.attempt}, in ${seconds} s…`
    }
    case 'unreported':
      return `The answer to ${update.delivery.id} is not in the server's log: ${update.why}`
    default:
      return ''
  }
}

export const eventCount = (count: number): string => (count === 1 ? '1 event' : `${count} events`)

function withEntry(before: Listened, { id }: Delivery, change: Partial<Entry>): Listened {
  const entries = before.entries.map((entry) => (entry.delivery.id === id ? { ...entry, ...change } : entry))
  return { ...before, entries }
}
