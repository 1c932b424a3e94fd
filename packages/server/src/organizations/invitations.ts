import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import { type Page, pageOf } from '../db/page.ts'
import { brandOf } from '../email/brand.ts'
import { sendLater } from '../email/service.ts'
import { AppError, notFound } from '../errors.ts'
import { randomText } from '../ids.ts'
import { requireAdmin, userOf } from '../permissions.ts'
import { isSandbox, within } from '../sandboxes/clock.ts'
import { hashToken } from '../secrets.ts'
import { hashPassword } from '../sessions/password.ts'
import { findUser } from '../users/directory.ts'
import type { Member } from '../users/model.ts'
import { insertUser, presentMember } from '../users/service.ts'
import { invitationMail } from './mail.ts'
import { type AcceptedInvitation, type Invitation, invitations, type NewInvitation } from './model.ts'
import { findOrganization } from './service.ts'

type Row = typeof invitations.$inferSelect

const validDays = 14

/** Mails a link with which somebody joins the organization. */
export async function invite(ctx: Context, input: NewInvitation): Promise<Invitation> {
  requireAdmin(ctx, 'invite members')
  const token = randomText(32)
  return ctx.db.transaction(async (tx) => {
    const now = ctx.now()
    const row: Row = {
      id: ctx.newId('inv'),
      organizationId: ctx.organizationId,
      email: input.email,
      role: input.role,
      tokenHash: hashToken(token),
      invitedBy: userOf(ctx),
      expiresAt: new Date(now.getTime() + validDays * 86_400_000),
      acceptedAt: null,
      revokedAt: null,
      createdAt: now,
    }
    await tx.insert(invitations).values(row)
    const organization = await findOrganization(tx, ctx)
    const inviter = await findUser(tx, ctx, userOf(ctx))
    const content = invitationMail(
      {
        organizationName: organization.name,
        inviterName: inviter.name,
        url: `${ctx.publicUrl}/invitations/${token}`,
        expiresAt: row.expiresAt,
        timezone: inviter.timezone,
      },
      brandOf(organization),
    )
    await sendLater(tx, ctx, 'invitation', { ...content, to: { email: row.email } })
    return present(row, now)
  })
}

export async function listInvitations(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined },
): Promise<Page<Invitation>> {
  requireAdmin(ctx, 'see invitations')
  const page = pageOf('invitations', asked)
  const rows = await ctx.db.read
    .select()
    .from(invitations)
    .where(and(eq(invitations.organizationId, ctx.organizationId), page.after(invitations.createdAt, invitations.id)))
    .orderBy(...page.order(invitations.createdAt, invitations.id))
    .limit(page.fetch)
  return page.of(rows, (row) => present(row, ctx.now()))
}

export async function revokeInvitation(ctx: Context, id: string): Promise<void> {
  requireAdmin(ctx, 'revoke invitations')
  await ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .update(invitations)
      .set({ revokedAt: ctx.now() })
      .where(
        and(eq(invitations.id, id), eq(invitations.organizationId, ctx.organizationId), isNull(invitations.acceptedAt)),
      )
      .returning()
    if (!row) throw notFound('open invitation', id)
  })
}

/** The guest with the link becomes a member; the link works once. */
export async function acceptInvitation(ctx: Context, token: string, input: AcceptedInvitation): Promise<Member> {
  const passwordHash = input.password === undefined ? undefined : await hashPassword(input.password)
  return ctx.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(invitations)
      .where(eq(invitations.tokenHash, hashToken(token)))
    if (!row) throw new AppError('not_found', 'There is no such invitation.')
    const inside = await within(ctx, row.organizationId, tx)
    const now = inside.now()
    if (stateOf(row, now) !== 'pending') {
      throw new AppError('gone', `This invitation is ${stateOf(row, now)}; ask for a new one.`)
    }
    const used = await tx
      .update(invitations)
      .set({ acceptedAt: now })
      .where(and(eq(invitations.id, row.id), isNull(invitations.acceptedAt)))
      .returning()
    if (used.length === 0) throw new AppError('gone', 'This invitation is accepted; ask for a new one.')
    const user = await insertUser(tx, inside, {
      email: row.email,
      name: input.name,
      timezone: input.timezone,
      role: row.role,
      signIn: true,
      ...(passwordHash !== undefined && { passwordHash }),
    })
    return presentMember(user)
  })
}

/** The organization and address behind an open invitation, for the page that accepts it. */
export async function readInvitation(
  ctx: Context,
  token: string,
): Promise<{ email: string; organization: string; signsIn: boolean } | null> {
  const [row] = await ctx.db.read
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashToken(token)))
  if (!row || stateOf(row, (await within(ctx, row.organizationId)).now()) !== 'pending') return null
  const organization = await findOrganization(ctx.db.read, row)
  // Nobody signs in to a sandbox: what they did there would be done by the server's clock, and mailed.
  return { email: row.email, organization: organization.name, signsIn: !isSandbox(row.organizationId) }
}

function present(row: Row, now: Date): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    state: stateOf(row, now),
    invitedBy: row.invitedBy,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }
}

function stateOf(row: Row, now: Date): Invitation['state'] {
  if (row.acceptedAt) return 'accepted'
  if (row.revokedAt) return 'revoked'
  return row.expiresAt <= now ? 'expired' : 'pending'
}
