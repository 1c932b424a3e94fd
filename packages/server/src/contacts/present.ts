import type { countBookings } from './figures.ts'
import { type Contact, type ContactRow, type ContactSummary, neverMet, noneAhead } from './model.ts'

export function presentContact(row: ContactRow): Contact {
  return {
    id: row.id,
    userId: row.userId,
    email: row.email,
    name: row.name,
    phone: row.phone,
    company: row.company,
    timezone: row.timezone,
    about: row.about,
    tags: row.tags,
    source: row.source,
    externalId: row.externalId,
    archivedAt: row.archivedAt?.toISOString() ?? null,
    firstMetAt: instantOf(row.firstMinute),
    lastMetAt: instantOf(row.lastMinute),
    nextMeetingAt: instantOf(row.nextMinute),
    bookingCount: row.bookingCount,
    noShowCount: row.noShowCount,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}

export const presentSummary = (counted: Awaited<ReturnType<typeof countBookings>>): ContactSummary => ({
  firstMetAt: instantOf(counted.firstMinute),
  lastMetAt: instantOf(counted.lastMinute),
  nextMeetingAt: instantOf(counted.nextMinute),
  bookingCount: counted.bookingCount,
  cancelledCount: counted.cancelledCount,
  noShowCount: counted.noShowCount,
  averageNoticeMinutes: counted.averageNoticeMinutes,
})

/** The fields of `before` that are others in `after`. */
export function changedFields(before: Contact, after: Contact): Record<string, unknown> {
  const now = new Map(Object.entries(after).map(([field, value]) => [field, JSON.stringify(value)]))
  const changed = Object.entries(before).filter(([field, value]) => JSON.stringify(value) !== now.get(field))
  return Object.fromEntries(changed.filter(([field]) => field !== 'updatedAt'))
}

const instantOf = (minute: number): string | null =>
  minute === neverMet || minute === noneAhead ? null : new Date(minute * 60_000).toISOString()
