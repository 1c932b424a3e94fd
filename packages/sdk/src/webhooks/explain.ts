import { aboutBody } from './explain/body.ts'
import { aboutHeaders } from './explain/headers.ts'
import { rewritings } from './explain/rewritings.ts'
import { type Key, usableKeys } from './explain/secrets.ts'
import { aboutTime } from './explain/time.ts'
import { header, type Message, type WebhookHeaders } from './message.ts'
import type { UnwrapOptions } from './unwrap.ts'
import { isSigned } from './verify.ts'

type Secret = string | null | undefined

/**
 * Why a signature fails, in sentences for the person at the keyboard: a body that was parsed and written again, a
 * wrong secret, a clock that is off, a header that a proxy dropped. Takes what `unwrap` takes, and worse. Never throws,
 * and its answer holds no secret.
 */
export async function explain(
  rawBody: unknown,
  headers: WebhookHeaders | null | undefined,
  secret: Secret | Secret[],
  options?: UnwrapOptions | null,
): Promise<string> {
  try {
    return (await findings(rawBody, headers ?? {}, [secret].flat(), options ?? {})).join(' ')
  } catch (error) {
    return `It cannot be told why: ${error instanceof Error ? error.message : 'something strange was passed'}.`
  }
}

async function findings(body: unknown, headers: WebhookHeaders, secrets: Secret[], options: UnwrapOptions) {
  const message: Message = {
    id: header(headers, 'webhook-id'),
    timestamp: header(headers, 'webhook-timestamp'),
    signatures: header(headers, 'webhook-signature'),
  }
  const { keys, wrong } = await usableKeys(secrets)
  const found = [...aboutHeaders(headers, message), ...aboutTime(message, options), ...wrong]
  if (!message.id || !message.timestamp || !message.signatures || keys.length === 0) {
    return [...found, ...aboutBody(body, message)]
  }
  const match = await firstMatch(message, body, keys)
  if (!match) return [...found, noMatch(secrets.length), ...aboutBody(body, message)]
  if (match.finding) return [...found, match.finding]
  const signer = secrets.length > 1 ? `secret ${match.position} of ${secrets.length}` : 'the secret'
  if (!isJson(match.text)) return [...found, `The signature is right (by ${signer}), but the body is not JSON.`]
  if (found.length > 0) return [...found, `Apart from that the signature is right: ${signer} signed this body.`]
  return [`All is well: ${signer} signed this body, and the timestamp is fresh.`]
}

/** The body as it is comes first: what fits it needs no other explanation. */
async function firstMatch(message: Message, body: unknown, keys: Key[]) {
  for (const rewriting of rewritings(body)) {
    for (const { key, position } of keys) {
      if (await isSigned(message, rewriting.text, key)) return { ...rewriting, position }
    }
  }
  return undefined
}

function noMatch(secrets: number) {
  const who = secrets > 1 ? `None of the ${secrets} secrets has signed` : 'The secret has not signed'
  return `${who} this body, neither as it is nor as it may have been before. Is it the secret of another endpoint, or an old one?`
}

function isJson(text: string | Uint8Array) {
  try {
    JSON.parse(typeof text === 'string' ? text : new TextDecoder().decode(text))
    return true
  } catch {
    return false
  }
}
