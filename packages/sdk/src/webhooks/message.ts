import { WebhookError } from './error.ts'

export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>

/** What the headers say of the body. */
export interface Message {
  id: string
  /** Unix seconds, as they were sent: they are signed as text. */
  timestamp: string
  /** `v1,…` and `v1a,…`, with spaces between. */
  signatures: string
}

export function readMessage(headers: WebhookHeaders): Message {
  return {
    id: required(headers, 'webhook-id'),
    timestamp: required(headers, 'webhook-timestamp'),
    signatures: required(headers, 'webhook-signature'),
  }
}

function required(headers: WebhookHeaders, name: string) {
  const value = header(headers, name)
  if (!value) throw new WebhookError('missing_header', `There is no ${name} header.`)
  return value
}

/** Servers spell names in lower case, some gateways as they were sent. Empty when it is missing. */
export function header(headers: WebhookHeaders, name: string): string {
  const get = headers.get
  if (typeof get === 'function') return get.call(headers, name) ?? ''
  const found = Object.entries(headers).filter(([key]) => key.toLowerCase() === name)
  return found.flatMap(([, value]) => value ?? []).join(' ')
}

/** The bytes that are signed. The body's own, because text that was decoded and encoded again may differ. */
export function signedContent({ id, timestamp }: Omit<Message, 'signatures'>, body: string | Uint8Array) {
  const encoder = new TextEncoder()
  const start = encoder.encode(`${id}.${timestamp}.`)
  const end = typeof body === 'string' ? encoder.encode(body) : bytesOf(body)
  const content = new Uint8Array(start.length + end.length)
  content.set(start)
  content.set(end, start.length)
  return content
}

/** Whatever view of a buffer it is. */
function bytesOf({ buffer, byteOffset, byteLength }: Uint8Array) {
  return new Uint8Array(buffer, byteOffset, byteLength)
}
