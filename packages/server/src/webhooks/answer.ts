import { STATUS_CODES } from 'node:http'
import { Failure } from './failure.ts'

const keptHeaders = 40
const keptHeaderLength = 1024
const longestRetryAfterSeconds = 366 * 86_400

export type AnswerHeaders = Record<string, string | string[] | undefined>

/** What is kept of an answer's headers: some, and of a long value its beginning. */
export function keptOf(headers: AnswerHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .slice(0, keptHeaders)
      .map(([name, value]) => [name.slice(0, keptHeaderLength), textOf(value).slice(0, keptHeaderLength)]),
  )
}

/** Text that any database stores: broken UTF-8 is replaced, NUL is left out, a character cut in half too. */
export function readable(bytes: Uint8Array): string {
  // As a stream it keeps a cut character for a rest that never comes.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true }).replaceAll('\0', '')
}

/** A number of seconds, or a date; null when there is neither, or none that makes sense. */
export function retryAfterOf(headers: AnswerHeaders, now: Date): number | null {
  const text = textOf(headers['retry-after']).trim()
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((httpDate(text) - now.getTime()) / 1000)
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 0), longestRetryAfterSeconds)
}

/** What a status other than 2xx means for a webhook; null when it is a success. */
export function statusFailure(status: number, headers: AnswerHeaders): Failure | null {
  if (status >= 200 && status < 300) return null
  if (status >= 300 && status < 400) {
    const location = textOf(headers.location).slice(0, 500)
    const to = location && ` and points to ${location}`
    return new Failure('redirect', `The receiver answered ${status}${to}; redirects are not followed.`)
  }
  return new Failure(
    'http_error',
    `The receiver answered ${status} ${STATUS_CODES[status] ?? ''}`.trimEnd().concat('.'),
  )
}

/** As RFC 9110 writes it; `Date.parse` would take anything for a date. */
const httpDate = (text: string) => (/^[A-Z][a-z]+, .+ GMT$/.test(text) ? Date.parse(text) : Number.NaN)

const textOf = (value: string | string[] | undefined) => [value ?? []].flat().join(', ').replaceAll('\0', '')
