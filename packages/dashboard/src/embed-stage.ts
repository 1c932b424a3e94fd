import type { Facts } from './facts.ts'
import type { Problem } from './problem.ts'
import type { Ask, Session } from './session.ts'
import type { Habits } from './state.ts'

/** What every view needs: who asks, how, and where to show it. */
export interface Stage extends Habits {
  session: Session
  ask: Ask
  /** The browser's. */
  zone: string
  show(title: string, ...parts: HTMLElement[]): void
  notice(title: string, text: string): void
}

export interface Booking extends Facts {
  id: string
  eventTypeId: string
  status: 'pending' | 'confirmed' | 'declined' | 'cancelled'
  guest: { name: string; email: string }
  noShow: boolean
  ended: boolean
}

/** Reads JSON, or says why not; null when it was said. */
export async function read<T>({ ask, notice }: Stage, path: string): Promise<T | null> {
  const response = await ask(path)
  if (response.ok) return response.json()
  const problem: Problem = await response.json()
  notice('This could not be shown', problem.detail ?? 'Please load the page again.')
  return null
}
