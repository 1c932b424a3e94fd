import { type Message, signedContent } from './message.ts'
import { fromBase64 } from './secret.ts'

/** Whether one of the signatures is this key's. WebCrypto compares in constant time. */
export async function isSigned(message: Message, body: string | Uint8Array, key: CryptoKey): Promise<boolean> {
  const content = signedContent(message, body)
  const version = key.algorithm.name === 'HMAC' ? 'v1,' : 'v1a,'
  for (const signature of message.signatures.split(' ')) {
    if (!signature.startsWith(version)) continue
    const bytes = decoded(signature.slice(version.length))
    if (bytes && (await crypto.subtle.verify(key.algorithm.name, key, bytes, content))) return true
  }
  return false
}

/** Anybody may send a signature that is no base64: it fits nothing. */
function decoded(base64: string) {
  try {
    return fromBase64(base64)
  } catch {
    return undefined
  }
}
