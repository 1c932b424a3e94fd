/** What reminders are written from, read for many of them at once. */
import { and, asc, eq, isNotNull, or } from 'drizzle-orm'
import { type BookingRow, bookingHosts, bookings } from '../bookings/model.ts'
import type { Read } from '../db/database.ts'
import { inList, listValue } from '../db/dialect.ts'
import { eventTypes } from '../event-types/model.ts'
import { organizations } from '../organizations/model.ts'
import { type UserRow, users } from '../users/model.ts'
import { builtIn, type ReminderRow, type ReminderStep, reminderStops, reminders, workflows } from './model.ts'

/** One booking with everything that its reminders may say. */
export interface Occasion {
  booking: BookingRow
  hosts: readonly UserRow[]
  organization: { name: string }
  /** The path of the page on which the same can be booked again; null where there is none for everybody. */
  page: string | null
}

/** An occasion as it concerns one reminder; null where the booking is gone. */
export interface Concern {
  occasion: Occasion | null
  /** Null where the workflow has lost it. */
  step: ReminderStep | null
  isStopped: boolean
  /** Other live reminders of the same booking. */
  others: readonly ReminderRow[]
}

/** What there is to know about each of these reminders, by its id. */
export async function concernsOf(db: Read, rows: readonly ReminderRow[]): Promise<Map<string, Concern>> {
  const occasions = await occasionsOf(db, unique(rows.map((row) => row.bookingId)))
  const steps = await stepsOf(db, unique(rows.map((row) => row.workflowId)))
  const stopped = await stoppedOf(
    db,
    rows.filter((row) => row.offsetMinutes > 0).flatMap((row) => occasions.get(row.bookingId)?.booking ?? []),
  )
  const live = await liveOf(db, unique(rows.map((row) => row.bookingId)))
  return new Map(
    rows.map((row) => {
      const occasion = occasions.get(row.bookingId) ?? null
      const step = steps.get(`${row.workflowId} ${row.stepId}`) ?? null
      const isStopped = occasion !== null && stopped.has(keyOf(occasion.booking))
      const others = live.filter((one) => one.bookingId === row.bookingId && one.id !== row.id)
      return [row.id, { occasion, step, isStopped, others }]
    }),
  )
}

export async function occasionsOf(db: Read, ids: readonly string[]): Promise<Map<string, Occasion>> {
  if (ids.length === 0) return new Map()
  const wanted = { ids: listValue(ids) }
  const found = await db.compiled('occasions', wanted, () =>
    db
      .select({
        booking: bookings,
        organization: { name: organizations.name },
        type: eventTypes,
        owner: users.username,
      })
      .from(bookings)
      .innerJoin(organizations, eq(organizations.id, bookings.organizationId))
      .leftJoin(eventTypes, eq(eventTypes.id, bookings.eventTypeId))
      .leftJoin(users, eq(users.id, eventTypes.ownerId))
      .where(inList(bookings.id, 'ids')),
  )
  const hosts = await db.compiled('occasion-hosts', wanted, () =>
    db
      .select({ bookingId: bookingHosts.bookingId, user: users })
      .from(bookingHosts)
      .innerJoin(users, eq(users.id, bookingHosts.userId))
      .where(inList(bookingHosts.bookingId, 'ids'))
      .orderBy(asc(bookingHosts.position)),
  )
  return new Map(
    found.map(({ booking, organization, type, owner }) => {
      // Whoever booked through a link is not led on to the host's page.
      const isOpen = type?.active === true && type.linkId === null && booking.linkId === null
      const page = isOpen && owner ? `/${owner}/${type.slug}` : null
      const people = hosts.filter((host) => host.bookingId === booking.id).map((host) => host.user)
      return [booking.id, { booking, organization, page, hosts: people }]
    }),
  )
}

async function stepsOf(db: Read, ids: readonly string[]): Promise<Map<string, ReminderStep>> {
  const own = await db.compiled('occasion-steps', { ids: listValue(ids) }, () =>
    db.select({ id: workflows.id, steps: workflows.steps }).from(workflows).where(inList(workflows.id, 'ids')),
  )
  return new Map([builtIn, ...own].flatMap(({ id, steps }) => steps.map((step) => [`${id} ${step.id}`, step] as const)))
}

async function stoppedOf(db: Read, rows: readonly BookingRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const named = rows.map((row) =>
    and(eq(reminderStops.organizationId, row.organizationId), eq(reminderStops.emailKey, row.guestKey)),
  )
  const found = await db
    .select()
    .from(reminderStops)
    .where(or(...named))
  return new Set(found.map((row) => `${row.organizationId} ${row.emailKey}`))
}

const liveOf = (db: Read, bookingIds: readonly string[]): Promise<ReminderRow[]> =>
  db.compiled('reminders-live', { ids: listValue(bookingIds) }, () =>
    db
      .select()
      .from(reminders)
      .where(and(inList(reminders.bookingId, 'ids'), isNotNull(reminders.dueMs))),
  )

const keyOf = (booking: BookingRow): string => `${booking.organizationId} ${booking.guestKey}`

const unique = (ids: readonly string[]): string[] => [...new Set(ids)]
