import { sign } from '@letsmeet/sdk/webhooks'
import type { Delivery } from './feed.ts'
import { type Answer, type Forwarding, forward } from './forward.ts'

/** The program on this machine that webhooks are passed on to. */
export interface Receiver extends Pick<Forwarding, 'url' | 'certificate' | 'signal'> {
  /** Null where the session was made by somebody else. */
  secret: string | null
}

const timeoutMs = 30_000

/** Passes a delivery on as it came, byte for byte. */
export const relay = ({ secret: _, ...to }: Receiver, { headers, body }: Delivery): Promise<Answer> =>
  forward({ ...to, headers, body, timeoutMs })

/** The same once more, signed anew where that is possible: receivers refuse what is five minutes old. */
export async function relayAgain({ secret, ...to }: Receiver, delivery: Delivery, attempt: number): Promise<Answer> {
  const { headers, body } = delivery
  const id = headers['webhook-id']
  const fresh = secret === null ? {} : await sign(body, secret, id === undefined ? {} : { id })
  const again = { ...headers, ...fresh, 'webhook-attempt': String(attempt) }
  return forward({ ...to, headers: again, body, timeoutMs })
}
