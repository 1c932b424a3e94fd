/** What the client tells: `console` fits. */
export interface Logger {
  debug(message: string, details?: Record<string, unknown>): void
}

/** A copy for logs: keys, tokens, passwords and links that act for somebody are replaced by `[redacted]`. */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return redactText(value)
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return `[${value.constructor?.name ?? 'object'}]`
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, SECRET_NAME.test(name) ? REDACTED : redact(field)]),
  )
}

/** The same for text such as a URL: keys and secrets anywhere, the tokens of public paths, `…token=` in a query. */
export function redactText(text: string): string {
  return text
    .replace(/\b(lm_(?:live|test|browser)_|whsec_)[\w+/=]+/g, `$1${REDACTED}`)
    .replace(/(\/public\/(?:bookings|links|invitations)\/)[^/?#]+/g, `$1${REDACTED}`)
    .replace(/((?:token|secret|password|api-?key)=)[^&#]+/gi, `$1${REDACTED}`)
}

const REDACTED = '[redacted]'
const SECRET_NAME = /secret|token|password|authorization|cookie|api-?key|manageurl/i
