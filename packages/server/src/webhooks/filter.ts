import { eq } from 'drizzle-orm'
import type { Read } from '../db/database.ts'
import { eventTypes } from '../event-types/model.ts'
import type { Fact } from '../events/service.ts'
import type { EndpointRow } from './model.ts'

/** True when an event passes an endpoint's filter; what is about no event type always passes. */
export async function wants(db: Read, { filter }: EndpointRow, fact: Fact): Promise<boolean> {
  const eventTypeId = eventTypeOf(fact)
  if (!filter || eventTypeId === null || (!filter.eventTypeIds && !filter.groupIds)) return true
  if (filter.eventTypeIds?.includes(eventTypeId)) return true
  if (!filter.groupIds || filter.groupIds.length === 0) return false
  const [row] = await db
    .select({ ownerType: eventTypes.ownerType, ownerId: eventTypes.ownerId })
    .from(eventTypes)
    .where(eq(eventTypes.id, eventTypeId))
  return row !== undefined && String(row.ownerType) === 'group' && filter.groupIds.includes(row.ownerId)
}

function eventTypeOf({ type, data, subjectId }: Fact): string | null {
  if (type.startsWith('event_type.')) return subjectId
  return typeof data.eventTypeId === 'string' ? data.eventTypeId : null
}
