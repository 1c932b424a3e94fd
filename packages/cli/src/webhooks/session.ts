import { type LetsMeet, LetsMeetError } from '@letsmeet/sdk'
import { feed } from './feed.ts'
import type { ListenSettings } from './listener.ts'
import { type Receiver, relay, relayAgain } from './relay.ts'

/** As much of an answer as the server keeps. */
const keptBody = 16_384

/** How a session is listened to: its stream, the program that gets what comes, and the server's log of its answers. */
export function listenerOptions(
  letsmeet: LetsMeet,
  sessionId: string,
  receiver: Receiver | undefined,
  signal: AbortSignal,
): Omit<ListenSettings, 'tell' | 'exitAfter'> {
  const path = `/api/v1/listen-sessions/${encodeURIComponent(sessionId)}/stream`
  return {
    now: () => new Date(),
    feed: feed({
      signal,
      async open(lastEventId) {
        const headers = { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) }
        // The feed waits and tries again itself, and says so.
        const stream = await letsmeet.request({ method: 'GET', path, headers }, { signal, maxRetries: 0 })
        if (stream instanceof ReadableStream) return stream
        throw new LetsMeetError('the server answered with something else than a stream')
      },
    }),
    pass:
      receiver &&
      ((delivery, attempt) => (attempt === 1 ? relay(receiver, delivery) : relayAgain(receiver, delivery, attempt))),
    report: ({ id }, { status, durationMs, body, error }) =>
      letsmeet.listenSessions.results(sessionId, {
        deliveryId: id,
        status,
        durationMs,
        body: body.slice(0, keptBody),
        ...(error !== null && { error: error.slice(0, 1000) }),
      }),
  }
}
