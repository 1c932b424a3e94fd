import { z } from 'zod'
import { GuestBooking, GuestInput } from '../bookings/model.ts'
import { PublicEventType } from '../public/model.ts'
import { PublicSlotQuery } from '../slots/model.ts'
import { linkKinds } from './model.ts'

const eventTypeId = z.string().min(1).max(300).optional()

/** An event type as a link offers it; the way to the host's own page is left out. */
export const LinkOffer = PublicEventType.omit({ slug: true, url: true })
  .extend({ id: z.string().meta({ example: 'et_0WbXkT3nPq7YvLs2DfGh' }) })
  .meta({ id: 'LinkOffer', description: 'What a guest may know of an event type behind a link.' })
export type LinkOffer = z.infer<typeof LinkOffer>

export const PublicLink = z
  .object({
    kind: z.enum(linkKinds).meta({ example: 'one_off' }),
    title: z.string().nullable().meta({ example: 'Coffee in Berlin', description: 'Null where a guest may choose.' }),
    greeting: z.string().nullable().meta({ example: 'Hello Grace, pick what suits you.' }),
    host: z.object({ name: z.string(), timezone: z.string() }),
    durationMinutes: z.int().nullable().meta({ example: 30, description: 'Null where a guest may choose.' }),
    eventTypes: z.array(LinkOffer).meta({ description: 'One for a one-off link, the chosen ones for a share link.' }),
    usesLeft: z.int().nullable().meta({ example: 1, description: 'Null where it may be used without end.' }),
    expiresAt: z.iso.datetime().nullable().meta({ example: '2030-02-06T08:00:00.000Z' }),
    guest: z
      .object({
        firstName: z.string().nullable().meta({ example: 'Grace' }),
        maskedEmail: z.string().meta({ example: 'g••••@example.com' }),
      })
      .nullable()
      .meta({
        example: null,
        description: 'Whom a share link was made for: no more than a stranger who finds it may know.',
      }),
  })
  .meta({ id: 'PublicLink', description: 'What a link offers whoever holds it.' })
export type PublicLink = z.infer<typeof PublicLink>

export const LinkSlotQuery = PublicSlotQuery.safeExtend({
  eventTypeId: eventTypeId.meta({ description: 'One of those on offer; a link with one needs none.' }),
})
export type LinkSlotQuery = z.output<typeof LinkSlotQuery>

/** What the holder of a share link leaves out, the server fills in from its contact. */
export const LinkGuest = GuestInput.partial().meta({
  id: 'LinkGuest',
  example: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' },
})
export type LinkGuest = z.output<typeof LinkGuest>

export const NewLinkBooking = GuestBooking.extend({
  eventTypeId: eventTypeId.meta({ description: 'One of those on offer; a link with one needs none.' }),
  guest: LinkGuest.optional().meta({ description: 'A share link knows whom it was made for.' }),
}).meta({
  id: 'NewLinkBooking',
  example: {
    start: '2030-01-08T09:00:00Z',
    guest: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' },
  },
})
export type NewLinkBooking = z.output<typeof NewLinkBooking>
