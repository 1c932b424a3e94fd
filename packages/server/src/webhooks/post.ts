import type { Socket } from 'node:net'
import { Agent, Client, type Dispatcher, Pool } from 'undici'
import { Attempt, type Outcome } from './attempt.ts'
import { dial, type Line, newLine } from './dial.ts'
import { Failure } from './failure.ts'
import { type Guard, targetOf } from './guard.ts'

export type { Outcome }

export interface Post {
  url: string
  /** All of them, except what the connection needs; a user name in the URL becomes one more. */
  headers: Record<string, string>
  body: string | Uint8Array
  /** For everything: name, connection, handshake, headers, body. */
  deadlineMs?: number
}

export interface Poster {
  /** Sends one webhook; never rejects. */
  post(input: Post): Promise<Outcome>
  /** Ends what is under way as `shutting_down`. */
  close(): Promise<void>
}

interface Settings {
  guard: Guard
  now: () => Date
  connectMs?: number
  ca?: string
}

/** Long enough for a burst, short enough that a vetted address does not stay in use for long. */
const keepAliveMs = 2000

export function createPoster({ guard, now, connectMs = 5000, ca }: Settings): Poster {
  const dialing = new Set<Socket>()
  const settings = { guard, connectMs, ca, dialing }
  const agent = new Agent({
    allowH2: false,
    factory: (origin, options) => new Pool(origin, { ...options, factory: createClient }),
  })

  function createClient(origin: URL): Client {
    const line = newLine()
    const connect: Client.Options['connect'] = (target, callback) => {
      dial(targetOf(target), line, settings).then(
        (socket) => callback(null, socket),
        (error) => callback(error, null),
      )
    }
    return new TracedClient(origin, line, connect)
  }

  return {
    post({ url, headers, body, deadlineMs = 15_000 }) {
      const parsed = URL.parse(url)
      if (!parsed) return Attempt.refused(now, new Failure('invalid_url', 'That is not a URL.'))
      const failure = guard.refusal(parsed)
      if (failure) return Attempt.refused(now, failure)
      const request = { ...requestOf(parsed, headers), body }
      const attempt = new Attempt(now, () => agent.dispatch(request, attempt))
      const timer = setTimeout(() => attempt.expire(deadlineMs), deadlineMs)
      agent.dispatch(request, attempt)
      return attempt.outcome.finally(() => clearTimeout(timer))
    },
    async close() {
      const closed = agent.destroy()
      for (const socket of dialing) socket.destroy()
      await closed
    },
  }
}

/** Tells an attempt which connection carries it; there is one to a client, and one request at a time on it. */
class TracedClient extends Client {
  readonly #line: Line

  constructor(origin: URL, line: Line, connect: Client.Options['connect']) {
    // The one deadline replaces the idle timers, which a slow drip would never trip.
    super(origin, {
      connect,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: keepAliveMs,
      keepAliveMaxTimeout: keepAliveMs,
    })
    this.#line = line
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    if (handler instanceof Attempt) handler.line = this.#line
    return super.dispatch(options, handler)
  }
}

function requestOf(url: URL, headers: Record<string, string>) {
  const { origin, pathname, search, username, password } = url
  const request = { origin, path: pathname + search, method: 'POST' }
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  if ((!username && !password) || names.includes('authorization')) return { ...request, headers }
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')
  return { ...request, headers: { ...headers, authorization: `Basic ${credentials}` } }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
