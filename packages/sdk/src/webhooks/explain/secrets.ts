import { WebhookError } from '../error.ts'
import { keyOf } from '../secret.ts'

export interface Key {
  key: CryptoKey
  /** Among the secrets, from 1. */
  position: number
}

/** The keys in the secrets, also in those that need tidying, and what is wrong with each. */
export async function usableKeys(secrets: unknown[]): Promise<{ keys: Key[]; wrong: string[] }> {
  if (secrets.length === 0) return { keys: [], wrong: ['There is no secret in the list.'] }
  const keys: Key[] = []
  const wrong: string[] = []
  for (const [index, secret] of secrets.entries()) {
    const position = index + 1
    const name = secrets.length > 1 ? `Secret ${position} of ${secrets.length}` : 'The secret'
    const { key, finding } = await look(secret)
    if (key) keys.push({ key, position })
    if (finding) wrong.push(`${name} ${finding}`)
  }
  return { keys, wrong }
}

async function look(secret: unknown): Promise<{ key?: CryptoKey; finding?: string }> {
  if (typeof secret !== 'string' || secret.trim() === '') return { finding: 'is not set.' }
  const tidy = secret.trim().replace(/^(['"`])(.*)\1$/, '$2')
  try {
    const key = await keyOf(tidy, 'verify')
    return tidy === secret ? { key } : { key, finding: around(secret) }
  } catch (error) {
    return { finding: unusable(tidy, error) }
  }
}

function around(secret: string) {
  return secret.trim() === secret
    ? 'has quotes around it, which are not part of it.'
    : 'has white space around it, such as the line break at the end of a file: trim it.'
}

function unusable(secret: string, error: unknown) {
  const cause = error instanceof WebhookError ? error.cause : undefined
  if (cause instanceof Error && cause.name === 'NotSupportedError') {
    return 'is a public key (whpk_), and the WebCrypto of this runtime has no Ed25519.'
  }
  if (secret.startsWith('whsk_')) return 'is a private key (whsk_): whoever receives needs the public one (whpk_).'
  if (secret.startsWith('lm_')) return "is an API key. The endpoint's own secret starts with whsec_."
  return 'is no webhook secret: those are whsec_ (or whpk_) and base64. Was it cut, or is it the name of a variable?'
}
