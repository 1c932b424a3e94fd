import { z } from 'zod'
import { index, instant, json, table, text, unique } from '../db/columns.ts'
import { plans } from '../plans/plans.ts'
import { emailInput, lineInput, slugInput, zoneInput } from '../shapes.ts'

export const roles = ['owner', 'admin', 'member'] as const

export const Organization = z
  .object({
    id: z.string().meta({ example: 'org_0WbXkT3nPq7YvLs2DfGh' }),
    name: z.string().meta({ example: 'Acme' }),
    slug: z.string().meta({ example: 'acme' }),
    timezone: z.string().meta({ example: 'Europe/Berlin' }),
    weekStart: z.enum(['monday', 'sunday']).meta({ description: 'The first column of calendars.' }),
    plan: z.enum(plans),
    mode: z.enum(['live', 'test']),
    allowedOrigins: z.array(z.string()).meta({ description: 'Web pages that may embed booking.' }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Organization', description: 'A company, or one person: it has members, a plan and settings.' })
export type Organization = z.infer<typeof Organization>

export const OrganizationChange = z
  .strictObject({
    name: lineInput(120).optional().meta({ example: 'Acme' }),
    slug: slugInput.optional(),
    timezone: zoneInput.optional(),
    weekStart: z.enum(['monday', 'sunday']).optional(),
    allowedOrigins: z
      .array(
        z
          .url({ protocol: /^https?$/ })
          .refine((text) => new URL(text).origin === text, 'Send an origin without a path.'),
      )
      .max(50)
      .optional(),
  })
  .meta({ id: 'OrganizationChange' })
export type OrganizationChange = z.infer<typeof OrganizationChange>

export const Invitation = z
  .object({
    id: z.string().meta({ example: 'inv_0WbXkT3nPq7YvLs2DfGh' }),
    email: z.string().meta({ example: 'joan@example.com' }),
    role: z.enum(roles),
    state: z.enum(['pending', 'accepted', 'revoked', 'expired']),
    invitedBy: z.string().nullable(),
    expiresAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Invitation', description: 'A mailed invitation to join the organization.' })
export type Invitation = z.infer<typeof Invitation>

export const NewInvitation = z
  .strictObject({
    email: emailInput.meta({ example: 'joan@example.com' }),
    role: z.enum(['admin', 'member']).default('member'),
  })
  .meta({ id: 'NewInvitation' })
export type NewInvitation = z.infer<typeof NewInvitation>

export const AcceptedInvitation = z
  .strictObject({
    name: lineInput(120).meta({ example: 'Joan Clarke' }),
    timezone: zoneInput,
    password: z.string().min(10).max(200).optional(),
  })
  .meta({ id: 'AcceptedInvitation' })
export type AcceptedInvitation = z.infer<typeof AcceptedInvitation>

export const organizations = table(
  'organizations',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    slug: text().notNull(),
    timezone: text().notNull(),
    weekStart: text().$type<'monday' | 'sunday'>().notNull(),
    plan: text().$type<(typeof plans)[number]>().notNull(),
    mode: text().$type<'live' | 'test'>().notNull(),
    allowedOrigins: json<string[]>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [unique('organizations_slug').on(t.slug)],
)

export const invitations = table(
  'invitations',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    email: text().notNull(),
    role: text().$type<'admin' | 'member'>().notNull(),
    tokenHash: text().notNull(),
    invitedBy: text(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    unique('invitations_token').on(t.tokenHash),
    index('invitations_organization').on(t.organizationId, t.createdAt),
  ],
)
