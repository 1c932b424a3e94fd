import type { LetsMeet } from '@letsmeet/sdk'
import { usageError } from '../lib/failure.ts'

/** The endpoint that is meant when none is named. */
export async function onlyEndpoint(letsmeet: LetsMeet): Promise<string> {
  const { data } = await letsmeet.webhookEndpoints.list({ limit: 2 })
  const [only, another] = data
  if (only && !another) return only.id
  throw usageError(
    only ? 'There are several webhook endpoints.' : 'There is no webhook endpoint yet.',
    'Name one with --endpoint, or send the sample from here with --to URL.',
  )
}
