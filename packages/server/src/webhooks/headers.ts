const token = /^[!#$%&'*+.^_`|~\dA-Za-z-]{1,100}$/
const printable = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/
const longestValue = 1024

/** Ours to set, the connection's, or a claim about who sends. */
const refused = new Set(
  [
    ['host', 'content-length', 'content-type', 'content-encoding', 'user-agent', 'transfer-encoding', 'te', 'trailer'],
    ['connection', 'keep-alive', 'upgrade', 'http2-settings', 'expect', 'cookie', 'cookie2', 'set-cookie'],
    ['forwarded', 'via', 'x-real-ip'],
  ].flat(),
)
const refusedFamilies = ['webhook-', 'proxy-', 'x-forwarded-']
const confidential = /authorization|key|token|secret|passw|cookie|credential|session/i

/** What is wrong with a header that a customer wants to be sent along, and what to do; null when nothing is. */
export function headerFault(name: string, value: string): string | null {
  const lower = name.toLowerCase()
  if (!token.test(name)) return 'A header name is up to 100 letters, digits and hyphens, without spaces.'
  if (refused.has(lower)) return `${name} is set by LetsMeet or by the connection; leave it out.`
  const family = refusedFamilies.find((prefix) => lower.startsWith(prefix))
  if (family) return `Names that start with ${family} are reserved; choose another.`
  if (value.length > longestValue) return 'A header value is at most 1,024 characters.'
  if (!printable.test(value)) return 'A header value is printable ASCII on one line, without spaces around it.'
  return null
}

/** As the log may show them: of what looks like a credential, its end alone, to tell two of them apart. */
export function redacted(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, confidential.test(name) ? `…${endOf(value)}` : value]),
  )
}

/** Of a short value even two characters would be a good part. */
function endOf(value: string): string {
  if (value.length < 12) return ''
  return value.slice(value.length < 24 ? -2 : -4)
}
