import { ApiError, LetsMeetError } from '@letsmeet/sdk'
import { SilenceError, sentEvents } from './sse.ts'

/** A webhook as it reached this terminal. */
export interface Delivery {
  /** Its place in the stream, to go on from. */
  seq: string
  id: string
  type: string
  headers: Record<string, string>
  /** Exactly what is signed. */
  body: string
}

export type FeedUpdate =
  | { kind: 'connected'; missed: number }
  | { kind: 'caught_up'; missed: number }
  | { kind: 'lost'; attempt: number; waitMs: number; why: string }
  | { kind: 'delivery'; delivery: Delivery }

export interface FeedSettings {
  /** Opens the stream after what was seen last. */
  open: (lastEventId: string | undefined, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>
  signal: AbortSignal
  /** What was seen last, before this; without it the server goes on after what it sent. */
  after?: string | undefined
  /** The server sends a comment every 15 s: without any for so long, nobody is there. */
  silenceMs?: number
  /** How long to wait before another attempt. */
  backoffMs?: (attempt: number) => number
}

/** Deliveries as they come, for ever: a lost connection is taken up again after the last one that was seen. */
export async function* feed(settings: FeedSettings): AsyncGenerator<FeedUpdate, void, undefined> {
  const { signal, backoffMs = usualBackoffMs } = settings
  let attempt = 0
  let seen = settings.after
  while (!signal.aborted) {
    try {
      for await (const update of connection(settings, seen)) {
        attempt = 0
        if (update.kind === 'delivery') seen = update.delivery.seq
        yield update
      }
      throw new LetsMeetError('the server ended the connection')
    } catch (error) {
      if (signal.aborted) return
      if (!isPassing(error)) throw error
      attempt++
      const waitMs = waitOf(error, backoffMs(attempt))
      yield { kind: 'lost', attempt, waitMs, why: error instanceof Error ? error.message : String(error) }
      await pause(waitMs, signal)
    }
  }
}

/** One connection, and when what was missed before it has arrived. */
async function* connection({ open, signal, silenceMs = 45_000 }: FeedSettings, seen: string | undefined) {
  let missed = 0
  let received = 0
  for await (const event of sentEvents(await open(seen, signal), { silenceMs })) {
    const data = objectIn(event.data)
    if (event.type === 'ready') {
      missed = Number(data.missed) || 0
      yield { kind: 'connected', missed } satisfies FeedUpdate
    } else if (event.id !== undefined) {
      yield { kind: 'delivery', delivery: deliveryOf(event.id, event.type, data) } satisfies FeedUpdate
      received++
      if (received === missed) yield { kind: 'caught_up', missed } satisfies FeedUpdate
    }
  }
}

function deliveryOf(seq: string, type: string, { deliveryId, headers, body }: Record<string, unknown>): Delivery {
  const texts = Object.entries(Object(headers)).map(([name, value]) => [name, String(value)])
  return { seq, type, id: String(deliveryId), headers: Object.fromEntries(texts), body: String(body) }
}

function objectIn(json: string): Record<string, unknown> {
  const value: unknown = JSON.parse(json)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** 1 s, 2 s, 4 s, 8 s, and then 10 s for ever. */
const usualBackoffMs = (attempt: number) => Math.min(10_000, 1000 * 2 ** (attempt - 1))

const waitOf = (error: unknown, usualMs: number) =>
  error instanceof ApiError ? Math.max(error.retryAfterMs ?? 0, usualMs) : usualMs

/** What may be otherwise the next time: whatever is no answer of the server, or one that says to come again. */
function isPassing(error: unknown): boolean {
  if (error instanceof ApiError) return error.retryable
  return error instanceof LetsMeetError || error instanceof SilenceError || isBroken(error)
}

/** A stream that breaks does so with the error of fetch. */
const isBroken = (error: unknown) => error instanceof TypeError || error instanceof SyntaxError

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
  })
