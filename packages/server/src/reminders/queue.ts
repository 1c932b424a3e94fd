import { and, asc, eq, inArray, isNotNull, lte, min, sql } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Services } from '../context.ts'
import { skipLocked } from '../db/dialect.ts'
import { type ReminderRow, reminders } from './model.ts'

/** How long a claim holds; what nobody finished by then is sent again, under the same Message-ID. */
export const leaseMs = 180_000

/** Whether anything is due: one look into the index, however much is planned. */
export async function anyDue({ db: { read: db }, now, clock }: Services): Promise<boolean> {
  const rows = await db.compiled('reminders-any-due', { clock, nowMs: now().getTime() }, () =>
    db
      .select({ id: reminders.id })
      .from(reminders)
      .where(and(eq(reminders.clock, sql.placeholder('clock')), lte(reminders.dueMs, sql.placeholder('nowMs'))))
      .orderBy(asc(reminders.dueMs))
      .limit(1),
  )
  return rows.length > 0
}

/** Takes the reminders that have been due the longest; `token` names this claim and no other. */
export async function claimDue(
  { db, now, clock }: Services,
  { token, count }: { token: string; count: number },
): Promise<ReminderRow[]> {
  const nowMs = now().getTime()
  const values = { clock, nowMs, token, count, untilMs: nowMs + leaseMs }
  const taken = await db.transaction((tx) =>
    tx.compiled('reminders-claim', values, () => {
      const due = tx
        .select({ id: reminders.id })
        .from(reminders)
        .where(and(eq(reminders.clock, sql.placeholder('clock')), lte(reminders.dueMs, sql.placeholder('nowMs'))))
        .orderBy(asc(reminders.dueMs), asc(reminders.id))
        .limit(sql.placeholder('count'))
      return tx
        .update(reminders)
        .set({
          state: 'sending',
          leasedBy: sql`${sql.placeholder('token')}`,
          dueMs: sql`${sql.placeholder('untilMs')}`,
          attempts: sql`${reminders.attempts} + 1`,
        })
        .where(inArray(reminders.id, sql`(${due}${skipLocked})`))
        .returning()
    }),
  )
  return taken.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1))
}

/** Gives back what was claimed and not tried. */
export async function giveBack({ db, now, clock }: Services, token: string): Promise<void> {
  await db.transaction(async (tx) => {
    const mine = and(claimed({ now, clock }), eq(reminders.leasedBy, token))
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
export async function takeBackReminders({ db, now, clock }: Services): Promise<void> {
  if (dialect === 'postgres') return
  await db.transaction(async (tx) => {
    const anew = { state: 'scheduled' as const, leasedBy: null, dueMs: now().getTime() }
    await tx.update(reminders).set(anew).where(claimed({ now, clock }))
  })
}

/** Somebody may have set the machine's clock back meanwhile. */
const slackMs = 86_400_000

/** What is claimed: no lease ends much later than one that begins now, so that the due index finds them. */
const claimed = ({ now, clock }: Pick<Services, 'now' | 'clock'>) =>
  and(
    eq(reminders.clock, clock),
    lte(reminders.dueMs, now().getTime() + leaseMs + slackMs),
    eq(reminders.state, 'sending'),
  )

/** When the next of them is due, by this clock; null when none waits. */
export async function nextReminderDue({ db, clock }: Pick<Services, 'db' | 'clock'>): Promise<number | null> {
  const [row] = await db.read
    .select({ at: min(reminders.dueMs) })
    .from(reminders)
    .where(and(eq(reminders.clock, clock), isNotNull(reminders.dueMs)))
  return row?.at == null ? null : Number(row.at)
}
