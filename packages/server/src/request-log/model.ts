import { z } from 'zod'
import { index, instant, integer, table, text } from '../db/columns.ts'

export const LoggedRequest = z
  .object({
    id: z.string().meta({ example: 'req_4fTq0ZkV9mXb2RsLw8Yc', description: 'The `Request-Id` of the answer.' }),
    method: z.string().meta({ example: 'POST' }),
    path: z.string().meta({ example: '/api/v1/bookings' }),
    status: z.int().meta({ example: 409 }),
    durationMs: z.number().meta({ example: 6.4 }),
    actor: z
      .object({ type: z.string(), id: z.string() })
      .meta({ example: { type: 'api_key', id: 'key_0WbXkT3nPq7YvLs2DfGh' } }),
    code: z
      .string()
      .nullable()
      .meta({ example: 'slot_unavailable', description: "The problem's code, when there was one." }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'LoggedRequest', description: 'A request to the API, kept for 14 days.' })
export type LoggedRequest = z.infer<typeof LoggedRequest>

export const requestLog = table(
  'request_log',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    method: text().notNull(),
    path: text().notNull(),
    status: integer().notNull(),
    durationMicros: integer().notNull(),
    actorType: text().notNull(),
    actorId: text().notNull(),
    code: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('request_log_organization').on(t.organizationId, t.createdAt),
    index('request_log_age').on(t.createdAt),
  ],
)
