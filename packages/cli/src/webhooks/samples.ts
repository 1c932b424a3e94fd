import { apiVersion } from '../../../server/src/webhooks/catalogue.ts'
import { sampleData } from '../../../server/src/webhooks/sample-data.ts'
import type { WebhookType } from './types.ts'

/** A webhook's body, open to any change. */
export type Sample = Record<string, unknown>

/** An event of a type as it could happen now, made without a server. */
export function sampleOf(type: WebhookType, now: Date): Sample {
  const { data, previous } = sampleData(type, now)
  return {
    id: `evt_${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`,
    type,
    apiVersion,
    timestamp: now.toISOString(),
    organizationId: 'org_0WbXkT3nPq7YvLs2DfGh',
    mode: 'test',
    seq: 1,
    data,
    ...(previous && { previous }),
  }
}
