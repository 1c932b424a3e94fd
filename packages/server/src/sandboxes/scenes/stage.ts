import type { z } from 'zod'
import { createBooking } from '../../bookings/create.ts'
import { type Booking, NewBooking } from '../../bookings/model.ts'
import type { Context } from '../../context.ts'
import { type EventType, NewEventType } from '../../event-types/model.ts'
import { createEventType } from '../../event-types/service.ts'
import { slugOf } from '../../shapes.ts'
import { dateOfDay, dayOfDate, weekdayOfDay } from '../../time.ts'
import type { UserRow } from '../../users/model.ts'
import { localDate, wallToMinute } from '../../zones.ts'

/** Where a scene is played: in one transaction in one sandbox, at its present. */
export interface Stage {
  ctx: Context
  owner: UserRow
  now: Date
}

export interface Scene {
  eventTypes: EventType[]
  bookings: Booking[]
  /** What else was made, by kind. */
  made: Record<string, number>
  story: string
}

/** An event type of the owner. */
export const offer = (
  { ctx, owner }: Stage,
  wanted: Omit<z.input<typeof NewEventType>, 'ownerId'>,
): Promise<EventType> => createEventType(ctx, NewEventType.parse({ ownerId: owner.id, ...wanted }))

/** A guest books a start, as over the API. */
export const attend = ({ ctx }: Stage, { id }: EventType, start: string, guest: Guest): Promise<Booking> =>
  createBooking(ctx, NewBooking.parse({ eventTypeId: id, start, guest }))

export type Guest = { name: string; email: string; timezone: string }

/** Guest number `n` of a cast that never ends. */
export function guestOf(n: number): Guest {
  const first = firstNames[n % firstNames.length] ?? 'Grace'
  const last = lastNames[Math.floor(n / firstNames.length + n * 7) % lastNames.length] ?? 'Hopper'
  const email = `${slugOf(first)}.${slugOf(last)}${n < firstNames.length ? '' : n}@guests.example`
  return { name: `${first} ${last}`, email, timezone: zones[n % zones.length] ?? 'UTC' }
}

const firstNames = ['Grace', 'Alan', 'Katherine', 'Linus', 'Radia', 'Edsger', 'Barbara', 'Dennis', 'Frances', 'Ken']
const lastNames = ['Hopper', 'Turing', 'Johnson', 'Torvalds', 'Perlman', 'Dijkstra', 'Liskov', 'Ritchie', 'Allen']
const zones = [
  'America/New_York',
  'Europe/Berlin',
  'Asia/Tokyo',
  'America/Los_Angeles',
  'Europe/London',
  'Asia/Kolkata',
]

/** The next Monday in a zone, as a number of days; today is never it. */
export function nextMonday(now: Date, zone: string): number {
  const today = localDay(now, zone)
  return today + ((7 - weekdayOfDay(today)) % 7 || 7)
}

/** An instant by the wall clock of a zone. */
export const at = (day: number, clock: string, zone: string): Date =>
  new Date(wallToMinute(dateOfDay(day), clock, zone) * 60_000)

/** The day of an instant in a zone, as a number. */
export const localDay = (instant: Date, zone: string): number =>
  dayOfDate(localDate(Math.floor(instant.getTime() / 60_000), zone))
