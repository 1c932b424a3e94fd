import { LetsMeetError } from './errors.ts'
import type { Logger } from './log.ts'

/** Any function that answers like the platform's `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

// `| undefined` is for callers that pass what may not be there, such as an environment variable.
export interface ClientOptions {
  /**
   * `lm_live_…` or `lm_test_…`, in a browser the `lm_browser_…` token of a session. Falls back to the environment's
   * `LETSMEET_API_KEY`; public routes need none.
   */
  apiKey?: string | undefined
  /** Where LetsMeet runs. Falls back to `LETSMEET_URL`, then to `http://localhost:3000`. */
  baseUrl?: string | undefined
  /** Milliseconds one attempt may take until its body is read, 30,000 by default; 0 means no limit. */
  timeoutMs?: number | undefined
  /** Attempts after the first one, 2 by default. With 0 the client does not wait for rate limits either. */
  maxRetries?: number | undefined
  /** Replaces the platform's `fetch`: a proxy, a tracer, a test. */
  fetch?: Fetch | undefined
  /** Hears of every attempt, with secrets redacted. `console` will do. */
  logger?: Logger | undefined
  /** Allows an `lm_live_` key in a browser, where every visitor can read it. */
  dangerouslyAllowBrowser?: boolean | undefined
  /** @internal Replaces waiting in tests. */
  sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined
}

/** The last argument of every method. */
export interface CallOptions {
  /** Replaces the automatic key of a write: the same key and request make one effect, for 24 hours. */
  idempotencyKey?: string | undefined
  /** Ends the call, retries included; it rejects with an `AbortedError` whose `cause` is the signal's reason. */
  signal?: AbortSignal | undefined
  /** Milliseconds for each attempt, in place of the client's. */
  timeoutMs?: number | undefined
  maxRetries?: number | undefined
  /** Added to the request, and stronger than what the client would send; an empty string removes a header. */
  headers?: Record<string, string> | undefined
  /** The `ETag` you read: a write fails with `PreconditionFailedError` when somebody was faster. */
  ifMatch?: string | undefined
}

export type Settings = ReturnType<typeof settle>

/** Fills the options from the environment and the defaults, once. Throws `LetsMeetError` for what cannot work. */
export function settle(options: ClientOptions) {
  // A key read from a file ends with a newline, which no header may hold.
  const apiKey = (options.apiKey ?? environment('LETSMEET_API_KEY'))?.trim()
  if (apiKey?.startsWith('lm_live_') && isBrowser() && !options.dangerouslyAllowBrowser) throw new LetsMeetError(SECRET)
  return {
    apiKey,
    baseUrl: base(options.baseUrl ?? environment('LETSMEET_URL') ?? 'http://localhost:3000'),
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 2,
    // Looked up at each call, so that tools which patch the global `fetch` later still see our requests.
    fetch: options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
    logger: options.logger,
    sleep: options.sleep ?? sleep,
    userAgent: isBrowser() ? undefined : 'letsmeet-sdk/0.1.0',
  }
}

const SECRET =
  'An lm_live_ key in a browser can be read by every visitor. Give the page a browser session from your server, ' +
  'use the public routes, or pass dangerouslyAllowBrowser: true if only you can open this page.'

function environment(name: string): string | undefined {
  try {
    return globalThis.process?.env?.[name] || undefined
  } catch {
    // Deno refuses to read the environment unless it is allowed to.
    return undefined
  }
}

function isBrowser() {
  return typeof window !== 'undefined' && typeof window.document !== 'undefined' && typeof navigator !== 'undefined'
}

function base(url: string) {
  if (!/^https?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new LetsMeetError(`baseUrl must be like https://meet.example.com, not "${url}".`)
  }
  // People copy the API's own URL; what they mean is the server.
  return url.replace(/\/+$/, '').replace(/\/api\/v1$/, '')
}

function sleep(ms: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(done, ms)
    function done() {
      signal?.removeEventListener('abort', stop)
      resolve()
    }
    function stop() {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
