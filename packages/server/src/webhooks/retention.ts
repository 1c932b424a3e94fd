import { setTimeout as passed } from 'node:timers/promises'
import { and, asc, inArray, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Services } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { outsideSandboxes } from '../sandboxes/clock.ts'
import { attempts, deliveries, endpoints, queues } from './model.ts'
import { unblock } from './outcomes.ts'

const keptDays = 30
/** Small, because whoever books meanwhile waits for one of them; the pauses are for whoever reads. */
const batch = 100
const pauseMs = 20

/** Forgets attempts, what was delivered, given up or held, and deleted endpoints, once they are 30 days old. */
export async function pruneWebhooks({ db, now }: Pick<Services, 'db' | 'now'>): Promise<void> {
  const oldest = new Date(now().getTime() - keptDays * 86_400_000)
  for (const forget of [forgetAttempts, forgetDeliveries, forgetEndpoints]) {
    let forgotten: number
    do {
      forgotten = await db.transaction((tx) => forget(tx, oldest, now().getTime()))
      if (forgotten === batch) await passed(pauseMs)
    } while (forgotten === batch)
  }
}

async function forgetAttempts(tx: Tx, oldest: Date): Promise<number> {
  const old = await tx
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(lt(attempts.createdAt, oldest), outsideSandboxes(attempts.organizationId)))
    .orderBy(asc(attempts.createdAt))
    .limit(batch)
  if (old.length > 0) await tx.delete(attempts).where(inArray(attempts.id, idsOf(old)))
  return old.length
}

/** What somebody still tries to send stays, however old. */
async function forgetDeliveries(tx: Tx, oldest: Date, nowMs: number): Promise<number> {
  const old = await tx
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(and(lt(deliveries.createdAt, oldest), isNull(deliveries.dueMs), outsideSandboxes(deliveries.organizationId)))
    .orderBy(asc(deliveries.createdAt))
    .limit(batch)
  if (old.length === 0) return 0
  // Asked again for whoever sent one of them again meanwhile.
  const gone = await tx
    .delete(deliveries)
    .where(and(inArray(deliveries.id, idsOf(old)), isNull(deliveries.dueMs)))
    .returning()
  for (const row of gone) if (row.status === 'held') await unblock(tx, row, nowMs)
  return old.length
}

/** An endpoint outlives what it was sent. */
async function forgetEndpoints(tx: Tx, oldest: Date): Promise<number> {
  const old = await tx
    .select({ id: endpoints.id })
    .from(endpoints)
    .where(
      and(isNotNull(endpoints.deletedAt), lt(endpoints.deletedAt, oldest), outsideSandboxes(endpoints.organizationId)),
    )
    .limit(batch)
  if (old.length === 0) return 0
  await tx.delete(queues).where(inArray(queues.endpointId, idsOf(old)))
  await tx.delete(endpoints).where(inArray(endpoints.id, idsOf(old)))
  return old.length
}

const idsOf = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id)
