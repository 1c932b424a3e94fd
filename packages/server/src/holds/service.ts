import { and, eq, gt, inArray, lt, lte } from 'drizzle-orm'
import { offerFor } from '../bookings/create.ts'
import { bookingHosts } from '../bookings/model.ts'
import { chooseHosts, occupy, openSlot, requireActive } from '../bookings/place.ts'
import type { Context, Services } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { lockName, lockRows } from '../db/dialect.ts'
import { AppError, notFound } from '../errors.ts'
import { isAdmin } from '../permissions.ts'
import { outsideSandboxes } from '../sandboxes/clock.ts'
import { chosenDuration } from '../slots/service.ts'
import { findUserAt } from '../users/directory.ts'
import { findHold, letGo } from './directory.ts'
import { type Hold, type HoldRow, holdMinutes, holds, mostHolds, type NewHold } from './model.ts'

/** A hold that has ended is told from one that never was for so long. */
const rememberedMs = 86_400_000

/** Keeps a slot for whoever asks: judged as a booking is, and counted as one until it ends. */
export async function hold(ctx: Context, input: NewHold): Promise<Hold> {
  return ctx.db.transaction(async (tx) => {
    const offer = await offerFor(tx, ctx, input)
    requireActive(offer)
    const durationMinutes = chosenDuration(offer, input.durationMinutes)
    const hostId = input.hostId && (await findUserAt(tx, ctx, input.hostId, '#/hostId')).id
    await makeRoom(tx, ctx)
    // Whoever books or holds one of these hosts waits here until this hold is made or refused.
    await lockRows(
      tx,
      'users',
      offer.hosts.map((host) => host.userId),
    )
    const { slot } = await openSlot(tx, ctx, offer, durationMinutes, input.start)
    const hostIds = await chooseHosts(tx, ctx, offer, slot, { hostId })
    const now = ctx.now()
    const row: HoldRow = {
      id: ctx.newId('hold'),
      organizationId: ctx.organizationId,
      eventTypeId: offer.id,
      actorId: ctx.actor.id,
      hostIds,
      startsAt: new Date(slot.start * 60_000),
      endsAt: new Date(slot.end * 60_000),
      expiresAt: endOf(now),
      createdAt: now,
    }
    const { bufferBeforeMinutes, bufferAfterMinutes } = offer
    const sessionId = slot.sessionId ?? ctx.newId('ssn')
    await tx.append(holds, [row])
    await occupy(
      tx,
      ctx,
      { ...row, sessionId, status: 'pending', bufferBeforeMinutes, bufferAfterMinutes, heldUntil: row.expiresAt },
      hostIds,
    )
    return present(row)
  })
}

/** A hold that has not ended. */
export async function getHold(ctx: Context, id: string): Promise<Hold> {
  const row = await findOwn(ctx.db.read, ctx, id)
  requireLive(row, ctx.now())
  return present(row)
}

/** Five more minutes from now. */
export async function renew(ctx: Context, id: string): Promise<Hold> {
  return ctx.db.transaction(async (tx) => {
    // Whoever would take the time of an ended hold waits for its hosts too: either sees what the other did.
    await lockRows(tx, 'users', (await findOwn(tx, ctx, id)).hostIds)
    const row = await findOwn(tx, ctx, id)
    const now = ctx.now()
    requireLive(row, now)
    const expiresAt = endOf(now)
    await tx.update(holds).set({ expiresAt }).where(eq(holds.id, row.id))
    await tx.update(bookingHosts).set({ heldUntil: expiresAt }).where(eq(bookingHosts.bookingId, row.id))
    return present({ ...row, expiresAt })
  })
}

/** Gives the time back before the hold ends. */
export async function release(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => letGo(tx, (await findOwn(tx, ctx, id)).id))
}

/** Forgets holds that ended: their time has been free since then already. */
export async function pruneHolds({ db, now }: Services): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = tx
      .select({ id: holds.id })
      .from(holds)
      .where(and(lte(holds.expiresAt, now()), outsideSandboxes(holds.organizationId)))
    await tx.delete(bookingHosts).where(inArray(bookingHosts.bookingId, ended))
    const forgotten = new Date(now().getTime() - rememberedMs)
    await tx.delete(holds).where(and(lt(holds.expiresAt, forgotten), outsideSandboxes(holds.organizationId)))
  })
}

/** A page in a browser holds one slot at a time, the last it chose; keys and people hold many, to a limit. */
async function makeRoom(tx: Tx, ctx: Context): Promise<void> {
  await lockName(tx, `holds:${ctx.organizationId}:${ctx.actor.id}`)
  const mine = and(
    eq(holds.organizationId, ctx.organizationId),
    eq(holds.actorId, ctx.actor.id),
    gt(holds.expiresAt, ctx.now()),
  )
  const live = await tx.select({ id: holds.id }).from(holds).where(mine)
  if (isGuestsSession(ctx)) {
    for (const { id } of live) await letGo(tx, id)
    return
  }
  if (live.length < mostHolds) return
  const detail = `You have ${live.length} live holds, the most there may be; release some or wait until they end.`
  throw new AppError('hold_limit_reached', detail, { limit: mostHolds })
}

/** A hold for whoever made it, and for admins; what others hold is none of a member's or a page's business. */
async function findOwn(db: Read, ctx: Context, id: string): Promise<HoldRow> {
  const row = await findHold(db, ctx, id)
  const isMine = row?.actorId === ctx.actor.id || (isAdmin(ctx) && !isGuestsSession(ctx))
  if (!row || !isMine) throw notFound('hold', id)
  return row
}

const isGuestsSession = ({ browserSession }: Context) => browserSession !== undefined && browserSession.kind !== 'host'

function requireLive(row: HoldRow, now: Date): void {
  if (row.expiresAt > now) return
  throw new AppError('hold_expired', 'This hold has ended; list the slots again and hold one that is still open.', {
    expiresAt: row.expiresAt.toISOString(),
  })
}

const endOf = (now: Date) => new Date(now.getTime() + holdMinutes * 60_000)

function present(row: HoldRow): Hold {
  return {
    id: row.id,
    eventTypeId: row.eventTypeId,
    start: row.startsAt.toISOString(),
    end: row.endsAt.toISOString(),
    hostIds: row.hostIds,
    expiresAt: row.expiresAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  }
}
