import type { Services } from '../context.ts'
import type { DeliveryRow, EndpointRow } from './model.ts'
import { sign } from './sign.ts'

/** What a delivery is sent with, signed at this moment: receivers compare the time with their own clock. */
export function signedHeaders(
  services: Pick<Services, 'secrets' | 'now' | 'wallClock'>,
  endpoint: EndpointRow,
  delivery: DeliveryRow,
): Record<string, string> {
  const seconds = Math.floor(services.wallClock().getTime() / 1000)
  return {
    'content-type': 'application/json',
    'webhook-id': delivery.eventId,
    'webhook-timestamp': String(seconds),
    'webhook-signature': sign(delivery.eventId, seconds, delivery.body, secretsOf(services, endpoint)),
    'webhook-attempt': String(delivery.attempts + 1),
  }
}

interface Opened {
  secret: string
  previous: string | null
  privateKey: string | null
}

/** For as long as the row itself is kept: unsealing costs more than signing. */
const opened = new WeakMap<EndpointRow, Opened>()

/** Both secrets while a rotation overlaps, and the private key where there is one. */
function secretsOf({ secrets, now }: Pick<Services, 'secrets' | 'now'>, endpoint: EndpointRow): string[] {
  const known = opened.get(endpoint) ?? open(secrets, endpoint)
  opened.set(endpoint, known)
  const overlaps = endpoint.previousSecretExpiresAt !== null && endpoint.previousSecretExpiresAt > now()
  return [known.secret, overlaps ? known.previous : null, known.privateKey].filter((one) => one !== null)
}

const open = (secrets: Services['secrets'], { secret, previousSecret, privateKey }: EndpointRow): Opened => ({
  secret: secrets.open(secret),
  previous: previousSecret === null ? null : secrets.open(previousSecret),
  privateKey: privateKey === null ? null : secrets.open(privateKey),
})
