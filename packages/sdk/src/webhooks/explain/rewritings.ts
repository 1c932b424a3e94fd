import { bytesOfMisread } from './charsets.ts'
import { serializations } from './json.ts'

/** What the body may have been when it was signed, and what happened to it since. */
export interface Rewriting {
  text: string | Uint8Array
  finding?: string
}

const RAW = 'Pass the body as it arrived: `await request.text()`, or the bytes that `express.raw()` gives.'

/** The body as it is, then everything that frameworks, gateways and editors are known to have made it from. */
export function* rewritings(body: unknown): Generator<Rewriting> {
  const bytes = bytesIn(body)
  if (typeof body === 'string') yield { text: body }
  else if (ArrayBuffer.isView(body) && bytes) yield { text: bytes }
  else if (bytes) yield { text: bytes, finding: 'The body is an object that holds bytes: pass them as a `Uint8Array`.' }
  const text = typeof body === 'string' ? body : bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (text === undefined) yield* reserialized(body, 'The body was parsed')
  else {
    yield* respaced(text)
    yield* recoded(text)
    yield* reserialized(parsed(text), 'The body was parsed and written again')
  }
}

/** Bytes in other clothes: an `ArrayBuffer`, or a Node `Buffer` that went through JSON. */
function bytesIn(body: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength)
  if (body instanceof ArrayBuffer) return new Uint8Array(body)
  const isBuffer = typeof body === 'object' && body !== null && 'type' in body && body.type === 'Buffer'
  return isBuffer && 'data' in body && Array.isArray(body.data) ? Uint8Array.from(body.data) : undefined
}

function* respaced(text: string): Generator<Rewriting> {
  const ways = {
    'without the byte order mark at its start': text.replace(/^\uFEFF/, ''),
    'without the white space around it': text.trim(),
    'with a line break at its end': `${text}\n`,
    'with the line breaks of Windows': text.replace(/\r?\n/g, '\r\n'),
    'with the line breaks of Unix': text.replaceAll('\r\n', '\n'),
  }
  for (const [how, changed] of Object.entries(ways)) {
    yield { text: changed, finding: `White space was changed: the signature fits the body ${how}. ${RAW}` }
  }
}

function* recoded(text: string): Generator<Rewriting> {
  const value = parsed(text)
  if (typeof value === 'string') {
    yield { text: value, finding: `The body was made a JSON string: the signature fits what is in its quotes. ${RAW}` }
  }
  if (/^[A-Za-z\d+/\s]+=*\s*$/.test(text)) {
    const binary = attempt(() => atob(text))
    const finding = 'The body is base64: decode it first (AWS Lambda says `isBase64Encoded`). The signature fits then.'
    if (binary) yield { text: Uint8Array.from(binary, (character) => character.charCodeAt(0)), finding }
  }
  for (const [charset, bytes] of bytesOfMisread(text)) {
    yield {
      text: bytes,
      finding: `The body was decoded as ${charset}, but it is UTF-8: the signature fits its bytes. ${RAW}`,
    }
  }
}

function* reserialized(value: unknown, what: string): Generator<Rewriting> {
  if (typeof value !== 'object' || value === null) return
  for (const [how, text] of serializations(value)) {
    yield { text, finding: `${what}: the signature fits it as ${how}, so the secret is right. ${RAW}` }
  }
}

function parsed(text: string): unknown {
  return attempt(() => JSON.parse(text))
}

function attempt<T>(work: () => T) {
  try {
    return work()
  } catch {
    return undefined
  }
}
