import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { usageError } from '../lib/failure.ts'

/** How somebody answered a webhook; without a status nobody did, and `error` says why. */
export interface Answer {
  url: string
  status: number | null
  durationMs: number
  headers: Record<string, string>
  body: string
  error: string | null
}

export interface Forwarding {
  url: string
  headers: Record<string, string>
  body: string | Uint8Array
  /** For everything: the connection, the headers, the body. */
  timeoutMs: number
  /** Whether the certificate of an https address must be a good one. */
  certificate: 'checked' | 'any'
  signal?: AbortSignal
}

const longestBody = 64 * 1024

/** Posts these very bytes and headers. Redirects are not followed; never rejects. */
export async function forward(sent: Forwarding): Promise<Answer> {
  const startedAt = performance.now()
  const late = AbortSignal.timeout(sent.timeoutMs)
  const signal = sent.signal ? AbortSignal.any([late, sent.signal]) : late
  const durationMs = () => Math.round(performance.now() - startedAt)
  try {
    const answer = await post(sent, signal)
    return { ...answer, url: sent.url, durationMs: durationMs(), error: null }
  } catch (error) {
    const why = late.aborted ? `no answer within ${Math.round(sent.timeoutMs / 1000)} s` : reasonOf(error)
    return { url: sent.url, status: null, durationMs: durationMs(), headers: {}, body: '', error: why }
  }
}

export const isSuccess = ({ status }: Answer) => status !== null && status >= 200 && status < 300

/** Where to forward to as people type it: `3000`, `:3000/hooks`, `localhost:3000/hooks` or a whole URL. */
export function receiverUrl(flag: string, text: string): string {
  const isPort = /^:?\d+(\/|$)/.test(text)
  const named = isPort ? `localhost:${text.replace(/^:/, '')}` : text
  const isLocal = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(named)
  const withScheme = /^[a-z]+:\/\//i.test(named) ? named : `${isLocal ? 'http' : 'https'}://${named}`
  const url = URL.parse(withScheme)
  if (url && /^https?:$/.test(url.protocol)) return url.href
  throw usageError(`--${flag} needs an address, not “${text}”.`, 'Write 3000, localhost:3000/webhooks or a whole URL.')
}

type Received = Pick<Answer, 'status' | 'headers' | 'body'>

/** By Node's own client: fetch would add headers, and refuses ports that people use at home. */
function post({ url, headers, body, certificate }: Forwarding, signal: AbortSignal): Promise<Received> {
  const bytes = Buffer.from(body)
  return new Promise((resolve, reject) => {
    const request = url.startsWith('https:') ? requestHttps : requestHttp
    const sending = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': bytes.length },
      rejectUnauthorized: certificate === 'checked',
      agent: false,
      signal,
    })
    sending.once('error', reject)
    sending.once('response', (response) => {
      const chunks: Buffer[] = []
      let length = 0
      const end = () => {
        const received = Buffer.concat(chunks).subarray(0, longestBody)
        resolve({ status: response.statusCode ?? null, headers: flat(response.headers), body: received.toString() })
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length < longestBody) return
        end()
        sending.destroy()
      })
      response.once('end', end)
      response.once('error', reject)
    })
    sending.end(bytes)
  })
}

const flat = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]))

/** What is known, in the words of developers; several addresses of one name fail together, without words. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  return 'code' in error && error.code === 'ECONNREFUSED' ? 'nobody listens there (ECONNREFUSED)' : error.message
}
