import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Services } from '../context.ts'
import type { Read } from '../db/database.ts'
import { skipLocked } from '../db/dialect.ts'
import { type ReminderRow, reminders } from './model.ts'

/** How long a claim holds; what nobody finished by then is sent again, under the same Message-ID. */
export const leaseMs = 180_000

/** Whether anything is due: one look into the index, however much is planned. */
export async function anyDue(db: Read, now: Date): Promise<boolean> {
  const rows = await db.compiled('reminders-any-due', { nowMs: now.getTime() }, () =>
    db
      .select({ id: reminders.id })
      .from(reminders)
      .where(lte(reminders.dueMs, sql.placeholder('nowMs')))
      .orderBy(asc(reminders.dueMs))
      .limit(1),
  )
  return rows.length > 0
}

/** Takes the reminders that have been due the longest; `token` names this claim and no other. */
export async function claimDue(
  { db, now }: Services,
  { token, count }: { token: string; count: number },
): Promise<ReminderRow[]> {
  const nowMs = now().getTime()
  const claimed = await db.transaction(async (tx) => {
    const due = tx
      .select({ id: reminders.id })
      .from(reminders)
      .where(lte(reminders.dueMs, nowMs))
      .orderBy(asc(reminders.dueMs), asc(reminders.id))
      .limit(count)
    return tx
      .update(reminders)
      .set({
        state: 'sending',
        leasedBy: token,
        dueMs: nowMs + leaseMs,
        attempts: sql`${reminders.attempts} + 1`,
      })
      .where(inArray(reminders.id, sql`(${due}${skipLocked})`))
      .returning()
  })
  return claimed.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1))
}

/** Gives back what was claimed and not tried. */
export async function giveBack({ db, now }: Services, token: string): Promise<void> {
  await db.transaction(async (tx) => {
    const mine = and(eq(reminders.leasedBy, token), eq(reminders.state, 'sending'), lte(reminders.dueMs, latest(now())))
    await tx
      .update(reminders)
      .set({
        state: 'scheduled',
        leasedBy: null,
        dueMs: now().getTime(),
        attempts: sql`${reminders.attempts} - 1`,
      })
      .where(mine)
  })
}

/**
 * Makes due what a dead process had claimed, where nobody else can hold it: one process at a time owns an SQLite file.
 * On PostgreSQL a dead one's leases run out.
 */
export async function takeBackReminders({ db, now }: Services): Promise<void> {
  if (dialect === 'postgres') return
  await db.transaction(async (tx) => {
    const left = and(eq(reminders.state, 'sending'), lte(reminders.dueMs, latest(now())))
    await tx.update(reminders).set({ state: 'scheduled', leasedBy: null, dueMs: now().getTime() }).where(left)
  })
}

/** No lease ends later, so that the due index finds those that are claimed. */
const latest = (now: Date): number => now.getTime() + leaseMs
