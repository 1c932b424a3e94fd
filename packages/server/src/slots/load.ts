/** Reads what the engine needs to know about an event type and its hosts, for a range of starts. */
import { and, eq, inArray, or } from 'drizzle-orm'
import { bookingHosts } from '../bookings/model.ts'
import { busyBlocks } from '../busy-blocks/model.ts'
import type { Read } from '../db/database.ts'
import { eventTypes, hosts, type Offer } from '../event-types/model.ts'
import { organizations } from '../organizations/model.ts'
import type { OrganizationRow } from '../organizations/service.ts'
import { type ScheduleRow, schedules } from '../schedules/model.ts'
import { timeOff } from '../time-off/model.ts'
import { type UserRow, users } from '../users/model.ts'
import type { HostAvailability, Interval, Rules } from './availability.ts'
import {
  asBusyBooking,
  type Except,
  loadBlocks,
  loadCounted,
  loadOccupations,
  loadSessions,
  loadTimeOff,
} from './rows.ts'

export interface Availability {
  rules: Rules
  hosts: HostAvailability[]
  users: UserRow[]
}

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
