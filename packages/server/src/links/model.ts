import { z } from 'zod'
import { flag, index, instant, integer, json, table, text, unique } from '../db/columns.ts'
import { DateOverride, WeeklyHours } from '../schedules/model.ts'
import { zoneInput } from '../shapes.ts'

export const linkKinds = ['one_off', 'share'] as const
export type LinkKind = (typeof linkKinds)[number]

export const linkStates = ['active', 'used', 'expired', 'revoked'] as const
export type LinkState = (typeof linkStates)[number]

export const LinkAvailability = z
  .strictObject({
    timezone: zoneInput,
    weekly: z.array(WeeklyHours).max(200).default([]),
    overrides: z.array(DateOverride).max(400).default([]),
  })
  .meta({
    id: 'LinkAvailability',
    description: 'Hours that filter what is offered anyway; they open nothing and never move the grid.',
    example: {
      timezone: 'Europe/Berlin',
      weekly: [{ days: ['tue', 'thu'], start: '14:00', end: '17:00' }],
      overrides: [],
    },
  })
export type LinkAvailability = z.output<typeof LinkAvailability>

const LinkBooking = z
  .object({
    id: z.string().meta({ example: 'bk_0WbXkT3nPq7YvLs2DfGh' }),
    status: z.string().meta({ example: 'confirmed' }),
    start: z.iso.datetime(),
    guest: z
      .object({ name: z.string(), email: z.string() })
      .meta({ example: { name: 'Grace Hopper', email: 'grace@example.com' } }),
  })
  .meta({ id: 'LinkBooking', description: 'What was booked through a link, and by whom.' })

export const Link = z
  .object({
    id: z.string().meta({ example: 'lnk_0WbXkT3nPq7YvLs2DfGh' }),
    kind: z.enum(linkKinds).meta({ example: 'one_off' }),
    state: z.enum(linkStates).meta({ example: 'active' }),
    userId: z.string().meta({ description: 'The host it was made for.' }),
    title: z
      .string()
      .nullable()
      .meta({ example: 'Coffee in Berlin', description: "Of its own; null where it is the event type's." }),
    durationMinutes: z
      .int()
      .nullable()
      .meta({ example: 30, description: "Of its own; null where it is the event type's." }),
    eventTypeId: z.string().nullable().meta({
      description:
        'What a one-off link books. One with a title and a duration of its own has an event type that belongs to it alone: bookings name it, and nothing else finds it.',
    }),
    eventTypeIds: z.array(z.string()).meta({ description: 'All that can be booked through it.' }),
    starts: z
      .array(z.iso.datetime())
      .nullable()
      .meta({ description: 'The only starts on offer, whatever the hours say.' }),
    availability: z
      .object({
        timezone: z.string(),
        weekly: z.array(z.object({ days: z.array(z.string()), start: z.string(), end: z.string() })),
        overrides: z.array(
          z.object({ date: z.string(), windows: z.array(z.object({ start: z.string(), end: z.string() })) }),
        ),
      })
      .nullable()
      .meta({ description: 'Hours that filter what is offered anyway.' }),
    nextDays: z
      .int()
      .nullable()
      .meta({ example: 7, description: "Only the next so many days, in the host's zone; today is day 0." }),
    maxUses: z.int().nullable().meta({ example: 1, description: 'Null where it may be used without end.' }),
    uses: z.int().meta({ example: 0 }),
    expiresAt: z.iso.datetime().nullable().meta({ example: '2030-02-06T08:00:00.000Z' }),
    revokedAt: z.iso.datetime().nullable(),
    rearmOnCancel: z.boolean().meta({ description: 'Whether a cancelled booking gives its use back.' }),
    contactId: z.string().nullable().meta({ description: 'The contact it was made for.' }),
    greeting: z.string().nullable().meta({ example: 'Hello Grace, pick what suits you.' }),
    opens: z.int().meta({ example: 0, description: 'How often it was opened, once an hour and address.' }),
    lastOpenedAt: z.iso.datetime().nullable(),
    bookings: z.array(LinkBooking).meta({ description: 'The newest first, 100 at most.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Link', description: 'A secret address that offers one person, or few, what you chose for them.' })
export type Link = z.infer<typeof Link>

export const CreatedLink = Link.extend({
  token: z
    .string()
    .meta({ example: '4fTq0ZkV9mXb2RsLw8YcN1aU', description: 'The secret in its address. It is shown once.' }),
  url: z.string().meta({
    example: 'https://meet.example.com/l/4fTq0ZkV9mXb2RsLw8YcN1aU',
    description: 'What you send to the guest. It is shown once; keep it now.',
  }),
}).meta({ id: 'CreatedLink', description: 'A new link, with the address that is shown this once.' })
export type CreatedLink = z.infer<typeof CreatedLink>

export const links = table(
  'links',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    kind: text().$type<LinkKind>().notNull(),
    hash: text().notNull(),
    /** The host, and whose contact a share link is for. */
    userId: text().notNull(),
    createdBy: text().notNull(),
    title: text(),
    durationMinutes: integer(),
    /** Epoch minutes. */
    starts: json<number[]>(),
    availability: json<LinkAvailability>(),
    nextDays: integer(),
    maxUses: integer(),
    uses: integer().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    rearmOnCancel: flag().notNull(),
    contactId: text(),
    greeting: text(),
    opens: integer().notNull(),
    lastOpenedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('links_hash').on(t.hash),
    index('links_organization').on(t.organizationId, t.createdAt),
    index('links_user').on(t.userId, t.createdAt),
    index('links_contact').on(t.contactId),
  ],
)
export type LinkRow = typeof links.$inferSelect

/** What can be booked through a link. */
export const linkEventTypes = table(
  'link_event_types',
  {
    id: text().primaryKey(),
    linkId: text().notNull(),
    eventTypeId: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [
    unique('link_event_types_pair').on(t.linkId, t.eventTypeId),
    index('link_event_types_type').on(t.eventTypeId),
  ],
)

/** Who opened a link in the last hour, as a keyed digest of link and address; forgotten after it. */
export const linkVisits = table('link_visits', { id: text().primaryKey(), seenAt: instant().notNull() }, (t) => [
  index('link_visits_seen').on(t.seenAt),
])
