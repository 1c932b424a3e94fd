import { EventsResource } from './generated/resources.ts'
import type { Event } from './generated/types.ts'

/** Where to begin, and what to look for. */
export interface CatchUp {
  /** The id of the last event you have dealt with. */
  after: string
  /** One type, or a family such as `booking.*`. */
  type?: string | undefined
  /** Ends it; it rejects with an `AbortedError`. */
  signal?: AbortSignal | undefined
}

/** The event log. */
export class Events extends EventsResource {
  /**
   * Every event after one that you know, in order, until the end of the log: `for await (const event of
   * letsmeet.events.catchUp({ after }))`. Keep the id of each event that you have dealt with, and go on after it.
   */
  async *catchUp({ after, type, signal }: CatchUp): AsyncGenerator<Event, void, undefined> {
    yield* this.list({ after, ...(type !== undefined && { type }), limit: 100 }, { signal })
  }
}
