import { z } from 'zod'
import { linkTokenInput } from '../bookings/model.ts'
import { index, instant, json, table, text } from '../db/columns.ts'
import { instantInput } from '../shapes.ts'

/** How long a hold protects its time, from when it is made or renewed. */
export const holdMinutes = 5

/** So many live holds one key or person has at most, so that nobody empties a calendar by accident. */
export const mostHolds = 100

export const NewHold = z
  .strictObject({
    eventTypeId: z.string().min(1).max(300),
    start: instantInput.meta({ description: 'One of the offered starts.' }),
    durationMinutes: z.int().min(1).max(1440).optional().meta({ description: "One of the event type's options." }),
    hostId: z.string().min(1).max(300).optional().meta({ description: 'The host to meet, where several could.' }),
    linkToken: linkTokenInput.optional(),
  })
  .meta({ id: 'NewHold', example: { eventTypeId: 'et_0WbXkT3nPq7YvLs2DfGh', start: '2030-01-08T09:00:00Z' } })
export type NewHold = z.output<typeof NewHold>

export const Hold = z
  .object({
    id: z.string().meta({ example: 'hold_0WbXkT3nPq7YvLs2DfGh' }),
    eventTypeId: z.string(),
    start: z.iso.datetime(),
    end: z.iso.datetime(),
    hostIds: z.array(z.string()).meta({ description: 'Who is held: the one whose turn it is, or all of them.' }),
    expiresAt: z.iso
      .datetime()
      .meta({ description: 'From then on it protects nothing.', example: '2030-01-07T14:25:00.000Z' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Hold', description: 'A slot that nobody else can book for five minutes.' })
export type Hold = z.infer<typeof Hold>

/** Whose time a hold takes is written to `booking_hosts`, as for a booking; this row says what it is for. */
export const holds = table(
  'holds',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    eventTypeId: text().notNull(),
    /** The key, person or session that made it. */
    actorId: text().notNull(),
    hostIds: json<string[]>().notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    expiresAt: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('holds_actor').on(t.organizationId, t.actorId, t.expiresAt), index('holds_expiry').on(t.expiresAt)],
)
export type HoldRow = typeof holds.$inferSelect
