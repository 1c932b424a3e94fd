import type { Context, Role } from './context.ts'
import { AppError } from './errors.ts'

/** Owner and admin may run the organization; asking as anybody else is a 403. */
export function requireAdmin(ctx: Context, what: string): void {
  if (!isAdmin(ctx)) throw new AppError('forbidden', `Only an owner or admin of the organization may ${what}.`)
}

export function requireOwner(ctx: Context, what: string): void {
  if (roleOf(ctx) !== 'owner') throw new AppError('forbidden', `Only an owner of the organization may ${what}.`)
}

/** True for owner, admin and the server itself. */
export function isAdmin(ctx: Context): boolean {
  const role = roleOf(ctx)
  return role === 'owner' || role === 'admin'
}

/** The user who asks; guests and jobs are nobody. */
export function userOf(ctx: Context): string {
  if ('userId' in ctx.actor) return ctx.actor.userId
  throw new AppError('forbidden', 'Only a user or their API key may do this.')
}

/** An admin may act for any member, a member for themselves. */
export function requireSelfOrAdmin(ctx: Context, userId: string, what: string): void {
  if (!isAdmin(ctx) && userOf(ctx) !== userId) {
    throw new AppError('forbidden', `You may ${what} for yourself; ask an admin to do it for others.`)
  }
}

function roleOf(ctx: Context): Role | null {
  if (ctx.actor.type === 'system') return 'owner'
  return 'role' in ctx.actor ? ctx.actor.role : null
}
