import { z } from 'zod'
import { isCidr } from '../addresses.ts'
import { index, instant, json, table, text, unique } from '../db/columns.ts'
import { instantInput, lineInput } from '../shapes.ts'

export const scopeNames = [
  '*',
  'me:read',
  'me:write',
  'event-types:read',
  'event-types:write',
  'schedules:read',
  'schedules:write',
  'time-off:read',
  'time-off:write',
  'busy-blocks:read',
  'busy-blocks:write',
  'bookings:read',
  'bookings:write',
  'links:read',
  'links:write',
  'contacts:read',
  'contacts:write',
  'reminders:read',
  'reminders:write',
  'organization:read',
  'organization:write',
  'members:read',
  'members:write',
  'api-keys:read',
  'api-keys:write',
  'browser-sessions:read',
  'browser-sessions:write',
  'sessions:read',
  'sessions:write',
  'events:read',
  'webhooks:read',
  'webhooks:write',
  'mail:read',
  'logs:read',
  'sandboxes:read',
  'sandboxes:write',
] as const

export const ApiKey = z
  .object({
    id: z.string().meta({ example: 'key_0WbXkT3nPq7YvLs2DfGh' }),
    name: z.string().meta({ example: 'Website backend' }),
    prefix: z.string().meta({ example: 'lm_live_' }),
    last4: z.string().meta({ example: 'q7Zt', description: 'How the key ends.' }),
    scopes: z.array(z.string()),
    mode: z.enum(['live', 'test']),
    userId: z.string().meta({ description: 'Whose rights the key has.' }),
    allowedIps: z.array(z.string()),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ApiKey', description: 'A key, without the secret itself.' })
export type ApiKey = z.infer<typeof ApiKey>

export const CreatedApiKey = ApiKey.extend({
  key: z.string().meta({
    example: 'lm_live_4fTq0ZkV9mXb2RsLw8YcN1aUe6Hj3Gd5Py7q7Zt',
    description: 'The key itself. It is shown once; keep it now.',
  }),
}).meta({ id: 'CreatedApiKey', description: 'A new key, with the secret that is shown this once.' })
export type CreatedApiKey = z.infer<typeof CreatedApiKey>

const allowedIps = z
  .array(z.string().max(50).refine(isCidr, 'Send an IP address or a CIDR range, such as 203.0.113.0/24.'))
  .max(100)
  .meta({ description: 'Where it may be used from; empty means anywhere.' })

export const ApiKeyChange = z
  .strictObject({
    name: lineInput(120).optional().meta({ example: 'Website backend' }),
    allowedIps: allowedIps.optional().meta({ example: ['203.0.113.0/24'] }),
  })
  .meta({ id: 'ApiKeyChange' })
export type ApiKeyChange = z.infer<typeof ApiKeyChange>

export const Roll = z
  .strictObject({
    overlapSeconds: z.int().min(0).max(604_800).default(86_400).meta({
      example: 3600,
      description: 'How long the old key goes on, at most 7 days and never past its own expiry.',
    }),
  })
  .meta({ id: 'Roll' })
export type Roll = z.infer<typeof Roll>

export const NewApiKey = z
  .strictObject({
    name: lineInput(120).meta({ example: 'Website backend' }),
    scopes: z
      .array(z.enum(scopeNames))
      .min(1)
      .max(50)
      .default(['*'])
      .meta({
        example: ['event-types:read', 'bookings:write'],
        description: 'What it may do; `*` is all that you may.',
      }),
    allowedIps: allowedIps.optional(),
    expiresAt: instantInput.optional().meta({ example: '2031-01-07T00:00:00Z', description: 'Never, when left out.' }),
  })
  .meta({ id: 'NewApiKey' })
export type NewApiKey = z.infer<typeof NewApiKey>

export const apiKeys = table(
  'api_keys',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    userId: text().notNull(),
    name: text().notNull(),
    hash: text().notNull(),
    prefix: text().notNull(),
    last4: text().notNull(),
    scopes: json<string[]>().notNull(),
    mode: text().$type<'live' | 'test'>().notNull(),
    allowedIps: json<string[]>().notNull(),
    expiresAt: instant(),
    lastUsedAt: instant(),
    revokedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [unique('api_keys_hash').on(t.hash), index('api_keys_organization').on(t.organizationId, t.createdAt)],
)
