import { apiError, ConnectionError, LetsMeetError, type Problem, TimeoutError } from './errors.ts'
import type { Fetch } from './options.ts'
import type { Prepared } from './request.ts'
import { retryAfterMs } from './retry.ts'

export type Outcome =
  | { response: Response; data: unknown; error?: undefined }
  | { response?: Response; error: LetsMeetError }

/** Sends a request once. Failures are returned for the caller to judge; only the caller's own abort is thrown. */
export async function perform(request: Prepared, fetch: Fetch, signal?: AbortSignal): Promise<Outcome> {
  const answer = await exchange(request, fetch, signal)
  if (answer instanceof LetsMeetError) return { error: answer }
  const { response, content } = answer
  if (!response.ok) {
    const error = apiError(problemOf(response, content), response.headers, retryAfterMs(response.headers, Date.now()))
    return { response, error }
  }
  const error = misunderstanding(request, response, content)
  return error ? { response, error } : { response, data: content }
}

async function exchange({ url, init, timeoutMs }: Prepared, fetch: Fetch, signal?: AbortSignal) {
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  let late = false
  // Timers hold 31 bits; what does not fit means no limit, like 0.
  const timer = timeoutMs > 0 && timeoutMs < 2 ** 31 ? setTimeout(expire, timeoutMs) : undefined
  function expire() {
    late = true
    controller.abort()
  }
  signal?.addEventListener('abort', abort, { once: true })
  let streaming = false
  try {
    const response = await fetch(url, { ...init, signal: controller.signal })
    const content = await read(response)
    // A stream goes on after this call; the caller's signal still ends it.
    streaming = content instanceof ReadableStream
    return { response, content }
  } catch (cause) {
    if (signal?.aborted) throw signal.reason
    if (late) return new TimeoutError(`${init.method} ${url} took longer than ${timeoutMs} ms.`, { cause })
    return new ConnectionError(`Could not reach ${new URL(url).origin}${reason(cause)}. Is LetsMeet there?`, { cause })
  } finally {
    clearTimeout(timer)
    if (!streaming) signal?.removeEventListener('abort', abort)
  }
}

/** The content of an answer by its type: JSON parsed, text as a string, an event stream unread, the rest as a Blob. */
async function read(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? ''
  if (response.ok && type.startsWith('text/event-stream')) return response.body
  if (!/^text\/|json|yaml|xml/.test(type)) {
    const blob = await response.blob()
    return blob.size > 0 ? blob : undefined
  }
  const text = await response.text()
  if (!/json/.test(type)) return text
  return text === '' ? undefined : parsed(text)
}

/** Undefined instead of an error: half an answer is judged by its status first. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A success that cannot be the API's: mostly a wrong `baseUrl`, where a proxy or another site answered. */
function misunderstanding({ url, init }: Prepared, response: Response, content: unknown) {
  if (response.redirected && init.method !== 'GET') {
    return new LetsMeetError(`${url} redirects to ${response.url}, which loses writes. Use that server as baseUrl.`)
  }
  const type = response.headers.get('content-type')
  const wantsJson = init.headers.get('accept') === 'application/json'
  if (!wantsJson || content === undefined || /json/.test(type ?? '')) return undefined
  return new LetsMeetError(`${url} answered with ${type}, not JSON. Is baseUrl the LetsMeet server?`)
}

function problemOf(response: Response, content: unknown): Problem {
  const { status } = response
  const fallback = {
    type: 'about:blank',
    title: response.statusText || `HTTP ${status}`,
    status,
    code: `http_${status}`,
  }
  // Proxies answer for a server that is down, and they do not speak problem+json.
  return typeof content === 'object' && content !== null && !(content instanceof Blob)
    ? { ...fallback, ...content }
    : fallback
}

/** ` (ECONNREFUSED)`: where Node hides it, inside the cause of "fetch failed". */
function reason(error: unknown) {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined
  if (!(cause instanceof Error)) return ''
  return ` (${'code' in cause ? cause.code : cause.message})`
}
