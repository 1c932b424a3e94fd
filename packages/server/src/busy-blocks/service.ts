import { and, eq } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { lockRows } from '../db/dialect.ts'
import { type Page, pageOf } from '../db/page.ts'
import { invalidField, notFound } from '../errors.ts'
import { isAdmin, requireSelfOrAdmin, userOf } from '../permissions.ts'
import { findUserAt, userIdOf } from '../users/directory.ts'
import { type BusyBlock, type BusyBlockChange, type BusyBlockRow, busyBlocks, type NewBusyBlock } from './model.ts'

export async function createBusyBlock(ctx: Context, input: NewBusyBlock): Promise<BusyBlock> {
  return ctx.db.transaction(async (tx) => {
    const owner = await findUserAt(tx, ctx, input.userId ?? userOf(ctx), '#/userId')
    requireSelfOrAdmin(ctx, owner.id, 'set busy blocks')
    await lockRows(tx, 'users', [owner.id])
    const now = ctx.now()
    const row: BusyBlockRow = {
      id: ctx.newId('bsy'),
      organizationId: ctx.organizationId,
      userId: owner.id,
      ...spanOf(input.start, input.end),
      reason: input.reason ?? null,
      createdAt: now,
      updatedAt: now,
    }
    await tx.insert(busyBlocks).values(row)
    return present(row)
  })
}

export async function listBusyBlocks(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined; userId?: string | undefined },
): Promise<Page<BusyBlock>> {
  const userId = isAdmin(ctx) ? await userIdOf(ctx.db.read, ctx, asked.userId) : userOf(ctx)
  const page = pageOf('busy-blocks', asked, { userId })
  const rows = await ctx.db.read
    .select()
    .from(busyBlocks)
    .where(
      and(
        eq(busyBlocks.organizationId, ctx.organizationId),
        userId === undefined ? undefined : eq(busyBlocks.userId, userId),
        page.after(busyBlocks.createdAt, busyBlocks.id),
      ),
    )
    .orderBy(...page.order(busyBlocks.createdAt, busyBlocks.id))
    .limit(page.fetch)
  return page.of(rows, present)
}

export async function getBusyBlock(ctx: Context, id: string): Promise<BusyBlock> {
  return present(await findBusyBlock(ctx.db.read, ctx, id))
}

export async function changeBusyBlock(ctx: Context, id: string, change: BusyBlockChange): Promise<BusyBlock> {
  return ctx.db.transaction(async (tx) => {
    const before = await findBusyBlock(tx, ctx, id)
    requireSelfOrAdmin(ctx, before.userId, 'change busy blocks')
    await lockRows(tx, 'users', [before.userId])
    const span = spanOf(change.start ?? before.startsAt, change.end ?? before.endsAt)
    if (span.endsAt <= span.startsAt)
      throw invalidField('#/end', 'end_before_start', 'The end must be after the start.')
    const reason = change.reason === undefined ? before.reason : change.reason
    const after: BusyBlockRow = { ...before, ...span, reason, updatedAt: ctx.now() }
    await tx.update(busyBlocks).set(after).where(eq(busyBlocks.id, before.id))
    return present(after)
  })
}

export async function deleteBusyBlock(ctx: Context, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const row = await findBusyBlock(tx, ctx, id)
    requireSelfOrAdmin(ctx, row.userId, 'delete busy blocks')
    await tx.delete(busyBlocks).where(eq(busyBlocks.id, row.id))
  })
}

async function findBusyBlock(db: Read, ctx: Context, id: string): Promise<BusyBlockRow> {
  const here = and(eq(busyBlocks.id, id), eq(busyBlocks.organizationId, ctx.organizationId))
  const [row] = await db.select().from(busyBlocks).where(here)
  if (!row || (!isAdmin(ctx) && row.userId !== userOf(ctx))) throw notFound('busy block', id)
  return row
}

const spanOf = (start: Date, end: Date) => ({
  startsAt: start,
  endsAt: end,
  startMinute: Math.floor(start.getTime() / 60_000),
  endMinute: Math.ceil(end.getTime() / 60_000),
})

function present(row: BusyBlockRow): BusyBlock {
  return {
    id: row.id,
    userId: row.userId,
    start: row.startsAt.toISOString(),
    end: row.endsAt.toISOString(),
    reason: row.reason,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
