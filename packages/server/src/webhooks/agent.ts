import { Agent, Client, type Dispatcher, Pool } from 'undici'
import { Attempt } from './attempt.ts'
import { type DialSettings, dial, type Line, newLine } from './dial.ts'
import { targetOf } from './guard.ts'

/** Long enough for a burst, short enough that a vetted address does not stay in use for long. */
const keepAliveMs = 2000

/** Sends requests over HTTP/1.1, over connections that were dialed under guard; it keeps some for each origin. */
export function createAgent(settings: DialSettings): Agent {
  function createClient(origin: URL): Client {
    const line = newLine()
    return new TracedClient(origin, line, (target, callback) => {
      dial(targetOf(target), line, settings).then(
        (socket) => callback(null, socket),
        (error) => callback(error, null),
      )
    })
  }

  return new Agent({
    allowH2: false,
    factory: (origin, options) => new Pool(origin, { ...options, factory: createClient }),
  })
}

/** Tells an attempt which connection carries it; there is one to a client, and one request at a time on it. */
class TracedClient extends Client {
  readonly #line: Line

  constructor(origin: URL, line: Line, connect: Client.Options['connect']) {
    super(origin, {
      connect,
      // The one deadline replaces the idle timers, which a slow drip would never trip.
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
