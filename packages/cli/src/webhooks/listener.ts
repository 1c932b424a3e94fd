import type { Delivery, FeedUpdate } from './feed.ts'
import { type Answer, isSuccess } from './forward.ts'

export type ListenUpdate =
  | Exclude<FeedUpdate, { kind: 'delivery' }>
  /** It came; while it is forwarded its answer is awaited. */
  | { kind: 'arrived'; delivery: Delivery; at: Date; isForwarded: boolean }
  | { kind: 'resent'; delivery: Delivery }
  | { kind: 'answered'; delivery: Delivery; answer: Answer; at: Date }
  /** The server did not take the answer for its log. */
  | { kind: 'unreported'; delivery: Delivery; why: string }

export interface ListenSettings {
  feed: AsyncIterable<FeedUpdate>
  /** Passes a delivery on, for the first time or once more; without it events are only shown. */
  pass: ((delivery: Delivery, attempt: number) => Promise<Answer>) | undefined
  report: (delivery: Delivery, answer: Answer) => Promise<unknown>
  tell: (update: ListenUpdate) => void
  exitAfter?: number | undefined
  /** When events arrive, for people to see. */
  now: () => Date
}

/** What was heard when listening ended. */
export interface Heard {
  /** How many were not accepted, the last time they were sent. */
  failed: number
  /** The number of the last event that was shown, or answered where it is forwarded: the place to go on from. */
  lastSeq: string | undefined
}

export interface Listener {
  /** Until the feed ends, or enough was handled. */
  run(): Promise<Heard>
  resend(delivery: Delivery): Promise<void>
}

export function createListener({ feed, pass, report, tell, now, exitAfter = Infinity }: ListenSettings): Listener {
  const attempts = new Map<string, number>()
  const failed = new Set<string>()
  let lastSeq: string | undefined
  // One at a time and in their order, while others already arrive.
  let work = Promise.resolve()

  async function handle(delivery: Delivery) {
    if (pass) await forward(delivery, pass)
    lastSeq = delivery.seq
  }
  async function forward(delivery: Delivery, pass: NonNullable<ListenSettings['pass']>) {
    const attempt = (attempts.get(delivery.id) ?? 0) + 1
    attempts.set(delivery.id, attempt)
    const answer = await pass(delivery, attempt)
    if (isSuccess(answer)) failed.delete(delivery.id)
    else failed.add(delivery.id)
    tell({ kind: 'answered', delivery, answer, at: now() })
    await report(delivery, answer).catch((error: unknown) => {
      tell({ kind: 'unreported', delivery, why: error instanceof Error ? error.message : String(error) })
    })
  }
  const queue = (handling: () => Promise<void>) => {
    work = work.then(handling)
    return work
  }

  return {
    async run() {
      let arrived = 0
      for await (const update of feed) {
        if (update.kind === 'caught_up') queue(async () => tell(update))
        else if (update.kind !== 'delivery') tell(update)
        else {
          tell({ kind: 'arrived', delivery: update.delivery, at: now(), isForwarded: pass !== undefined })
          queue(() => handle(update.delivery))
          arrived++
          if (arrived >= exitAfter) break
        }
      }
      await work
      return { failed: failed.size, lastSeq }
    },
    async resend(delivery) {
      if (!pass) return
      tell({ kind: 'resent', delivery })
      await queue(() => forward(delivery, pass))
    },
  }
}
