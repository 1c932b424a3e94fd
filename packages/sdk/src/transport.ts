import { ApiPromise, type WithResponse } from './answer.ts'
import { type Outcome, perform } from './attempt.ts'
import { AbortedError, ApiError } from './errors.ts'
import { redact, redactText } from './log.ts'
import type { CallOptions, Settings } from './options.ts'
import { type PageBody, PagePromise, type ReadPage } from './pages.ts'
import { type Call, type Prepared, prepare } from './request.ts'
import { backoffMs, exhaustedForMs, LONGEST_WAIT_MS } from './retry.ts'
import type { Query } from './url.ts'

/** Sends calls, with retries, pacing and a log. One per client. */
export class Transport {
  readonly #settings: Settings
  #quotaReturnsAt = 0

  constructor(settings: Settings) {
    this.#settings = settings
  }

  call<T>(call: Call, options?: CallOptions): ApiPromise<T> {
    return new ApiPromise<T>(this.#send(call, options))
  }

  list<T>(path: string, query?: Query, options?: CallOptions): PagePromise<T> {
    const read: ReadPage<T> = (cursor) => this.#send({ method: 'GET', path, query: { ...query, cursor } }, options)
    return new PagePromise<T>(this.#send<PageBody<T>>({ method: 'GET', path, query }, options), read)
  }

  async #send<T>(call: Call, options: CallOptions = {}): Promise<WithResponse<T>> {
    const request = prepare(call, options, this.#settings)
    const name = redactText(`${request.init.method} ${request.url}`)
    try {
      return await this.#attempts<T>(name, request, call, options)
    } catch (cause) {
      const { signal } = options
      if (signal?.aborted && cause === signal.reason) throw new AbortedError(`${name} was aborted.`, { cause })
      throw cause
    }
  }

  /** Tries until it succeeds or there is no point in trying. Throws the signal's reason when that was aborted. */
  async #attempts<T>(name: string, request: Prepared, call: Call, options: CallOptions): Promise<WithResponse<T>> {
    const { sleep, logger } = this.#settings
    const { maxRetries = this.#settings.maxRetries, signal } = options
    for (let attempt = 0; ; attempt++) {
      if (maxRetries > 0) await this.#waitForQuota(name, signal)
      signal?.throwIfAborted()
      const startedAt = Date.now()
      logger?.debug(name, {
        attempt,
        headers: redact(Object.fromEntries(request.init.headers)),
        body: redact(call.body),
      })
      const outcome = await perform(request, this.#settings.fetch, signal)
      logger?.debug(`${name} -> ${outcome.error?.message ?? outcome.response?.status}`, {
        durationMs: Date.now() - startedAt,
        requestId: outcome.response?.headers.get('request-id') ?? undefined,
      })
      this.#noteQuota(outcome)
      if (!outcome.error) return trusted<T>(outcome)
      const { error } = outcome
      const waitMs = (error instanceof ApiError ? error.retryAfterMs : undefined) ?? backoffMs(attempt)
      if (attempt >= maxRetries || !error.retryable || waitMs > LONGEST_WAIT_MS) throw error
      logger?.debug(`${name} is tried again`, { waitMs })
      await sleep(waitMs, signal)
    }
  }

  /** After the last request of a quota, waits for the next window instead of collecting a 429. */
  async #waitForQuota(name: string, signal: AbortSignal | undefined) {
    const waitMs = this.#quotaReturnsAt - Date.now()
    if (waitMs <= 0 || waitMs > LONGEST_WAIT_MS) return
    this.#settings.logger?.debug(`${name} waits for its rate limit`, { waitMs })
    await this.#settings.sleep(waitMs, signal)
  }

  #noteQuota({ response }: Outcome) {
    const waitMs = response && exhaustedForMs(response.headers)
    this.#quotaReturnsAt = waitMs === undefined ? 0 : Date.now() + waitMs
  }
}

/** The one cast of the client: answers are what the OpenAPI document promises, and the server's tests check that. */
function trusted<T>({ data, response }: { data: unknown; response: Response }): WithResponse<T> {
  return { data: data as T, response, requestId: response.headers.get('request-id') ?? undefined }
}
