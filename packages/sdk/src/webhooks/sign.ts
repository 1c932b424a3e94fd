import { signedContent } from './message.ts'
import { keyOf } from './secret.ts'

export interface SignOptions {
  /** The event's id; a new one by default. */
  id?: string
  /** When it is sent; now by default. */
  timestamp?: Date
}
export type SignedHeaders = Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>

/** The headers that LetsMeet would send with this body: for tests of what receives it. Several secrets all sign. */
export async function sign(
  body: string | Uint8Array,
  secret: string | string[],
  { id = `evt_${crypto.randomUUID().replaceAll('-', '')}`, timestamp = new Date() }: SignOptions = {},
): Promise<SignedHeaders> {
  const seconds = String(Math.floor(timestamp.getTime() / 1000))
  const content = signedContent({ id, timestamp: seconds }, body)
  const signatures = await Promise.all(
    [secret].flat().map(async (each) => {
      const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(each, 'sign'), content))
      return `v1,${btoa(String.fromCharCode(...bytes))}`
    }),
  )
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures.join(' ') }
}
