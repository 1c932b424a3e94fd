import { createCipheriv, createDecipheriv, createHmac, hash, hkdfSync, randomBytes } from 'node:crypto'

/** Keyed operations under `LETSMEET_SECRET`; nothing else sees the secret. */
export interface Secrets {
  /** A token that only this server can derive again: base64url of 24 bytes (192 bits) of HMAC-SHA256. */
  derive(purpose: string, subject: string): string
  /** AES-256-GCM, `iv.ciphertext+tag` in base64url. */
  seal(text: string): string
  open(sealed: string): string
}

export function createSecrets(secret: string): Secrets {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'letsmeet', use, 32))
  const mac = key('derive')
  const cipherKey = key('seal')
  return {
    derive: (purpose, subject) =>
      createHmac('sha256', mac).update(`${purpose}:${subject}`).digest().subarray(0, 24).toString('base64url'),
    seal: (text) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `${iv.toString('base64url')}.${body.toString('base64url')}`
    },
    open: (sealed) => {
      const [iv = '', body = ''] = sealed.split('.')
      const bytes = Buffer.from(body, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, Buffer.from(iv, 'base64url'))
      decipher.setAuthTag(bytes.subarray(-16))
      return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8')
    },
  }
}

/** How tokens are kept at rest: SHA-256 in hex. Fit for random tokens of 128 bits or more, not for passwords. */
export const hashToken = (token: string): string => hash('sha256', token, 'hex')
