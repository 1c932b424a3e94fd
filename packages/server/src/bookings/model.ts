import { z } from 'zod'
import { flag, index, instant, integer, json, table, text, unique } from '../db/columns.ts'
import { Location, locationKinds, type Question } from '../event-types/model.ts'
import { emailInput, externalIdInput, instantInput, lineInput, textInput, zoneInput } from '../shapes.ts'

export const bookingStatuses = ['pending', 'confirmed', 'declined', 'cancelled'] as const
export type BookingStatus = (typeof bookingStatuses)[number]

export const bookingOrders = ['start', '-start', '-created'] as const
export type BookingOrder = (typeof bookingOrders)[number]

export const GuestInput = z
  .strictObject({
    name: lineInput(200),
    email: emailInput,
    timezone: zoneInput,
    locale: z
      .string()
      .max(35)
      .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'Send a BCP 47 language tag, such as de-DE.')
      .optional(),
  })
  .meta({
    id: 'GuestInput',
    example: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' },
  })

const Answer = z.union([textInput(5000), z.number(), z.boolean(), z.array(textInput(300)).max(100)])

export const Recurrence = z
  .strictObject({
    frequency: z.enum(['daily', 'weekly', 'monthly']),
    interval: z.int().min(1).max(52).default(1),
    count: z.int().min(1).max(24),
  })
  .meta({ id: 'Recurrence', description: "A series that keeps its wall time in the schedule's zone." })
export type Recurrence = z.output<typeof Recurrence>

/** The secret of a link, where something is booked or held through it. */
export const linkTokenInput = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'The secret of a link: what it offers is bookable, and nothing else.' })

const bookingFields = {
  start: instantInput.meta({ description: 'One of the offered starts.' }),
  durationMinutes: z.int().min(1).max(1440).optional().meta({ description: "One of the event type's options." }),
  guest: GuestInput,
  additionalGuests: z.array(emailInput).max(20).optional(),
  answers: z.record(z.string().max(40), Answer).optional().meta({ description: "By the questions' keys." }),
  location: z.strictObject({ kind: z.enum(locationKinds), value: textInput(1000).optional() }).optional(),
  notes: textInput(5000).optional(),
  recurrence: Recurrence.optional(),
  holdId: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'A hold on this start, which the booking takes the place of.' }),
  metadata: z
    .record(z.string().min(1).max(40), textInput(500))
    .refine((value) => Object.keys(value).length <= 50, 'Send at most 50 keys.')
    .optional(),
}

/** What a guest on a public page may send. */
export const GuestBooking = z.strictObject(bookingFields).meta({ id: 'GuestBooking' })
export type GuestBooking = z.output<typeof GuestBooking>

export const NewBooking = z
  .strictObject({
    eventTypeId: z.string().min(1).max(300),
    ...bookingFields,
    hostId: z.string().min(1).max(300).optional().meta({ description: 'The host to meet, where several could.' }),
    linkToken: linkTokenInput.optional(),
    externalId: externalIdInput.optional(),
  })
  .meta({ id: 'NewBooking' })
export type NewBooking = z.output<typeof NewBooking>

export const BookingChange = z
  .strictObject({
    notes: textInput(5000).nullable().optional(),
    location: Location.nullable().optional(),
    externalId: externalIdInput.nullable().optional(),
    metadata: z.record(z.string().min(1).max(40), textInput(500).nullable()).optional(),
  })
  .meta({ id: 'BookingChange', example: { notes: 'Grace brings a colleague.' } })
export type BookingChange = z.output<typeof BookingChange>

const reason = textInput(1000).optional().meta({ example: 'Something came up.' })
export const Cancel = z
  .strictObject({ reason, scope: z.enum(['this', 'following']).default('this') })
  .meta({ id: 'Cancel', description: '`following` cancels this one and the later ones of its series.' })
export type Cancel = z.output<typeof Cancel>
export const Reschedule = z
  .strictObject({
    start: instantInput.meta({ example: '2030-01-09T14:00:00Z' }),
    durationMinutes: bookingFields.durationMinutes,
    reason,
  })
  .meta({ id: 'Reschedule' })
export type Reschedule = z.output<typeof Reschedule>
export const Decline = z.strictObject({ reason }).meta({ id: 'Decline' })
export const NoShow = z
  .strictObject({ noShow: z.boolean().default(true).meta({ example: true }) })
  .meta({ id: 'NoShow' })
export const Reassign = z
  .strictObject({ hostId: z.string().min(1).max(300) })
  .meta({ id: 'Reassign', example: { hostId: 'usr_7QmB2xLr9Tz4Vb8Nk1Wc' } })

export const Booking = z
  .object({
    id: z.string().meta({ example: 'bk_0WbXkT3nPq7YvLs2DfGh' }),
    uid: z.string().meta({ description: 'The calendar UID; it stays the same through every change.' }),
    eventTypeId: z.string(),
    title: z.string(),
    status: z.enum(bookingStatuses).meta({ example: 'confirmed' }),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    timezone: z.string().meta({ description: 'The zone of the schedule it was booked in.' }),
    hosts: z.array(z.object({ userId: z.string(), name: z.string(), email: z.string() })),
    guest: z.object({ name: z.string(), email: z.string(), timezone: z.string(), locale: z.string().nullable() }).meta({
      example: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York', locale: null },
    }),
    additionalGuests: z.array(z.string()),
    answers: z.record(z.string(), z.unknown()).meta({ example: { company: 'Harbour Computing' } }),
    location: z
      .object({ kind: z.string(), value: z.string().optional() })
      .nullable()
      .meta({ example: { kind: 'video', value: 'https://video.example.com/ada' } }),
    notes: z.string().nullable(),
    source: z.string(),
    linkId: z.string().nullable(),
    apiKeyId: z.string().nullable(),
    contactIds: z.array(z.string()),
    sessionId: z.string().meta({ description: 'Bookings of one seated session share it.' }),
    seriesId: z.string().nullable(),
    seatsLeft: z.int().nullable(),
    noShow: z.boolean(),
    ended: z.boolean(),
    cancellation: z
      .object({ by: z.enum(['guest', 'host']), reason: z.string().nullable(), at: z.iso.datetime() })
      .nullable(),
    rescheduleReason: z.string().nullable().meta({ description: 'Why it was last moved.' }),
    manageUrl: z.string().nullable().meta({ description: "The guest's secret page; only in the answer that books." }),
    metadata: z.record(z.string(), z.string()),
    externalId: z.string().nullable(),
    revision: z.int().meta({ description: 'Counts its changes from 1.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Booking', description: 'A time that a guest and one or more hosts have agreed to meet.' })
export type Booking = z.infer<typeof Booking>

export const CreatedBooking = Booking.extend({
  manageUrl: Booking.shape.manageUrl.meta({ example: 'https://meet.example.com/booking/x7Qm2Lr9Tz4Vb8Nk1Wc6Hs' }),
  series: z.array(Booking).optional().meta({ description: 'All bookings of a recurring series, in order.' }),
}).meta({ id: 'CreatedBooking' })
export type CreatedBooking = z.infer<typeof CreatedBooking>

export const bookings = table(
  'bookings',
  {
    id: text().primaryKey(),
    uid: text().notNull(),
    organizationId: text().notNull(),
    eventTypeId: text().notNull(),
    /** As it was when booked: an event type may be renamed or deleted. */
    title: text().notNull(),
    questions: json<Question[]>().notNull(),
    sessionId: text().notNull(),
    seriesId: text(),
    status: text().$type<BookingStatus>().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    timezone: text().notNull(),
    bufferBeforeMinutes: integer().notNull(),
    bufferAfterMinutes: integer().notNull(),
    seats: integer().notNull(),
    guestName: text().notNull(),
    guestEmail: text().notNull(),
    guestKey: text().notNull(),
    guestTimezone: text().notNull(),
    guestLocale: text(),
    additionalGuests: json<string[]>().notNull(),
    answers: json<Record<string, unknown>>().notNull(),
    location: json<Booking['location']>(),
    notes: text(),
    source: text().notNull(),
    linkId: text(),
    apiKeyId: text(),
    noShow: flag().notNull(),
    cancelledBy: text().$type<'guest' | 'host'>(),
    cancelReason: text(),
    cancelledAt: instant(),
    rescheduleReason: text(),
    manageHash: text(),
    metadata: json<Record<string, string>>().notNull(),
    externalId: text(),
    revision: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    index('bookings_organization').on(t.organizationId, t.createdAt),
    index('bookings_start').on(t.organizationId, t.startsAt),
    index('bookings_event_type').on(t.eventTypeId, t.startsAt),
    index('bookings_session').on(t.sessionId),
    index('bookings_series').on(t.seriesId),
    index('bookings_link').on(t.linkId),
    index('bookings_guest').on(t.organizationId, t.guestKey),
    unique('bookings_manage').on(t.manageHash),
    unique('bookings_external').on(t.organizationId, t.externalId),
  ],
)
export type BookingRow = typeof bookings.$inferSelect

/** A booking as it occupies one host: what availability, limits and rotation are read from. Times are epoch minutes. */
export const bookingHosts = table(
  'booking_hosts',
  {
    id: text().primaryKey(),
    bookingId: text().notNull(),
    userId: text().notNull(),
    position: integer().notNull(),
    eventTypeId: text().notNull(),
    sessionId: text().notNull(),
    /** True while it holds its time: pending or confirmed. */
    active: flag().notNull(),
    startMinute: integer().notNull(),
    endMinute: integer().notNull(),
    paddedStart: integer().notNull(),
    paddedEnd: integer().notNull(),
    bookedAt: instant().notNull(),
    /** Until when this is but a hold on the time, whose id is `bookingId`; null for a booking. */
    heldUntil: instant(),
  },
  (t) => [
    unique('booking_hosts_pair').on(t.bookingId, t.userId),
    index('booking_hosts_busy').on(t.userId, t.active, t.paddedEnd),
    index('booking_hosts_start').on(t.userId, t.active, t.startMinute),
    index('booking_hosts_type').on(t.eventTypeId, t.active, t.startMinute),
    index('booking_hosts_turn').on(t.eventTypeId, t.active, t.bookedAt),
  ],
)
export type BookingHostRow = typeof bookingHosts.$inferSelect

/** Which contacts a booking belongs to, one for each host, with what their figures are counted from. */
export const bookingContacts = table(
  'booking_contacts',
  {
    bookingId: text().notNull(),
    userId: text().notNull(),
    contactId: text().notNull(),
    status: text().$type<BookingStatus>().notNull(),
    noShow: flag().notNull(),
    /** Epoch minutes. */
    startMinute: integer().notNull(),
    endMinute: integer().notNull(),
    /** From when it was made to when it starts. */
    noticeMinutes: integer().notNull(),
  },
  (t) => [
    unique('booking_contacts_pair').on(t.bookingId, t.userId),
    index('booking_contacts_contact').on(t.contactId, t.startMinute),
  ],
)
export type BookingContactRow = typeof bookingContacts.$inferSelect
