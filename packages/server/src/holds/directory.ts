import { and, eq } from 'drizzle-orm'
import { bookingHosts, type NewBooking } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import type { Read, Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { type HoldRow, holds } from './model.ts'

/** A hold that a booking takes the place of. */
export interface Held {
  id: string
  hostIds: string[]
  durationMinutes: number
}

/** A hold of this organization, ended or not. */
export async function findHold(
  db: Read,
  ctx: Pick<Context, 'organizationId'>,
  id: string,
): Promise<HoldRow | undefined> {
  const here = and(eq(holds.id, id), eq(holds.organizationId, ctx.organizationId))
  const [row] = await db.select().from(holds).where(here)
  return row
}

/** The hold that a booking names, if it still protects anything; one of another time is refused. */
export async function heldFor(
  db: Read,
  ctx: Pick<Context, 'organizationId' | 'now'>,
  eventTypeId: string,
  asked: Pick<NewBooking, 'start' | 'durationMinutes' | 'holdId'> & { hostId?: string | undefined },
): Promise<Held | undefined> {
  if (asked.holdId === undefined) return undefined
  const row = await findHold(db, ctx, asked.holdId)
  if (!row) throw refusal('not_found', `There is no hold ${asked.holdId}; it was released or used.`)
  if (row.expiresAt <= ctx.now()) return undefined
  const durationMinutes = (row.endsAt.getTime() - row.startsAt.getTime()) / 60_000
  const wrong = differenceOf(row, eventTypeId, { ...asked, durationMinutes: asked.durationMinutes ?? durationMinutes })
  if (wrong) throw refusal('hold_mismatch', `This hold is for another ${wrong}; make one for what you book.`)
  return { id: row.id, hostIds: row.hostIds, durationMinutes }
}

/** Gives a hold's time back. */
export async function letGo(tx: Tx, id: string): Promise<void> {
  await tx.delete(bookingHosts).where(eq(bookingHosts.bookingId, id))
  await tx.delete(holds).where(eq(holds.id, id))
}

function differenceOf(
  row: HoldRow,
  eventTypeId: string,
  asked: { start: Date; durationMinutes: number; hostId?: string | undefined },
): string | undefined {
  if (row.eventTypeId !== eventTypeId) return 'event type'
  if (row.startsAt.getTime() !== asked.start.getTime()) return 'start'
  if (row.endsAt.getTime() - row.startsAt.getTime() !== asked.durationMinutes * 60_000) return 'duration'
  return asked.hostId !== undefined && !row.hostIds.includes(asked.hostId) ? 'host' : undefined
}

const refusal = (code: 'not_found' | 'hold_mismatch', detail: string) =>
  new AppError(code, detail, {}, [{ pointer: '#/holdId', code, detail }])
