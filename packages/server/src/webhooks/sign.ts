import {
  createHmac,
  createPrivateKey,
  createSecretKey,
  generateKeyPairSync,
  randomBytes,
  sign as signBytes,
} from 'node:crypto'

type Signer = (head: string, body: string | Uint8Array) => string

/** What stands before a raw ed25519 seed in PKCS #8. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const secretShape = /^(whsec_|whsk_)([A-Za-z\d+/]+={0,2})$/

const signers = new Map<string, Signer>()
const keptSigners = 1000

/** A shared secret of Standard Webhooks: 24 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

/** An ed25519 pair; the private key is the seed and the public key after it, as others write it. */
export function newKeyPair(): { privateKey: string; publicKey: string } {
  const pair = generateKeyPairSync('ed25519')
  const seed = pair.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
  const open = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32)
  return {
    privateKey: `whsk_${Buffer.concat([seed, open]).toString('base64')}`,
    publicKey: `whpk_${open.toString('base64')}`,
  }
}

/** The `webhook-signature` header: one signature for each secret, so that a receiver may hold either of two. */
export function sign(
  id: string,
  timestampSeconds: number,
  body: string | Uint8Array,
  secrets: readonly string[],
): string {
  const head = `${id}.${timestampSeconds}.`
  return secrets.map((secret) => signerOf(secret)(head, body)).join(' ')
}

/** Parsed once, since a key outlives thousands of deliveries; the oldest makes room. */
function signerOf(secret: string): Signer {
  const known = signers.get(secret)
  if (known) return known
  const signer = createSigner(secret)
  const [oldest] = signers.size < keptSigners ? [] : signers.keys()
  if (oldest !== undefined) signers.delete(oldest)
  signers.set(secret, signer)
  return signer
}

function createSigner(secret: string): Signer {
  const [, prefix, base64 = ''] = secretShape.exec(secret) ?? []
  if (!prefix) throw new Error('A signing secret starts with whsec_ or whsk_, and base64 follows.')
  const bytes = Buffer.from(base64, 'base64')
  if (prefix === 'whsec_') {
    const key = createSecretKey(bytes)
    return (head, body) => `v1,${createHmac('sha256', key).update(head).update(body).digest('base64')}`
  }
  if (bytes.length !== 32 && bytes.length !== 64) throw new Error('A private key holds 32 or 64 bytes after whsk_.')
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, bytes.subarray(0, 32)]), format: 'der', type: 'pkcs8' })
  return (head, body) =>
    `v1a,${signBytes(null, Buffer.concat([Buffer.from(head), bytesOf(body)]), key).toString('base64')}`
}

const bytesOf = (body: string | Uint8Array) => (typeof body === 'string' ? Buffer.from(body) : body)
