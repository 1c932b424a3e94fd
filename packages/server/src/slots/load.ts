/** Puts together what the engine needs to know about an event type and its hosts, for a range of starts. */
import { bookingHosts } from '../bookings/model.ts'
import { busyBlocks } from '../busy-blocks/model.ts'
import type { Read } from '../db/database.ts'
import { eventTypes, hosts, type Offer } from '../event-types/model.ts'
import { organizations } from '../organizations/model.ts'
import type { OrganizationRow } from '../organizations/service.ts'
import { schedules } from '../schedules/model.ts'
import { timeOff } from '../time-off/model.ts'
import { type UserRow, users } from '../users/model.ts'
import type { HostAvailability, Interval, Rules } from './availability.ts'
import type { Seen } from './live.ts'
import { narrow } from './narrow.ts'
import { loadSources, type Sources, type Terms, type Wanted } from './sources.ts'

export interface Availability {
  rules: Rules
  hosts: HostAvailability[]
  users: UserRow[]
  /** When the first hold that was counted ends, in epoch milliseconds. */
  until: number
}

type Organization = Pick<OrganizationRow, 'timezone' | 'weekStart'>

const readFrom = [organizations, eventTypes, hosts, users, schedules, bookingHosts, busyBlocks, timeOff]

/** The same for a list of slots, kept until something it was read from changes or a hold in it ends. */
export async function listedAvailability(
  db: Read,
  organization: Organization,
  offer: Offer,
  durationMinutes: number,
  range: Interval,
  seen: Seen,
): Promise<Availability> {
  // A link narrows what is kept for everybody.
  const { link, ...plain } = offer
  const question = `availability:${offer.id}:${durationMinutes}:${range.start}:${range.end}:${seen.bookingId ?? ''}`
  // A hold ends without a write, so what counted it is kept under its own key and followed by another from then on.
  for (let key = question; ; ) {
    const kept = await db.memo(readFrom, key, () =>
      loadAvailability(db, organization, plain, durationMinutes, range, seen),
    )
    if (seen.now.getTime() < kept.until) return { ...kept, rules: narrow(kept.rules, link, seen.now) }
    key = `${question}:${kept.until}`
  }
}

/** What is known about every start in `range`, for one duration. */
export async function loadAvailability(
  db: Read,
  organization: Organization,
  offer: Terms,
  durationMinutes: number,
  range: Interval,
  seen: Seen,
): Promise<Availability> {
  const wanted = { offer, durationMinutes }
  const all = availabilityOf(await loadSources(db, [wanted], range, seen), organization, wanted)
  return { ...all, rules: narrow(all.rules, offer.link, seen.now) }
}

/** One event type's part of what was read for several. */
export function availabilityOf(
  sources: Sources,
  organization: Organization,
  { offer, durationMinutes }: Wanted,
): Availability {
  const zoneOf = (userId: string) =>
    sources.schedules.byUser.get(userId)?.timezone ?? sources.people.get(userId)?.timezone ?? organization.timezone
  const people = offer.hosts.flatMap((host) => sources.people.get(host.userId) ?? [])
  const known = people.map((person): HostAvailability => {
    const named = offer.hosts.find((host) => host.userId === person.id)?.scheduleId
    const scheduleId = named ?? (offer.scheduling === 'individual' ? offer.scheduleId : null)
    const own = scheduleId ? sources.schedules.byId.get(scheduleId) : sources.schedules.byUser.get(person.id)
    return {
      userId: person.id,
      name: person.name,
      active: person.status === 'active',
      hours: own ? { timezone: own.timezone, weekly: own.weekly, overrides: own.overrides } : null,
      bookings: sources.bookings.get(person.id) ?? [],
      busy: sources.blocks.get(person.id) ?? [],
      timeOff: sources.timeOff.get(person.id) ?? [],
      limits: person.limits,
      limitZone: zoneOf(person.id),
      counted: sources.countedByHost.get(person.id) ?? [],
    }
  })
  const rules: Rules = {
    scheduling: offer.scheduling,
    durationMinutes,
    intervalMinutes: offer.intervalMinutes ?? durationMinutes,
    bufferBeforeMinutes: offer.bufferBeforeMinutes,
    bufferAfterMinutes: offer.bufferAfterMinutes,
    minNoticeMinutes: offer.minNoticeMinutes,
    window: offer.window,
    limits: offer.limits,
    zone: scheduleZone(offer, sources.schedules, zoneOf, organization.timezone),
    weekStart: organization.weekStart,
    counted: sources.countedByType.get(offer.id) ?? [],
    seats: offer.seats,
    sessions: sources.sessions.get(offer.id) ?? [],
  }
  return { rules, hosts: known, users: people, until: sources.until }
}

/** Where booking window and limits count: one host's own schedule; with several hosts the type's, else the organization's. */
function scheduleZone(
  offer: Terms,
  { byId }: Sources['schedules'],
  zoneOf: (userId: string) => string,
  fallback: string,
): string {
  const own = offer.scheduleId ? byId.get(offer.scheduleId)?.timezone : undefined
  const [only] = offer.hosts
  if (offer.scheduling !== 'individual' || !only) return own ?? fallback
  const named = only.scheduleId ? byId.get(only.scheduleId)?.timezone : undefined
  return named ?? own ?? zoneOf(only.userId)
}
