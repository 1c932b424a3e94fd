import type { Fact } from '../events/service.ts'
import { apiVersion } from './catalogue.ts'

/** What is told: an event of the log, or a sample of one. */
export interface Announcement extends Omit<Fact, 'type'> {
  type: string
}

/** The body of a delivery as it is sent: written once, so that its bytes and signature never change over retries. */
export function bodyOf(fact: Announcement, seq: number, version = apiVersion): string {
  return JSON.stringify({
    id: fact.id,
    type: fact.type,
    apiVersion: version,
    timestamp: fact.createdAt.toISOString(),
    organizationId: fact.organizationId,
    mode: fact.mode,
    seq,
    data: fact.data,
    ...(fact.previous && { previous: fact.previous }),
  })
}
