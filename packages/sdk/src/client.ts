import type { ApiPromise } from './answer.ts'
import { Events } from './events.ts'
import { Resources } from './generated/resources.ts'
import { type CallOptions, type ClientOptions, settle } from './options.ts'
import type { Call } from './request.ts'
import { Transport } from './transport.ts'

/**
 * The LetsMeet API: `const letsmeet = new LetsMeet({ apiKey })`, then `await letsmeet.bookings.create({ … })`.
 *
 * Connection errors, 408, 409 in flight, 429 and 5xx are retried; writes carry an `Idempotency-Key`, so a retry has
 * no second effect. Throws `ApiError`, `ConnectionError`, `TimeoutError` or `AbortedError`, all of them `LetsMeetError`.
 */
export class LetsMeet extends Resources {
  override readonly events = new Events(this.transport)

  constructor(options: ClientOptions = {}) {
    super(new Transport(settle(options)))
  }

  /**
   * Any request, for what has no method: `letsmeet.request({ method: 'GET', path: '/api/v1/me' })`. The path starts
   * at the server's root. JSON answers are parsed, text is a string, an event stream is a `ReadableStream`, anything
   * else a `Blob`.
   */
  request<T = unknown>(call: Call, options?: CallOptions): ApiPromise<T> {
    const headers = { accept: '*/*', ...call.headers }
    return this.transport.call<T>({ ...call, headers }, options)
  }
}
