import { z } from 'zod'
import { flag, index, instant, json, table, text, unique } from '../db/columns.ts'
import { Organization, roles } from '../organizations/model.ts'
import { emailInput, externalIdInput, lineInput, slugInput, zoneInput } from '../shapes.ts'

const limit = z.int().min(1).max(100_000).optional()
export const PeriodLimits = z.strictObject({ day: limit, week: limit, month: limit, year: limit })

export const Limits = z
  .strictObject({ bookings: PeriodLimits.optional(), minutes: PeriodLimits.optional() })
  .meta({ id: 'Limits', description: 'The most bookings, or booked minutes, in a day, week, month or year.' })
export type Limits = z.infer<typeof Limits>

export const Member = z
  .object({
    id: z.string().meta({ example: 'usr_0WbXkT3nPq7YvLs2DfGh' }),
    email: z.string(),
    name: z.string(),
    username: z.string().meta({ description: 'The address of the public page, `/{username}`.' }),
    timezone: z.string(),
    role: z.enum(roles),
    status: z.enum(['active', 'suspended']).meta({ example: 'active' }),
    signIn: z.boolean().meta({ description: 'False for a host who never logs in.' }),
    limits: Limits,
    externalId: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Member', description: 'A user of the organization.' })
export type Member = z.infer<typeof Member>

export const NewMember = z
  .strictObject({
    email: emailInput.meta({ example: 'joan@example.com' }),
    name: lineInput(120).meta({ example: 'Joan Clarke' }),
    timezone: zoneInput,
    role: z.enum(['admin', 'member']).default('member'),
    username: slugInput.optional(),
    signIn: z.boolean().default(true),
    limits: Limits.optional(),
    externalId: externalIdInput.optional(),
  })
  .meta({ id: 'NewMember' })
export type NewMember = z.infer<typeof NewMember>

export const MemberChange = z
  .strictObject({
    name: lineInput(120).optional(),
    timezone: zoneInput.optional(),
    username: slugInput.optional(),
    role: z.enum(roles).optional(),
    limits: Limits.nullable().optional(),
    externalId: externalIdInput.nullable().optional(),
  })
  .meta({ id: 'MemberChange' })
export type MemberChange = z.infer<typeof MemberChange>

export const MeChange = MemberChange.omit({ role: true }).meta({ id: 'MeChange' })
export type MeChange = z.infer<typeof MeChange>

export const Me = z
  .object({
    user: Member,
    organization: Organization,
    plan: z.enum(['free', 'pro', 'enterprise']),
    scopes: z.array(z.string()),
    mode: z.enum(['live', 'test']),
    bookingPage: z.string().meta({ description: 'The URL of your public page.' }),
  })
  .meta({ id: 'Me', description: 'Who is asking, and what they may do.' })
export type Me = z.infer<typeof Me>

export const users = table(
  'users',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    email: text().notNull(),
    emailKey: text().notNull(),
    /** The normalized address of those who sign in: one account an address on the whole server. */
    signInKey: text(),
    name: text().notNull(),
    username: text().notNull(),
    timezone: text().notNull(),
    role: text().$type<(typeof roles)[number]>().notNull(),
    status: text().$type<'active' | 'suspended'>().notNull(),
    signIn: flag().notNull(),
    passwordHash: text(),
    limits: json<Limits>().notNull(),
    externalId: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('users_username').on(t.username),
    unique('users_sign_in').on(t.signInKey),
    unique('users_email').on(t.organizationId, t.emailKey),
    unique('users_external').on(t.organizationId, t.externalId),
    index('users_organization').on(t.organizationId, t.createdAt),
  ],
)
export type UserRow = typeof users.$inferSelect
