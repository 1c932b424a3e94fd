import { WebhookError } from './error.ts'

/** The key in `whsec_` (shared) or `whpk_` (public) and base64. A secret without a prefix is a shared one. */
export async function keyOf(secret: string, use: 'sign' | 'verify'): Promise<CryptoKey> {
  // Of an unset variable, this would otherwise be the text “undefined”.
  const [, prefix, base64 = ''] = (typeof secret === 'string' && SECRET.exec(secret)) || []
  const algorithm = prefix === 'whpk_' ? 'Ed25519' : { name: 'HMAC', hash: 'SHA-256' }
  try {
    return await crypto.subtle.importKey('raw', fromBase64(base64), algorithm, false, [use])
  } catch (cause) {
    throw new WebhookError('invalid_secret', 'A secret is `whsec_` or `whpk_` and base64, with nothing around it.', {
      cause,
    })
  }
}

const SECRET = /^(whsec_|whpk_)?([A-Za-z\d+/]+=*)$/

export function fromBase64(text: string) {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
