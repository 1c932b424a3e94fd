import type { Ask } from './session.ts'

/** Keeps the chosen time for a guest while they fill in the form. */
export interface Keeper {
  choose(start: string | null, minutes: number): void
  /** The hold to book with, if there is one. */
  holdId(): Promise<string | null>
  /** It was used: there is nothing to release. */
  forget(): void
}

const renewEveryMs = 4 * 60_000

/** `lost` hears that somebody else has the time already. */
export function createKeeper(ask: Ask, eventTypeId: string, lost: () => void): Keeper {
  let wanted: { start: string | null; minutes: number } = { start: null, minutes: 0 }
  let held: string | null = null
  let work: Promise<void> = Promise.resolve()

  async function swap(next: typeof wanted): Promise<void> {
    if (next !== wanted) return
    await release()
    if (next.start === null) return
    const body = { eventTypeId, start: next.start, durationMinutes: next.minutes }
    const response = await ask('/holds', { method: 'POST', body })
    const answer: { id?: string; code?: string } = await response.json()
    if (response.ok) held = answer.id ?? null
    else if (answer.code === 'slot_unavailable' && next === wanted) lost()
  }

  async function release(): Promise<void> {
    const id = held
    held = null
    if (id !== null) await ask(`/holds/${id}`, { method: 'DELETE', keepalive: true })
  }

  // A hold is a courtesy: where there is none, the booking itself decides.
  const queue = (next: () => Promise<void>) => {
    work = work.then(next).catch(() => {})
  }

  async function renew(): Promise<void> {
    if (held === null || document.hidden) return
    const response = await ask(`/holds/${held}/renew`, { method: 'POST', body: {} })
    if (response.ok) return
    held = null
    await swap(wanted)
  }

  setInterval(() => queue(renew), renewEveryMs)
  addEventListener('pagehide', () => void release().catch(() => {}))
  addEventListener('pageshow', (event) => event.persisted && queue(() => swap(wanted)))
  return {
    choose(start, minutes) {
      if (start === wanted.start && minutes === wanted.minutes) return
      const next = { start, minutes }
      wanted = next
      queue(() => swap(next))
    },
    async holdId() {
      await work
      return held
    },
    forget() {
      held = null
    },
  }
}
