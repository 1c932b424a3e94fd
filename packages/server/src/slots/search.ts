import type { Context } from '../context.ts'
import { AppError, type Fault } from '../errors.ts'
import { findEventType, findEventTypes } from '../event-types/directory.ts'
import type { Offer } from '../event-types/model.ts'
import { findOrganization } from '../organizations/service.ts'
import { findUsersByIds } from '../users/directory.ts'
import { localDates } from '../zones.ts'
import { availabilityOf } from './load.ts'
import type { FoundSlots, SlotSearch } from './search-model.ts'
import { type Candidate, earliestOfAny, earliestOfEach, type Found, sharedByAll } from './search-rows.ts'
import { chosenDuration, iso } from './service.ts'
import { loadSources, type Terms, type Wanted } from './sources.ts'

/** The first starts that any of several event types or people have, or that all of them share; nothing is written. */
export async function searchSlots(ctx: Context, search: SlotSearch): Promise<FoundSlots> {
  const organization = await findOrganization(ctx.db.read, ctx)
  const timezone = search.timezone ?? organization.timezone
  const wanted = search.userIds ? await wantedOfPeople(ctx, search, search.userIds) : await wantedOfTypes(ctx, search)
  const open = wanted.filter(({ isActive }) => isActive)
  if (open.length === 0 || (search.find === 'common' && open.length < wanted.length)) return { data: [], timezone }
  const now = ctx.now()
  const range = { start: ceilMinute(search.start), end: ceilMinute(search.end) }
  const sources = await loadSources(ctx.db.read, open, range, { now })
  const candidates = open.map(({ eventTypeId, ...one }): Candidate => {
    const { rules, hosts } = availabilityOf(sources, organization, one)
    // Where no event type sets rules, a host's own limits are none of the question either.
    return eventTypeId === undefined
      ? { rules, hosts: hosts.map((host) => ({ ...host, limits: {} })) }
      : { eventTypeId, rules, hosts }
  })
  const find = search.find === 'common' ? sharedByAll : search.userIds ? earliestOfAny : earliestOfEach
  return { data: present(find(candidates, { ...range, nowMs: now.getTime() }, search.limit), timezone), timezone }
}

interface Searched extends Wanted {
  eventTypeId?: string
  isActive: boolean
}

async function wantedOfTypes(ctx: Context, search: SlotSearch): Promise<Searched[]> {
  const ids = search.eventTypeIds ?? []
  const found = await findEventTypes(ctx.db.read, ctx, ids)
  const offers = allFound(ids, found, 'event type', 'eventTypeIds')
  return offers.map((offer) => ({
    offer,
    durationMinutes: chosenDuration(offer, search.durationMinutes),
    eventTypeId: offer.id,
    isActive: offer.active,
  }))
}

async function wantedOfPeople(ctx: Context, search: SlotSearch, userIds: readonly string[]): Promise<Searched[]> {
  const found = await findUsersByIds(ctx.db.read, ctx, userIds)
  const people = allFound(userIds, found, 'member', 'userIds')
  if (search.eventTypeId === undefined) {
    const durationMinutes = search.durationMinutes ?? 0
    return people.map(({ id }) => ({ offer: plainTime(id), durationMinutes, isActive: true }))
  }
  const offer = await findEventTypeAt(ctx, search.eventTypeId)
  const durationMinutes = chosenDuration(offer, search.durationMinutes)
  return people.map(({ id }) => ({
    offer: asOnlyHost(offer, id),
    durationMinutes,
    eventTypeId: offer.id,
    isActive: offer.active,
  }))
}

/** An event type as if it had this one host, who brings the schedule named for them or their default. */
function asOnlyHost(offer: Offer, userId: string): Terms {
  const own = offer.hosts.find((host) => host.userId === userId)
  return {
    ...offer,
    scheduling: 'individual',
    scheduleId: own && offer.scheduling === 'individual' ? offer.scheduleId : null,
    hosts: [{ userId, scheduleId: own?.scheduleId ?? null }],
  }
}

/** Time in somebody's default schedule, without any rule of an event type. */
function plainTime(userId: string): Terms {
  return {
    id: '',
    scheduling: 'individual',
    scheduleId: null,
    intervalMinutes: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minNoticeMinutes: 0,
    window: { kind: 'unlimited' },
    limits: {},
    seats: 1,
    hosts: [{ userId, scheduleId: null }],
  }
}

async function findEventTypeAt(ctx: Context, id: string): Promise<Offer> {
  return findEventType(ctx.db.read, ctx, id).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, error.message, {}, [
      { pointer: '#/eventTypeId', code: error.code, detail: error.message },
    ])
  })
}

/** Each once, in the order asked; those that are not there are named in one refusal. */
function allFound<T>(ids: readonly string[], found: ReadonlyMap<string, T>, what: string, field: string): T[] {
  const faults = ids.flatMap((id, i): Fault[] =>
    found.has(id) ? [] : [{ pointer: `#/${field}/${i}`, code: 'not_found', detail: `There is no ${what} ${id}.` }],
  )
  const [first] = faults
  const many = `${faults.length} of these ids name no ${what}; \`errors\` says which.`
  if (first) throw new AppError('not_found', faults.length === 1 ? first.detail : many, {}, faults)
  return [...new Set(ids.flatMap((id) => found.get(id) ?? []))]
}

const ceilMinute = (instant: Date) => Math.ceil(instant.getTime() / 60_000)

function present(rows: readonly Found[], timezone: string): FoundSlots['data'] {
  const dates = localDates(
    rows.map(({ start }) => start),
    timezone,
  )
  return rows.map(({ start, end, eventTypeId, hostIds }, i) => ({
    start: iso(start),
    end: iso(end),
    date: dates[i] ?? '',
    ...(eventTypeId !== undefined && { eventTypeId }),
    hostIds,
  }))
}
