import type { LetsMeet, MovedSandboxClock } from '@letsmeet/sdk'

/** The server answers after 20 s of work at the latest, and finishes first what it is about. */
const patience = { timeoutMs: 120_000 }

export interface Journey extends MovedSandboxClock {
  /** Whether a part of the way was gone by a request whose answer got lost: what happened on it is not told. */
  isWhole: boolean
}

/** Moves a clock until it has arrived. It is told where to and not how far, so that asking again never goes too far. */
export async function travel(letsmeet: LetsMeet, sandboxId: string, targetFrom: (now: Date) => Date): Promise<Journey> {
  const clock = await letsmeet.sandboxes.clock.show(sandboxId)
  const now = targetFrom(new Date(clock.now)).toISOString()
  const ask = () => letsmeet.sandboxes.clock.move(sandboxId, { now }, patience)
  const first = await ask()
  let journey: Journey = { ...first, isWhole: !clock.frozen || first.from === clock.now }
  while (!journey.arrived) journey = joined(journey, await ask())
  return journey
}

const joined = (before: Journey, next: MovedSandboxClock): Journey => ({
  ...next,
  from: before.from,
  happened: [...before.happened, ...next.happened],
  count: before.count + next.count,
  isWhole: before.isWhole && next.from === before.now,
})
