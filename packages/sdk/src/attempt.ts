import { apiError, LetsMeetError, type Problem } from './errors.ts'
import { exchange } from './exchange.ts'
import { redactText } from './log.ts'
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

function problemOf(response: Response, content: unknown): Problem {
  const { status, statusText } = response
  const fallback = { type: 'about:blank', title: statusText || `HTTP ${status}`, status, code: `http_${status}` }
  return isProblem(content) ? { ...fallback, ...content, status } : fallback
}

/** Proxies answer for a server that is down, and they speak HTML or a JSON of their own. */
function isProblem(content: unknown): content is Partial<Problem> {
  if (typeof content !== 'object' || content === null || !('code' in content)) return false
  return typeof content.code === 'string' && (!('errors' in content) || Array.isArray(content.errors))
}

/** A success that cannot be the API's: mostly a wrong `baseUrl`, where a proxy or another site answered. */
function misunderstanding({ url, init }: Prepared, response: Response, content: unknown) {
  if (content instanceof LetsMeetError) return content
  if (response.redirected && init.method !== 'GET') {
    const { origin } = new URL(response.url)
    return new LetsMeetError(`${new URL(url).origin} redirects to ${origin}, which loses writes: use that as baseUrl.`)
  }
  const type = response.headers.get('content-type') ?? 'no content type'
  const wantsJson = init.headers.get('accept') === 'application/json'
  if (!wantsJson || content === undefined || type.includes('json')) return undefined
  return new LetsMeetError(`${redactText(url)} answered with ${type}, not JSON. Is baseUrl the LetsMeet server?`)
}
