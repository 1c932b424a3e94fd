import type { LetsMeet, WebhookAttempt, WebhookDelivery } from '@letsmeet/sdk'

/** A delivery after one more try, with the try; null where the server did not come to it in time. */
export interface Tried {
  delivery: WebhookDelivery
  attempt: WebhookAttempt | null
}

const every = 250
/** A receiver may take 20 seconds to answer. */
const atMost = 30_000

/** Waits until a delivery was tried once more than it had been. */
export async function awaitAttempt(letsmeet: LetsMeet, asked: WebhookDelivery): Promise<Tried> {
  for (let waited = 0; waited < atMost; waited += every) {
    await new Promise((resolve) => setTimeout(resolve, every))
    const { body: _, ...delivery } = await letsmeet.webhookDeliveries.get(asked.id)
    if (delivery.attemptCount <= asked.attemptCount) continue
    const [attempt = null] = (await letsmeet.webhookDeliveries.attempts(asked.id, { limit: 1 })).data
    return { delivery, attempt }
  }
  return { delivery: asked, attempt: null }
}
