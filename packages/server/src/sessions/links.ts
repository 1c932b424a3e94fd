import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { brandOf } from '../email/brand.ts'
import { sendLater } from '../email/service.ts'
import { AppError } from '../errors.ts'
import { randomText } from '../ids.ts'
import { organizations } from '../organizations/model.ts'
import { within } from '../sandboxes/clock.ts'
import { hashToken } from '../secrets.ts'
import { users } from '../users/model.ts'
import { magicLinkMail, signUpMail } from './mail.ts'
import { type SignUp, signInLinks } from './model.ts'
import { type Device, findSignIn, openSession, type SignedIn } from './service.ts'
import { openAccount } from './sign-up.ts'

const linkMinutes = 15

/** Mails a one-time link if the address has an account; the answer is the same when it has none. */
export async function requestMagicLink(ctx: Context, email: string): Promise<void> {
  const user = await findSignIn(ctx, email)
  if (!user) return
  await ctx.db.transaction(async (tx) => {
    const [organization] = await tx.select().from(organizations).where(eq(organizations.id, user.organizationId))
    const url = await makeSignInLink(tx, ctx, { userId: user.id })
    const organizationName = organization?.name ?? 'LetsMeet'
    const link = { name: user.name, url, expiresInMinutes: linkMinutes, organizationName }
    const content = magicLinkMail(link, brandOf({ name: organizationName }))
    const inside = await within(ctx, user.organizationId, tx)
    await sendLater(tx, inside, 'magic_link', { ...content, to: { name: user.name, email: user.email } })
  })
}

/** Mails a link that opens an account; who has one already gets a sign-in link, so that the answer tells nothing. */
export async function signUp(ctx: Context, input: SignUp): Promise<void> {
  if (ctx.signUp !== 'open') {
    throw new AppError('sign_up_closed', 'Sign-up is closed on this server; ask its owner for an invitation.')
  }
  if (await findSignIn(ctx, input.email)) return requestMagicLink(ctx, input.email)
  await ctx.db.transaction(async (tx) => {
    const url = await makeSignInLink(tx, ctx, { signUp: input })
    const content = signUpMail({ name: input.name, url, expiresInMinutes: linkMinutes }, brandOf({ name: 'LetsMeet' }))
    await sendLater(tx, ctx, 'sign_up', { ...content, to: { name: input.name, email: input.email } })
  })
}

/** A link that signs this user in once, within the quarter hour. */
export async function makeSignInLink(
  tx: Tx,
  ctx: Context,
  whose: { userId: string } | { signUp: SignUp },
): Promise<string> {
  const token = randomText(32)
  const now = ctx.now()
  await tx.insert(signInLinks).values({
    id: ctx.newId('sil'),
    userId: 'userId' in whose ? whose.userId : null,
    signUp: 'signUp' in whose ? whose.signUp : null,
    tokenHash: hashToken(token),
    expiresAt: new Date(now.getTime() + linkMinutes * 60_000),
    usedAt: null,
    createdAt: now,
  })
  return `${ctx.publicUrl}/dashboard/sign-in?token=${token}`
}

export async function signInByLink(ctx: Context, token: string, device: Device): Promise<SignedIn> {
  return ctx.db.transaction(async (tx) => {
    const now = ctx.now()
    const [link] = await tx
      .update(signInLinks)
      .set({ usedAt: now })
      .where(
        and(eq(signInLinks.tokenHash, hashToken(token)), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, now)),
      )
      .returning()
    const [user] = link?.signUp
      ? [await openAccount(tx, ctx, link.signUp)]
      : await tx
          .select()
          .from(users)
          .where(eq(users.id, link?.userId ?? ''))
    if (user?.status !== 'active' || user.signInKey === null) {
      throw new AppError('gone', 'This sign-in link was used or has expired; ask for a new one.')
    }
    return openSession(tx, ctx, user, device)
  })
}
