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
  'organization:read',
  'organization:write',
  'members:read',
  'members:write',
  'api-keys:read',
  'api-keys:write',
  'sessions:read',
  'sessions:write',
  'events:read',
  'mail:read',
  'logs:read',
] as const

export const ApiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().meta({ example: 'lm_live_' }),
    last4: z.string(),
    scopes: z.array(z.string()),
    mode: z.enum(['live', 'test']),
    userId: z.string().meta({ description: 'Whose rights the key has.' }),
    allowedIps: z.array(z.string()),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'ApiKey' })
export type ApiKey = z.infer<typeof ApiKey>

export const CreatedApiKey = ApiKey.extend({
  key: z.string().meta({ description: 'The key itself. It is shown once; keep it now.' }),
}).meta({ id: 'CreatedApiKey' })
export type CreatedApiKey = z.infer<typeof CreatedApiKey>

const allowedIps = z
  .array(z.string().max(50).refine(isCidr, 'Send an IP address or a CIDR range, such as 203.0.113.0/24.'))
  .max(100)
  .meta({ description: 'Where it may be used from; empty means anywhere.' })

export const ApiKeyChange = z
  .strictObject({ name: lineInput(120).optional(), allowedIps: allowedIps.optional() })
  .meta({ id: 'ApiKeyChange' })
export type ApiKeyChange = z.infer<typeof ApiKeyChange>

export const Roll = z
  .strictObject({
    overlapSeconds: z
      .int()
      .min(0)
      .max(604_800)
      .default(86_400)
      .meta({ description: 'How long the old key goes on, at most 7 days and never past its own expiry.' }),
  })
  .meta({ id: 'Roll' })
export type Roll = z.infer<typeof Roll>

export const NewApiKey = z
  .strictObject({
    name: lineInput(120),
    scopes: z.array(z.enum(scopeNames)).min(1).max(50).default(['*']),
    allowedIps: allowedIps.optional(),
    expiresAt: instantInput.optional(),
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
