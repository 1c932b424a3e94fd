import { ConnectionError, type Event, type LetsMeet } from '@letsmeet/sdk'

export interface TailOptions {
  /** Everything after this event; without it, what comes from now on. */
  since: string | undefined
  /** How many of the newest ones to show first. */
  last: number
  type: string | undefined
  follow: boolean
  intervalMs: number
  /** Told when the connection is lost, and when it is back. */
  onConnection: (isBack: boolean) => void
}

/** Events in the order of the log, none twice and none left out, also over a lost connection. */
export async function* tail(letsmeet: LetsMeet, options: TailOptions): AsyncGenerator<Event, void, undefined> {
  let after = options.since
  if (!after) {
    const newest = await letsmeet.events.list({ limit: Math.min(100, Math.max(1, options.last)) })
    after = newest.data[0]?.id
    yield* newest.data.slice(0, options.last).reverse().filter(wanted(options.type))
  }
  for (;;) {
    // The position moves over events of other types too, so the filter is ours.
    for await (const event of patient(letsmeet, after, options)) {
      after = event.id
      if (wanted(options.type)(event)) yield event
    }
    if (!options.follow) return
    await new Promise((resolve) => setTimeout(resolve, options.intervalMs))
  }
}

/** What followed an event; while the server cannot be reached, nothing. */
async function* patient(letsmeet: LetsMeet, after: string | undefined, { onConnection, follow }: TailOptions) {
  try {
    if (after) yield* letsmeet.events.list({ after, limit: 100 })
    else yield* (await letsmeet.events.list({ limit: 100 }).toArray()).reverse()
    onConnection(true)
  } catch (error) {
    if (!follow || !isConnection(error)) throw error
    onConnection(false)
  }
}

const isConnection = (error: unknown) => error instanceof ConnectionError || error instanceof TypeError

const wanted = (type: string | undefined) => (event: Event) =>
  type === undefined || event.type === type || (type.endsWith('.*') && event.type.startsWith(type.slice(0, -1)))
