import { LetsMeetError } from './errors.ts'
import type { CallOptions, Settings } from './options.ts'
import { type Query, queryString } from './url.ts'

/** One call before its options: `path` counts from the server's root. */
export interface Call {
  method: string
  path: string
  query?: Query
  /** Sent as JSON; strings, bytes, blobs and forms are sent as they are, with the `content-type` of `headers`. */
  body?: unknown
  headers?: Record<string, string>
}

/** What every attempt of a call shares: the same bytes and the same idempotency key. */
export interface Prepared {
  url: string
  timeoutMs: number
  init: { method: string; headers: Headers; body: RawBody | undefined }
}

type RawBody = string | Blob | FormData | URLSearchParams | ArrayBuffer | Uint8Array<ArrayBuffer>

export function prepare(call: Call, options: CallOptions, settings: Settings): Prepared {
  if (!call.path.startsWith('/')) throw new LetsMeetError(`A path starts with "/", at the server's root: ${call.path}`)
  if (call.body instanceof ReadableStream) throw new LetsMeetError('A stream cannot be sent again: send a Blob.')
  return {
    url: settings.baseUrl + call.path + queryString(call.query),
    timeoutMs: options.timeoutMs ?? settings.timeoutMs,
    init: {
      method: call.method.toUpperCase(),
      headers: headersFor(call, options, settings),
      body: isRaw(call.body) ? call.body : JSON.stringify(call.body),
    },
  }
}

function headersFor({ method, body, headers }: Call, options: CallOptions, { apiKey, userAgent }: Settings) {
  const isWrite = !/^(GET|HEAD|OPTIONS)$/i.test(method)
  const all: Record<string, string | undefined> = {
    accept: 'application/json',
    'content-type': body === undefined || isRaw(body) ? undefined : 'application/json',
    'user-agent': userAgent,
    authorization: apiKey && `Bearer ${apiKey}`,
    'idempotency-key': isWrite ? (options.idempotencyKey ?? newKey()) : undefined,
    'if-match': options.ifMatch && quoted(options.ifMatch),
  }
  const result = new Headers()
  for (const [name, value] of [all, headers ?? {}, options.headers ?? {}].flatMap(Object.entries)) {
    if (value) result.set(name, value)
    else if (value === '') result.delete(name)
  }
  return result
}

function isRaw(body: unknown): body is RawBody {
  return (
    [Blob, FormData, URLSearchParams, ArrayBuffer, Uint8Array].some((Kind) => body instanceof Kind) ||
    typeof body === 'string'
  )
}

/** Random bytes, not `crypto.randomUUID`: browsers have that one only on https and localhost. */
function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `sdk-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

function quoted(etag: string) {
  return etag === '*' || etag.endsWith('"') ? etag : `"${etag}"`
}
