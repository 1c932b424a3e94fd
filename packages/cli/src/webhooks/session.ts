import type { LetsMeet } from '@letsmeet/sdk'
import { feed } from './feed.ts'
import type { ListenSettings } from './listener.ts'
import { type Receiver, relay, relayAgain } from './relay.ts'

/** As much of an answer as the server keeps. */
const keptBody = 16_384

interface Heard {
  receiver: Receiver | undefined
  after: string | undefined
  signal: AbortSignal
}

/** How a session is listened to: its stream, the program that gets what comes, and the server's log of its answers. */
export function listenerOptions(
  letsmeet: LetsMeet,
  sessionId: string,
  { receiver, after, signal }: Heard,
): Omit<ListenSettings, 'tell' | 'exitAfter'> {
  return {
    now: () => new Date(),
    feed: feed({
      signal,
      after,
      open: (lastEventId) => {
        const headers: Record<string, string> = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
        // The feed waits and tries again itself, and says so.
        return letsmeet.listenSessions.stream(sessionId, {}, { headers, signal, maxRetries: 0 })
      },
    }),
    pass:
      receiver &&
      ((delivery, attempt) => (attempt === 1 ? relay(receiver, delivery) : relayAgain(receiver, delivery, attempt))),
    report: ({ id }, { status, durationMs, body, error }) =>
      letsmeet.listenSessions.report(sessionId, {
        deliveryId: id,
        status,
        durationMs,
        body: body.slice(0, keptBody),
        ...(error !== null && { error: error.slice(0, 1000) }),
      }),
  }
}
