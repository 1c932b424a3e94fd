/** Reads everything about any number of event types and their hosts at once: the cost is the questions, not the hosts. */
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Read } from '../db/database.ts'
import type { Offer } from '../event-types/model.ts'
import { type ScheduleRow, schedules } from '../schedules/model.ts'
import { type UserRow, users } from '../users/model.ts'
import type { Busy, BusyBooking, Counted, Interval, Session } from './availability.ts'
import { liveRows, type Seen } from './live.ts'
import { loadBlocks, loadOccupations, loadTimeOff } from './rows.ts'
import { loadCounted, loadSessions } from './session-rows.ts'

/** What the judgement reads of an event type. */
export type Terms = Pick<
  Offer,
  | 'id'
  | 'scheduling'
  | 'scheduleId'
  | 'intervalMinutes'
  | 'bufferBeforeMinutes'
  | 'bufferAfterMinutes'
  | 'minNoticeMinutes'
  | 'window'
  | 'limits'
  | 'seats'
  | 'link'
> & { hosts: readonly { userId: string; scheduleId: string | null }[] }

/** What is asked about: an event type, for one duration. */
export interface Wanted {
  offer: Terms
  durationMinutes: number
}

export interface Sources {
  people: Map<string, UserRow>
  schedules: { byId: Map<string, ScheduleRow>; byUser: Map<string, ScheduleRow> }
  bookings: Map<string, BusyBooking[]>
  blocks: Map<string, Busy[]>
  timeOff: Map<string, Busy[]>
  countedByHost: Map<string, Counted[]>
  countedByType: Map<string, Counted[]>
  sessions: Map<string, Session[]>
  /** When the first of the holds among these ends, in epoch milliseconds: all this is true until then. */
  until: number
}

/** The rows behind every start in `range`. */
export async function loadSources(db: Read, wanted: readonly Wanted[], range: Interval, seen: Seen): Promise<Sources> {
  const live = liveRows(seen)
  const offers = wanted.map(({ offer }) => offer)
  const ids = [...new Set(offers.flatMap((offer) => offer.hosts.map((host) => host.userId)))]
  const from = range.start - Math.max(...offers.map((offer) => offer.bufferBeforeMinutes))
  const to = range.end + Math.max(...wanted.map((one) => one.durationMinutes + one.offer.bufferAfterMinutes))
  const people = await db.memo([users], `people:${ids}`, () => db.select().from(users).where(inArray(users.id, ids)))
  const hostLimits = new Map(people.map((person) => [person.id, person.limits]))
  const typeLimits = new Map(offers.map((offer) => [offer.id, offer.limits]))
  const seated = new Set(offers.filter((offer) => offer.seats > 1).map((offer) => offer.id))
  return {
    people: new Map(people.map((person) => [person.id, person])),
    schedules: await loadSchedules(db, offers, ids),
    bookings: byUser(await loadOccupations(db, ids, from, to, live)),
    blocks: byUser(await loadBlocks(db, ids, from, to)),
    timeOff: byUser(await loadTimeOff(db, ids, from, to)),
    countedByHost: await loadCounted(db, 'userId', hostLimits, range, live),
    countedByType: await loadCounted(db, 'eventTypeId', typeLimits, range, live),
    sessions: await loadSessions(db, [...seated], from, to, live),
    until: live.until(),
  }
}

const byUser = <Row extends { userId: string }>(rows: readonly Row[]): Map<string, Row[]> =>
  Map.groupBy(rows, (row) => row.userId)

async function loadSchedules(db: Read, offers: readonly Terms[], ids: string[]): Promise<Sources['schedules']> {
  const named = offers
    .flatMap((offer) => [offer.scheduleId, ...offer.hosts.map((host) => host.scheduleId)])
    .filter((id) => id !== null)
  const defaults = and(inArray(schedules.userId, ids), eq(schedules.isDefault, true))
  const rows = await db.memo([schedules], `schedules:${ids}:${named}`, () =>
    db
      .select()
      .from(schedules)
      .where(named.length > 0 ? or(defaults, inArray(schedules.id, named)) : defaults),
  )
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    byUser: new Map(rows.filter((row) => row.isDefault).map((row) => [row.userId, row])),
  }
}
