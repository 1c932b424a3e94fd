import { z } from 'zod'
import { Booking } from '../bookings/model.ts'
import { Location, Question } from '../event-types/model.ts'

export const PublicEventType = z
  .object({
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    durationMinutes: z.int(),
    durationOptions: z.array(z.int()).nullable(),
    seats: z.int(),
    requiresConfirmation: z.boolean(),
    scheduling: z.enum(['individual', 'collective', 'round_robin']),
    locations: z
      .array(z.object({ kind: Location.shape.kind }))
      .meta({ description: 'The kinds; the details come with the booking.' }),
    questions: z.array(Question),
    hosts: z
      .array(z.object({ name: z.string() }))
      .meta({ description: 'Who may be met; for round robin one of them.' }),
    timezone: z.string().meta({ description: "The host's zone." }),
    redirectUrl: z.string().nullable(),
    url: z.string(),
  })
  .meta({ id: 'PublicEventType', description: 'What a guest may know of an event type.' })
export type PublicEventType = z.infer<typeof PublicEventType>

export const Profile = z
  .object({
    username: z.string(),
    name: z.string(),
    organization: z.string(),
    timezone: z.string(),
    eventTypes: z.array(PublicEventType),
  })
  .meta({ id: 'Profile', description: "A host's public page." })
export type Profile = z.infer<typeof Profile>

export const GuestBookingView = z
  .object({
    uid: z.string(),
    title: z.string(),
    status: Booking.shape.status,
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    timezone: z.string(),
    hosts: z.array(z.object({ name: z.string() })),
    guest: Booking.shape.guest,
    additionalGuests: z.array(z.string()),
    answers: Booking.shape.answers,
    location: Booking.shape.location,
    notes: z.string().nullable(),
    cancellation: Booking.shape.cancellation,
    ended: z.boolean(),
    seriesId: z.string().nullable(),
    eventType: z
      .object({ slug: z.string(), username: z.string(), durationMinutes: z.int() })
      .nullable()
      .meta({ example: { slug: 'intro-call', username: 'ada', durationMinutes: 30 } }),
    movable: z.boolean().meta({ example: true, description: 'Whether there is still something to move it within.' }),
    manageUrl: z.string().nullable(),
    redirectUrl: z.string().nullable(),
    series: z.array(z.object({ start: z.iso.datetime(), end: z.iso.datetime() })).optional(),
  })
  .meta({ id: 'GuestBookingView', description: 'A booking as its guest sees it.' })
export type GuestBookingView = z.infer<typeof GuestBookingView>
