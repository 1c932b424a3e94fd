import type { Services } from '../context.ts'
import { version } from '../version.ts'
import { redacted } from './headers.ts'
import { signedHeaders } from './message.ts'
import type { DeliveryRow, EndpointRow } from './model.ts'
import type { Tried } from './outcomes.ts'
import type { Poster } from './post.ts'
import { headersOf } from './present.ts'
import { shownUrl } from './shown-url.ts'

export interface Sending {
  poster: Poster
  /** For one attempt, from the name to the end of the answer. */
  deadlineMs?: number
}

/** Makes one attempt, and tells what was sent and what came back. */
export async function send(
  services: Services,
  { poster, deadlineMs }: Sending,
  endpoint: EndpointRow,
  delivery: DeliveryRow,
): Promise<Tried> {
  const at = services.now()
  const { url } = endpoint
  const own = headersOf(services, endpoint)
  const ours = {
    ...signedHeaders(services, endpoint, delivery),
    'user-agent': `LetsMeet/${version} (+https://www.standardwebhooks.com)`,
  }
  const post = { url, headers: { ...own, ...ours }, body: delivery.body, ...(deadlineMs && { deadlineMs }) }
  const outcome = await poster.post(post)
  return { delivery, url: shownUrl(url), requestHeaders: { ...redacted(own), ...ours }, outcome, at }
}
