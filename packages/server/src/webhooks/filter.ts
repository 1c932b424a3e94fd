import { eq } from 'drizzle-orm'
import type { Read } from '../db/database.ts'
import { eventTypes } from '../event-types/model.ts'
import type { Fact } from '../events/service.ts'
import type { EndpointRow } from './model.ts'

/** True when an event passes an endpoint's filter; what is about no event type always passes. */
export const wants = (db: Read, endpoint: EndpointRow, fact: Fact): Promise<boolean> =>
  wantsOf(db, endpoint, eventTypeOf(fact))

/** The same by the event type that it is about. */
export async function wantsOf(db: Read, { filter }: EndpointRow, eventTypeId: string | null): Promise<boolean> {
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
