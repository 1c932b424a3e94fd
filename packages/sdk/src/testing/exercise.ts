import { expect } from 'vitest'
import type * as sdk from '../index.ts'
import type * as webhooks from '../webhooks.ts'

/**
 * A bit of everything with the built package. It is sent as text to other versions of Node and to a browser, so it may
 * only use what it is given.
 */
export async function exercise(baseUrl: string, { isCode, LetsMeet }: typeof sdk, webhook: typeof webhooks) {
  const letsmeet = new LetsMeet({ baseUrl, apiKey: 'lm_test_key' })
  const ids: string[] = []
  for await (const booking of letsmeet.bookings.list()) ids.push(booking.id)
  const caught: unknown = await letsmeet.bookings.get('bk_none').catch((error: unknown) => error)
  const secret = `whsec_${btoa('a secret of thirty-two bytes, 012')}`
  const body = JSON.stringify({ type: 'ping', data: { word: 'é' } })
  const headers = await webhook.sign(body, secret)
  const event = await webhook.unwrap(new TextEncoder().encode(body), new Headers(headers), secret)
  const refused: unknown = await webhook.unwrap(`${body} `, headers, secret).catch((error: unknown) => error)
  return {
    ids,
    isNotFound: isCode(caught, 'not_found'),
    event: event.type,
    refused: refused instanceof webhook.WebhookError && refused.code,
    why: await webhook.explain(JSON.parse(body), headers, secret),
    publicKey: await webhook.explain(body, headers, `whpk_${btoa('a public key of 32 bytes, not it')}`),
  }
}

/** What it gives where all is well. */
export const exercised = {
  ids: ['bk_1', 'bk_2'],
  isNotFound: true,
  event: 'ping',
  refused: 'no_match',
  why: expect.stringContaining('The body was parsed: the signature fits it as compact JSON'),
  publicKey: expect.stringContaining('has not signed'),
}
