import type { IncomingMessage } from 'node:http'

/** What LetsMeet sends is far smaller. Anybody may send to an address, so what a stranger sends is not kept either. */
const most = 1024 * 1024

/** The body as it arrived; null when it is too long. */
export async function bytesOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
