import { eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { AppError, type Fault } from '../errors.ts'
import { findEventType, findOffer } from '../event-types/directory.ts'
import { type EventTypeRow, eventTypes, hosts, type Offer } from '../event-types/model.ts'
import { isAdmin } from '../permissions.ts'
import type { LinkRow } from './model.ts'
import { fault, termsOf } from './rules.ts'

/** What a link is to offer: event types that its host owns or hosts; all that is wrong with them is named at once. */
export async function chosenEventTypes(
  db: Read,
  ctx: Context,
  userId: string,
  asked: {
    eventTypeId?: string | undefined
    eventTypeIds?: string[] | undefined
    durationMinutes?: number | undefined
  },
): Promise<Offer[]> {
  const ids = asked.eventTypeIds ?? (asked.eventTypeId === undefined ? [] : [asked.eventTypeId])
  const chosen: Offer[] = []
  const faults: Fault[] = []
  for (const [i, id] of ids.entries()) {
    const path = asked.eventTypeIds ? `eventTypeIds/${i}` : 'eventTypeId'
    const found = await findEventType(db, ctx, id).catch(asFault(path, faults))
    if (!found) continue
    if (chosen.some((one) => one.id === found.id)) faults.push(fault(path, 'duplicate', 'It is listed twice.'))
    if (!isTheirs(found, userId) && !isAdmin(ctx))
      throw new AppError('forbidden', 'You may share event types that you own or host; ask an admin for others.')
    chosen.push(found)
  }
  const [first] = faults
  if (first) throw new AppError(first.code === 'not_found' ? 'not_found' : 'invalid_request', first.detail, {}, faults)
  const [only] = chosen
  if (only && asked.durationMinutes !== undefined) requireOffered(only, asked.durationMinutes)
  return chosen
}

/** An event type that belongs to one link: no list, page or id finds it, and no plan counts it. */
export async function insertOwnEventType(
  tx: Tx,
  ctx: Context,
  link: LinkRow & { title: string; durationMinutes: number },
): Promise<string> {
  const row: EventTypeRow = {
    id: ctx.newId('et'),
    organizationId: link.organizationId,
    ownerType: 'user',
    ownerId: link.userId,
    // No slug has capitals, so this one is in nobody's way.
    slug: link.id,
    title: link.title,
    description: '',
    durationMinutes: link.durationMinutes,
    durationOptions: null,
    intervalMinutes: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    minNoticeMinutes: 0,
    window: link.nextDays === null && !link.availability ? { kind: 'rolling', days: 60 } : { kind: 'unlimited' },
    limits: {},
    seats: 1,
    requiresConfirmation: false,
    scheduling: 'individual',
    scheduleId: null,
    locations: [],
    questions: [],
    visibility: 'unlisted',
    active: true,
    redirectUrl: null,
    reminderWorkflowId: null,
    externalId: null,
    linkId: link.id,
    createdAt: link.createdAt,
    updatedAt: link.createdAt,
  }
  await tx.insert(eventTypes).values(row)
  const host = { eventTypeId: row.id, userId: link.userId, position: 0, weight: 1, scheduleId: null }
  await tx.insert(hosts).values({ id: ctx.newId('eth'), ...host })
  return row.id
}

/** A link's own event type is called as its link is. */
export async function renameOwnEventType(tx: Tx, ctx: Context, link: LinkRow): Promise<void> {
  if (link.title === null) return
  await tx.update(eventTypes).set({ title: link.title, updatedAt: ctx.now() }).where(eq(eventTypes.linkId, link.id))
}

/** An event type as a link offers it: under the link's title, at its length, within what it leaves. */
export function throughLink(offer: Offer, link: LinkRow): Offer {
  return {
    ...offer,
    title: link.title ?? offer.title,
    ...(link.durationMinutes !== null && { durationMinutes: link.durationMinutes, durationOptions: null }),
    link: termsOf(link),
  }
}

/** The event types of a link that can be booked now, as it offers them; deleted and switched-off ones are left out. */
export async function offersOf(db: Read, link: LinkRow, eventTypeIds: readonly string[]): Promise<Offer[]> {
  const found: Offer[] = []
  for (const id of eventTypeIds) {
    const offer = await findOffer(db, link, id).catch(() => null)
    if (offer?.active) found.push(throughLink(offer, link))
  }
  return found
}

const isTheirs = (offer: Offer, userId: string) =>
  offer.ownerId === userId || offer.hosts.some((host) => host.userId === userId)

function requireOffered(offer: Offer, durationMinutes: number): void {
  const offered = offer.durationOptions ?? [offer.durationMinutes]
  if (offered.includes(durationMinutes)) return
  const detail = `A duration of ${durationMinutes} minutes is not offered; choose ${offered.join(', ')}.`
  throw new AppError('invalid_request', detail, {}, [fault('durationMinutes', 'duration_not_offered', detail)])
}

const asFault = (path: string, faults: Fault[]) => (error: unknown) => {
  if (!(error instanceof AppError)) throw error
  faults.push(fault(path, error.code, error.message))
  return null
}
