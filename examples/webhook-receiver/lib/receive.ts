import { explain, unwrap, WebhookError, type WebhookHeaders } from '@letsmeet/sdk/webhooks'
import { keep } from './inbox.ts'

/** What to answer to a webhook. The body is the one that arrived: parsed and written again, it would not verify. */
export async function receive(body: Uint8Array, headers: WebhookHeaders): Promise<{ status: number; text: string }> {
  const secrets = secretsOf(process.env.WEBHOOK_SECRET)
  try {
    const event = await unwrap(body, headers, secrets)
    return { status: 200, text: keep(event) ? 'Thank you.' : 'I had that one.' }
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error
    // It names no secret, and LetsMeet keeps it in the log: `letsmeet webhooks attempts` shows it.
    const reason = await explain(body, headers, secrets)
    console.error(`Refused a webhook (${error.code}): ${reason}`)
    return { status: 400, text: reason }
  }
}

/** While a secret is rotated there may be two, with a space between. */
function secretsOf(text: string | undefined): string[] {
  const secrets = (text ?? '').split(/\s+/).filter((secret) => secret !== '')
  if (secrets.length === 0) throw new Error('Set WEBHOOK_SECRET to the whsec_… that the endpoint was made with.')
  return secrets
}
