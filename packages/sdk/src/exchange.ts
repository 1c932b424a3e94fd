import { ConnectionError, LetsMeetError, TimeoutError } from './errors.ts'
import { redactText } from './log.ts'
import type { Fetch } from './options.ts'
import type { Prepared } from './request.ts'

/** Sends a request and reads the answer within its time, or says why that failed. Throws the signal's reason. */
export async function exchange({ url, init, timeoutMs }: Prepared, fetch: Fetch, signal?: AbortSignal) {
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
    if (late) return new TimeoutError(`${init.method} ${redactText(url)} took longer than ${timeoutMs} ms.`, { cause })
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
  if (!type.includes('json')) return text
  return text === '' ? undefined : parsed(text)
}

/** An error as a value, because a bad status says more than its broken body. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    return new LetsMeetError('The server sent JSON that cannot be parsed.', { cause })
  }
}

/** ` (ECONNREFUSED)`: where Node hides it, inside the cause of "fetch failed". */
function reason(error: unknown) {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined
  if (!(cause instanceof Error)) return ''
  return ` (${'code' in cause ? cause.code : cause.message})`
}
