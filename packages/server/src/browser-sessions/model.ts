import { z } from 'zod'
import { GuestInput } from '../bookings/model.ts'
import { flag, index, instant, json, table, text, unique } from '../db/columns.ts'
import { PublicEventType } from '../public/model.ts'

export const browserSessionKinds = ['booker', 'host', 'booking'] as const
export type BrowserSessionKind = (typeof browserSessionKinds)[number]

/** The guest that a booker is: what is left out here, the page says. */
export const SessionGuest = GuestInput.partial({ timezone: true }).meta({
  id: 'SessionGuest',
  example: { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' },
})
export type SessionGuest = z.output<typeof SessionGuest>

const id = z.string().min(1).max(300)

export const NewBrowserSession = z
  .strictObject({
    kind: z.enum(browserSessionKinds).meta({
      example: 'booker',
      description:
        '`booker` books one event type, `host` keeps one member’s hours and bookings, `booking` looks at, moves or cancels one booking.',
    }),
    eventTypeId: id.optional().meta({ description: 'What a booker books.' }),
    userId: id.optional().meta({ description: 'Whose hours and bookings a host keeps; you, when left out.' }),
    bookingId: id.optional().meta({ description: 'The one booking.' }),
    guest: SessionGuest.optional().meta({ description: 'Who a booker is; the page cannot say otherwise.' }),
    readOnly: z.boolean().optional().meta({ description: 'A host who may look and change nothing.' }),
    expiresInSeconds: z
      .int()
      .min(60)
      .max(86_400)
      .default(3600)
      .meta({ example: 3600, description: 'One minute to one day.' }),
  })
  .meta({
    id: 'NewBrowserSession',
    example: {
      kind: 'booker',
      eventTypeId: 'et_0WbXkT3nPq7YvLs2DfGh',
      guest: { name: 'Grace Hopper', email: 'grace@example.com' },
      expiresInSeconds: 3600,
    },
  })
export type NewBrowserSession = z.infer<typeof NewBrowserSession>

export const BrowserSession = z
  .object({
    id: z.string().meta({ example: 'bs_0WbXkT3nPq7YvLs2DfGh' }),
    kind: z.enum(browserSessionKinds),
    eventTypeId: z.string().nullable(),
    userId: z.string().nullable().meta({ example: null }),
    bookingId: z.string().nullable().meta({ example: null }),
    guest: z
      .object({
        name: z.string(),
        email: z.string(),
        timezone: z.string().nullable(),
        locale: z.string().nullable(),
      })
      .nullable()
      .meta({ example: { name: 'Grace Hopper', email: 'grace@example.com', timezone: null, locale: null } }),
    readOnly: z.boolean().meta({ example: false }),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().nullable().meta({ example: null }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'BrowserSession', description: 'A short-lived right of one browser to one thing, without its token.' })
export type BrowserSession = z.infer<typeof BrowserSession>

export const CreatedBrowserSession = BrowserSession.extend({
  token: z.string().meta({
    example: 'lm_browser_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q7Zt',
    description: 'Send it as `Authorization: Bearer` from a page of an allowed origin. It is shown once.',
  }),
  url: z.string().meta({
    example: 'https://meet.example.com/ada/intro-call#session=lm_browser_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q7Zt',
    description: 'A page of this server that uses it; the token is in the fragment, which browsers send to nobody.',
  }),
}).meta({ id: 'CreatedBrowserSession' })
export type CreatedBrowserSession = z.infer<typeof CreatedBrowserSession>

export const CurrentBrowserSession = BrowserSession.extend({
  eventType: PublicEventType.nullable().meta({ description: 'What a booker books, as a guest may see it.' }),
  user: z
    .object({ id: z.string(), name: z.string(), timezone: z.string() })
    .nullable()
    .meta({ description: 'Who a host is.', example: null }),
  now: z.iso
    .datetime()
    .meta({ example: '2030-01-07T14:20:00.000Z', description: 'What time it is there: a sandbox has its own clock.' }),
}).meta({ id: 'CurrentBrowserSession', description: 'What the token that asks is for.' })
export type CurrentBrowserSession = z.infer<typeof CurrentBrowserSession>

export const browserSessions = table(
  'browser_sessions',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    kind: text().$type<BrowserSessionKind>().notNull(),
    hash: text().notNull(),
    eventTypeId: text(),
    userId: text(),
    bookingId: text(),
    guest: json<SessionGuest>(),
    readOnly: flag().notNull(),
    /** Whose rights it was made with. */
    createdBy: text().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique('browser_sessions_hash').on(t.hash),
    index('browser_sessions_organization').on(t.organizationId, t.createdAt),
    index('browser_sessions_expiry').on(t.expiresAt),
  ],
)
export type BrowserSessionRow = typeof browserSessions.$inferSelect
