import { and, asc, eq, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { jobs } from './model.ts'

export interface When {
  dueAt?: Date
  /** At most one job a key waits. */
  key?: string
  /** Which one, when there is one already: this by default; `fresh` where there can be none, so that none is looked for. */
  keep?: 'first' | 'fresh'
}

/** Writes a job in the caller's transaction: it runs if, and only if, that transaction commits. */
export async function enqueue(
  tx: Tx,
  ctx: Pick<Context, 'newId' | 'now' | 'organizationId' | 'clock'>,
  kind: string,
  payload: Record<string, unknown>,
  when: When = {},
): Promise<void> {
  const now = ctx.now()
  const row = {
    id: ctx.newId('job'),
    kind,
    key: when.key ?? null,
    organizationId: ctx.organizationId,
    clock: ctx.clock,
    payload,
    state: 'waiting' as const,
    dueAt: when.dueAt ?? now,
    leasedBy: null,
    attempts: 0,
    lastError: null,
    createdAt: now,
  }
  if (when.key !== undefined && when.keep === 'first' && (await isQueued(tx, when.key))) return
  if (when.key !== undefined && when.keep === undefined) await dequeue(tx, when.key)
  await tx.append(jobs, [row])
}

/** Takes back a job that has not run. */
export async function dequeue(tx: Tx, key: string): Promise<void> {
  await tx.compiled('dequeue', { key }, () => tx.delete(jobs).where(eq(jobs.key, sql.placeholder('key'))))
}

async function isQueued(tx: Tx, key: string): Promise<boolean> {
  const [row] = await tx.select({ id: jobs.id }).from(jobs).where(eq(jobs.key, key))
  return row !== undefined
}

/** When the next job is due by this clock, or its claim runs out; null when there is none. */
export async function nextJobDue(
  { db: { read }, clock }: Pick<Context, 'db' | 'clock'>,
  state: 'waiting' | 'leased' = 'waiting',
): Promise<number | null> {
  const [row] = await read.compiled('job-next', { clock, state }, () =>
    read
      .select({ at: jobs.dueAt })
      .from(jobs)
      .where(and(eq(jobs.clock, sql.placeholder('clock')), eq(jobs.state, sql.placeholder('state'))))
      .orderBy(asc(jobs.dueAt))
      .limit(1),
  )
  return row?.at.getTime() ?? null
}
