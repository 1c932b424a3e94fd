/** Reads what the engine needs to know about an event type and its hosts, for a range of starts. */
import { and, eq, gt, gte, inArray, lt, or, sql } from 'drizzle-orm'
import { bookingHosts } from '../bookings/model.ts'
import { busyBlocks } from '../busy-blocks/model.ts'
import type { Read } from '../db/database.ts'
import { inList, listValue } from '../db/dialect.ts'
import { eventTypes, hosts, type Offer } from '../event-types/model.ts'
import { organizations } from '../organizations/model.ts'
import type { OrganizationRow } from '../organizations/service.ts'
import { type ScheduleRow, schedules } from '../schedules/model.ts'
import { minutesPerDay } from '../time.ts'
import { timeOff } from '../time-off/model.ts'
import { type UserRow, users } from '../users/model.ts'
import type {
  Busy,
  BusyBooking,
  Counted,
  HostAvailability,
  Interval,
  Limits,
  Minute,
  Rules,
  Session,
} from './availability.ts'

export interface Availability {
  rules: Rules
  hosts: HostAvailability[]
  users: UserRow[]
}

/** What to leave out: a booking never blocks its own move. */
export interface Except {
  bookingId?: string | undefined
}

type Occupation = Pick<
  typeof bookingHosts.$inferSelect,
  'bookingId' | 'userId' | 'sessionId' | 'startMinute' | 'endMinute' | 'paddedStart' | 'paddedEnd'
>

/** The same for a list of slots, kept until something it was read from changes. */
export function listedAvailability(
  db: Read,
  organization: Pick<OrganizationRow, 'id' | 'timezone' | 'weekStart'>,
  offer: Offer,
  durationMinutes: number,
  range: Interval,
  except: Except = {},
): Promise<Availability> {
  const key = `availability:${offer.id}:${durationMinutes}:${range.start}:${range.end}:${except.bookingId ?? ''}`
  return db.memo([organizations, eventTypes, hosts, users, schedules, bookingHosts, busyBlocks, timeOff], key, () =>
    loadAvailability(db, organization, offer, durationMinutes, range, except),
  )
}

/** The rows behind every start in `range`, for one duration. */
export async function loadAvailability(
  db: Read,
  organization: Pick<OrganizationRow, 'timezone' | 'weekStart'>,
  offer: Offer,
  durationMinutes: number,
  range: Interval,
  except: Except = {},
): Promise<Availability> {
  const ids = offer.hosts.map((host) => host.userId)
  const people = await db.memo([users], `people:${ids}`, () => db.select().from(users).where(inArray(users.id, ids)))
  const hours = await loadSchedules(db, offer, ids)
  const from = range.start - offer.bufferBeforeMinutes
  const to = range.end + durationMinutes + offer.bufferAfterMinutes
  const occupations = await loadOccupations(db, ids, from, to, except)
  const blocks = await loadBlocks(db, ids, from, to)
  const away = await loadTimeOff(db, ids, from, to)
  const zoneOf = (userId: string) =>
    hours.byUser.get(userId)?.timezone ?? people.find((one) => one.id === userId)?.timezone ?? organization.timezone
  const ordered = offer.hosts.flatMap((host) => people.filter((one) => one.id === host.userId))
  const known: HostAvailability[] = []
  for (const person of ordered) {
    const named = offer.hosts.find((host) => host.userId === person.id)?.scheduleId
    const scheduleId = named ?? (offer.scheduling === 'individual' ? offer.scheduleId : null)
    const own = scheduleId ? hours.byId.get(scheduleId) : hours.byUser.get(person.id)
    known.push({
      userId: person.id,
      name: person.name,
      active: person.status === 'active',
      hours: own ? { timezone: own.timezone, weekly: own.weekly, overrides: own.overrides } : null,
      bookings: occupations.filter((row) => row.userId === person.id).map(asBusyBooking),
      busy: blocks.filter((block) => block.userId === person.id),
      timeOff: away.filter((one) => one.userId === person.id),
      limits: person.limits,
      limitZone: zoneOf(person.id),
      counted: await loadCounted(db, eq(bookingHosts.userId, person.id), person.limits, range, except),
    })
  }
  const rules: Rules = {
    scheduling: offer.scheduling,
    durationMinutes,
    intervalMinutes: offer.intervalMinutes ?? durationMinutes,
    bufferBeforeMinutes: offer.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes,
    minNoticeMinutes: offer.minNoticeMinutes,
    window: offer.window,
    limits: offer.limits,
    zone: scheduleZone(offer, hours, zoneOf, organization.timezone),
    weekStart: organization.weekStart,
    counted: await loadCounted(db, eq(bookingHosts.eventTypeId, offer.id), offer.limits, range, except),
    seats: offer.seats,
    sessions: offer.seats > 1 ? await loadSessions(db, offer.id, from, to, except) : [],
  }
  return { rules, hosts: known, users: ordered }
}

interface Schedules {
  byId: Map<string, ScheduleRow>
  byUser: Map<string, ScheduleRow>
}

/** Where booking window and limits count: one host's own schedule; with several hosts the type's, else the organization's. */
function scheduleZone(offer: Offer, hours: Schedules, zoneOf: (userId: string) => string, fallback: string): string {
  const own = offer.scheduleId ? hours.byId.get(offer.scheduleId)?.timezone : undefined
  const [only] = offer.hosts
  if (offer.scheduling !== 'individual' || !only) return own ?? fallback
  const named = only.scheduleId ? hours.byId.get(only.scheduleId)?.timezone : undefined
  return named ?? own ?? zoneOf(only.userId)
}

async function loadSchedules(db: Read, offer: Offer, ids: string[]): Promise<Schedules> {
  const named = [offer.scheduleId, ...offer.hosts.map((host) => host.scheduleId)].filter((id) => id !== null)
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

async function loadOccupations(
  db: Read,
  ids: string[],
  from: Minute,
  to: Minute,
  except: Except,
): Promise<Occupation[]> {
  const rows = await db.compiled('occupations', { ids: listValue(ids), from, to }, () =>
    db
      .select({
        bookingId: bookingHosts.bookingId,
        userId: bookingHosts.userId,
        sessionId: bookingHosts.sessionId,
        startMinute: bookingHosts.startMinute,
        endMinute: bookingHosts.endMinute,
        paddedStart: bookingHosts.paddedStart,
        paddedEnd: bookingHosts.paddedEnd,
      })
      .from(bookingHosts)
      .where(
        and(
          inList(bookingHosts.userId, 'ids'),
          eq(bookingHosts.active, true),
          gt(bookingHosts.paddedEnd, sql.placeholder('from')),
          lt(bookingHosts.paddedStart, sql.placeholder('to')),
        ),
      ),
  )
  return rows.filter((row) => row.bookingId !== except.bookingId)
}

const asBusyBooking = (row: Occupation): BusyBooking => ({
  kind: 'booking',
  id: row.bookingId,
  start: row.startMinute,
  end: row.endMinute,
  paddedStart: row.paddedStart,
  paddedEnd: row.paddedEnd,
  sessionId: row.sessionId,
})

async function loadBlocks(db: Read, ids: string[], from: Minute, to: Minute): Promise<(Busy & { userId: string })[]> {
  const rows = await db.compiled('blocks', { ids: listValue(ids), from, to }, () =>
    db
      .select({
        id: busyBlocks.id,
        userId: busyBlocks.userId,
        start: busyBlocks.startMinute,
        end: busyBlocks.endMinute,
        reason: busyBlocks.reason,
      })
      .from(busyBlocks)
      .where(
        and(
          inList(busyBlocks.userId, 'ids'),
          gt(busyBlocks.endMinute, sql.placeholder('from')),
          lt(busyBlocks.startMinute, sql.placeholder('to')),
        ),
      ),
  )
  return rows.map((row) => asBusy('block', row))
}

async function loadTimeOff(db: Read, ids: string[], from: Minute, to: Minute): Promise<(Busy & { userId: string })[]> {
  const rows = await db.compiled('time-off', { ids: listValue(ids), from, to }, () =>
    db
      .select({
        id: timeOff.id,
        userId: timeOff.userId,
        start: timeOff.startMinute,
        end: timeOff.endMinute,
        reason: timeOff.reason,
      })
      .from(timeOff)
      .where(
        and(
          inList(timeOff.userId, 'ids'),
          gt(timeOff.endMinute, sql.placeholder('from')),
          lt(timeOff.startMinute, sql.placeholder('to')),
        ),
      ),
  )
  return rows.map((row) => asBusy('time_off', row))
}

const asBusy = (
  kind: Busy['kind'],
  { id, userId, start, end, reason }: { id: string; userId: string; start: number; end: number; reason: string | null },
) => ({ id, userId, kind, start, end, ...(reason && { label: reason }) })

/** Every session, once, that may share a limited period with the range. */
async function loadCounted(
  db: Read,
  whose: ReturnType<typeof eq>,
  limits: Limits,
  range: Interval,
  except: Except,
): Promise<Counted[]> {
  const days = reachOf(limits)
  if (days === 0) return []
  const rows = await db
    .select({
      bookingId: bookingHosts.bookingId,
      sessionId: bookingHosts.sessionId,
      start: bookingHosts.startMinute,
      end: bookingHosts.endMinute,
    })
    .from(bookingHosts)
    .where(
      and(
        whose,
        eq(bookingHosts.active, true),
        gte(bookingHosts.startMinute, range.start - days * minutesPerDay),
        lt(bookingHosts.startMinute, range.end + days * minutesPerDay),
      ),
    )
  const sessions = new Map<string, Counted>()
  for (const row of rows) {
    if (row.bookingId !== except.bookingId)
      sessions.set(row.sessionId, { start: row.start, minutes: row.end - row.start })
  }
  return [...sessions.values()]
}

/** How many days the longest limited period can reach beyond a start, with a day to spare for the zone. */
function reachOf({ bookings: counts, minutes }: Limits): number {
  const longest = { day: 2, week: 8, month: 32, year: 367 }
  const periods = [counts, minutes].flatMap((one) =>
    (['day', 'week', 'month', 'year'] as const).filter((key) => one?.[key]),
  )
  return Math.max(0, ...periods.map((period) => longest[period]))
}

async function loadSessions(
  db: Read,
  eventTypeId: string,
  from: Minute,
  to: Minute,
  except: Except,
): Promise<Session[]> {
  const rows = await db
    .select({
      bookingId: bookingHosts.bookingId,
      sessionId: bookingHosts.sessionId,
      userId: bookingHosts.userId,
      start: bookingHosts.startMinute,
      end: bookingHosts.endMinute,
    })
    .from(bookingHosts)
    .where(
      and(
        eq(bookingHosts.eventTypeId, eventTypeId),
        eq(bookingHosts.active, true),
        gt(bookingHosts.startMinute, from - minutesPerDay),
        lt(bookingHosts.startMinute, to),
      ),
    )
  const found = new Map<string, { session: Session; seats: Set<string>; hosts: Set<string> }>()
  for (const row of rows) {
    if (row.bookingId === except.bookingId) continue
    const entry = found.get(row.sessionId) ?? {
      session: { sessionId: row.sessionId, start: row.start, end: row.end, taken: 0, hostIds: [] },
      seats: new Set<string>(),
      hosts: new Set<string>(),
    }
    entry.seats.add(row.bookingId)
    entry.hosts.add(row.userId)
    found.set(row.sessionId, entry)
  }
  return [...found.values()].map(({ session, seats, hosts }) => ({
    ...session,
    taken: seats.size,
    hostIds: [...hosts],
  }))
}
