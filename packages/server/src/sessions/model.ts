import { z } from 'zod'
import { index, instant, json, table, text, unique } from '../db/columns.ts'
import { emailInput, lineInput, zoneInput } from '../shapes.ts'

export const Session = z
  .object({
    id: z.string().meta({ example: 'ses_0WbXkT3nPq7YvLs2DfGh' }),
    userId: z.string(),
    current: z.boolean().meta({ description: 'Whether this request came from it.' }),
    userAgent: z.string(),
    ip: z.string(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'Session', description: 'A browser that is signed in to the dashboard.' })
export type Session = z.infer<typeof Session>

export const PasswordSignIn = z
  .strictObject({ email: emailInput, password: z.string().min(1).max(200) })
  .meta({ id: 'PasswordSignIn' })
export const MagicLinkRequest = z.strictObject({ email: emailInput }).meta({ id: 'MagicLinkRequest' })
export const MagicLinkSignIn = z.strictObject({ token: z.string().min(1).max(200) }).meta({ id: 'MagicLinkSignIn' })
export const SignUp = z
  .strictObject({ email: emailInput, name: lineInput(120), timezone: zoneInput })
  .meta({ id: 'SignUp' })
export type SignUp = z.infer<typeof SignUp>

export const NewPassword = z
  .strictObject({
    password: z.string().min(10, 'A password needs 10 characters or more.').max(200),
    current: z.string().max(200).optional().meta({ description: 'Your password so far, if you have one.' }),
  })
  .meta({ id: 'NewPassword' })

export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text().notNull(),
    tokenHash: text().notNull(),
    userAgent: text().notNull(),
    ip: text().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [unique('sessions_token').on(t.tokenHash), index('sessions_user').on(t.userId, t.createdAt)],
)

/** One-time links that sign their reader in. */
export const signInLinks = table(
  'sign_in_links',
  {
    id: text().primaryKey(),
    /** Null for a sign-up: the account is made when the link proves the address. */
    userId: text(),
    signUp: json<SignUp>(),
    tokenHash: text().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [unique('sign_in_links_token').on(t.tokenHash)],
)
