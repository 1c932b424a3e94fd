import type { IncomingMessage } from 'node:http'
import { AppError } from '../errors.ts'

/** What a route that takes a file accepts. */
export interface Accepts {
  type: string
  maxBytes: number
}

/** A body as it arrives, refused once it is larger than allowed: nothing of it is kept. */
export function uploadOf(request: IncomingMessage, { type, maxBytes }: Accepts): AsyncIterable<Buffer> {
  const sent = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (sent !== type) {
    const got = sent ? `, not ${sent.slice(0, 80)}` : ''
    throw new AppError('unsupported_media_type', `Send the body as ${type}${got}.`)
  }
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
  return limited(request, maxBytes)
}

async function* limited(request: IncomingMessage, maxBytes: number): AsyncGenerator<Buffer> {
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge(maxBytes)
    yield chunk
  }
}

const tooLarge = (maxBytes: number) =>
  new AppError(
    'payload_too_large',
    `The body is larger than ${maxBytes / 1024 / 1024} MiB; send less at a time. What came before that was read.`,
  )
