import { eq, inArray } from 'drizzle-orm'
import { apiKeys } from '../api-keys/model.ts'
import { bookingContacts, bookingHosts, bookings } from '../bookings/model.ts'
import { browserSessions } from '../browser-sessions/model.ts'
import { busyBlocks } from '../busy-blocks/model.ts'
import {
  contactAliases,
  contactMerges,
  contactNotes,
  contacts,
  contactTimeline,
  contactWords,
} from '../contacts/model.ts'
import type { Tx } from '../db/database.ts'
import { mails } from '../email/model.ts'
import { hosts as eventTypeHosts, eventTypes } from '../event-types/model.ts'
import { eventCounters, events } from '../events/model.ts'
import { holds } from '../holds/model.ts'
import { jobs } from '../jobs/model.ts'
import { linkEventTypes, links } from '../links/model.ts'
import { invitations, organizations } from '../organizations/model.ts'
import { reminderStops, reminders, workflows } from '../reminders/model.ts'
import { requestLog } from '../request-log/model.ts'
import { schedules } from '../schedules/model.ts'
import { sessions, signInLinks } from '../sessions/model.ts'
import { timeOff } from '../time-off/model.ts'
import { users } from '../users/model.ts'
import { attempts, deliveries, endpoints, queues } from '../webhooks/model.ts'
import { sandboxes } from './model.ts'

/** Everything that names its organization; the organization itself goes last. */
const named = [
  apiKeys,
  bookings,
  browserSessions,
  busyBlocks,
  contactMerges,
  contactNotes,
  contactTimeline,
  contactWords,
  contacts,
  mails,
  eventTypes,
  eventCounters,
  events,
  holds,
  jobs,
  links,
  invitations,
  reminderStops,
  reminders,
  workflows,
  requestLog,
  schedules,
  timeOff,
  users,
  attempts,
  deliveries,
  endpoints,
  sandboxes,
] as const

/** Deletes every row of an organization. */
export async function removeAll(tx: Tx, organizationId: string): Promise<void> {
  const people = tx.select({ id: users.id }).from(users).where(eq(users.organizationId, organizationId))
  const booked = tx.select({ id: bookings.id }).from(bookings).where(eq(bookings.organizationId, organizationId))
  const types = tx.select({ id: eventTypes.id }).from(eventTypes).where(eq(eventTypes.organizationId, organizationId))
  const linked = tx.select({ id: links.id }).from(links).where(eq(links.organizationId, organizationId))
  // First what knows its organization only through others.
  await tx.delete(bookingContacts).where(inArray(bookingContacts.bookingId, booked))
  await tx.delete(bookingHosts).where(inArray(bookingHosts.userId, people))
  await tx.delete(contactAliases).where(inArray(contactAliases.userId, people))
  await tx.delete(eventTypeHosts).where(inArray(eventTypeHosts.eventTypeId, types))
  await tx.delete(linkEventTypes).where(inArray(linkEventTypes.linkId, linked))
  await tx.delete(sessions).where(inArray(sessions.userId, people))
  await tx.delete(signInLinks).where(inArray(signInLinks.userId, people))
  await tx.delete(queues).where(eq(queues.clock, organizationId))
  for (const table of named) await tx.delete(table).where(eq(table.organizationId, organizationId))
  await tx.delete(organizations).where(eq(organizations.id, organizationId))
}
