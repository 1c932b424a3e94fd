import { WebhookError } from './error.ts'
import type { WebhookEvent } from './events.ts'
import { readMessage, type WebhookHeaders } from './message.ts'
import { keyOf } from './secret.ts'
import { isSigned } from './verify.ts'

export interface UnwrapOptions {
  /** How far `webhook-timestamp` may be from this machine's clock, either way. 300 by default. */
  toleranceSeconds?: number
  /** What time it is; for tests. */
  now?: Date
}

/**
 * The event in a webhook request, once its signature and its age are found right: Standard Webhooks, with shared
 * (`whsec_`) and public (`whpk_`) keys. Throws `WebhookError`.
 *
 * `rawBody` is the body exactly as it arrived: `await request.text()`, or the bytes. `secret` may be several, any of
 * which may have signed.
 */
export async function unwrap(
  rawBody: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | string[],
  options: UnwrapOptions = {},
): Promise<WebhookEvent> {
  if (typeof rawBody !== 'string' && !ArrayBuffer.isView(rawBody)) {
    throw new WebhookError('parsed_body', 'The body was parsed. Pass it as it arrived: its text or its bytes.')
  }
  const keys = await Promise.all([secret].flat().map((each) => keyOf(each, 'verify')))
  if (keys.length === 0) throw new WebhookError('invalid_secret', 'There is no secret.')
  const message = readMessage(headers)
  checkAge(message.timestamp, options)
  const matches = await Promise.all(keys.map((key) => isSigned(message, rawBody, key)))
  if (!matches.includes(true)) {
    throw new WebhookError('no_match', 'No signature fits the body and the secret. `explain` says why.')
  }
  return parse(rawBody)
}

function checkAge(timestamp: string, { toleranceSeconds = 300, now = new Date() }: UnwrapOptions) {
  if (!/^\d+$/.test(timestamp)) {
    throw new WebhookError('invalid_timestamp', 'webhook-timestamp is not a number of seconds.')
  }
  const age = Math.floor(now.getTime() / 1000) - Number(timestamp)
  if (age < -toleranceSeconds) throw new WebhookError('too_new', 'The timestamp is ahead of this clock by too much.')
  // Not `age > toleranceSeconds`: what is no number must not let everything pass.
  if (!(age <= toleranceSeconds)) throw new WebhookError('too_old', 'The timestamp is too old.')
}

function parse(body: string | Uint8Array): WebhookEvent {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
  } catch (cause) {
    throw new WebhookError('invalid_json', 'The signature is right, but the body is not JSON.', { cause })
  }
}
