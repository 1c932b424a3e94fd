import type { Event, LetsMeet } from '@letsmeet/sdk'
import { type FollowOptions, follow } from './follow.ts'

export interface TailOptions extends FollowOptions {
  /** Everything after this event; without it, what comes from now on. */
  since: string | undefined
  /** How many of the newest ones to show first. */
  last: number
  type: string | undefined
}

/** Events in the order of the log, none twice and none left out, also over a lost connection. */
export async function* tail(letsmeet: LetsMeet, options: TailOptions): AsyncGenerator<Event, void, undefined> {
  let after = options.since
  if (!after) {
    const newest = await letsmeet.events.list({ limit: Math.min(100, Math.max(1, options.last)) })
    after = newest.data[0]?.id
    yield* newest.data.slice(0, options.last).reverse().filter(wanted(options.type))
  }
  async function* readNew() {
    // The position moves over events of other types too, so the filter is ours.
    for await (const event of following(letsmeet, after)) {
      after = event.id
      if (wanted(options.type)(event)) yield event
    }
  }
  yield* follow(readNew, options)
}

async function* following(letsmeet: LetsMeet, after: string | undefined) {
  if (after) yield* letsmeet.events.list({ after, limit: 100 })
  else yield* (await letsmeet.events.list({ limit: 100 }).toArray()).reverse()
}

const wanted = (type: string | undefined) => (event: Event) =>
  type === undefined || event.type === type || (type.endsWith('.*') && event.type.startsWith(type.slice(0, -1)))
