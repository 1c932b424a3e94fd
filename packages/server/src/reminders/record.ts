import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context, Services } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { keepMails } from '../email/service.ts'
import { emitAll, holdLog } from '../events/service.ts'
import { receives } from '../webhooks/fan-out.ts'
import { presentReminder } from './ledger.ts'
import { type ReminderRow, reminders } from './model.ts'
import { mailPrefix, type Outcome } from './send.ts'

export interface Tried {
  row: ReminderRow
  outcome: Outcome
}

/** Writes what became of reminders into the ledger, with the events that tell of it: one transaction an organization. */
export async function recordTried(services: Services, tried: readonly Tried[]): Promise<void> {
  for (const [organizationId, mine] of Map.groupBy(tried, ({ row }) => row.organizationId)) {
    const ctx: Context = {
      ...services,
      actor: { type: 'system', id: 'reminders' },
      organizationId,
      source: 'api',
      scopes: [],
      plan: 'enterprise',
    }
    await services.db.transaction(async (tx) => {
      // Whoever books writes to the log first and plans then.
      await holdLog(tx, organizationId)
      await record(tx, ctx, mine)
    })
  }
}

interface Settled extends Tried {
  /** The row as it is from now on. */
  after: ReminderRow
}

async function record(tx: Tx, ctx: Context, tried: readonly Tried[]): Promise<void> {
  const all: Settled[] = []
  for (const one of tried) {
    const outcome = await heard(tx, one)
    all.push({ row: one.row, outcome, after: settled(one.row, outcome, ctx.now()) })
  }
  const mine = await written(tx, all)
  await keepMails(
    tx,
    ctx,
    mine.flatMap(({ row, outcome }) => {
      if (!('mail' in outcome) || !outcome.mail) return []
      return { ...outcome.mail, attempts: row.attempts, error: outcome.state === 'failed' ? outcome.error : null }
    }),
  )
  await emitAll(
    tx,
    ctx,
    mine.flatMap(({ row, outcome, after }) => {
      if (outcome.state !== 'sent' && outcome.state !== 'failed') return []
      const message = 'message' in outcome && outcome.message ? { message: outcome.message } : {}
      const data = { ...presentReminder(after), ...message }
      return { type: `reminder.${outcome.state}` as const, subjectId: row.id, data, previous: null }
    }),
  )
}

/** Those that are still ours: when the lease ran out somebody else took one over, and what they do counts. */
async function written(tx: Tx, all: readonly Settled[]): Promise<Settled[]> {
  const ids = new Set<string>()
  // Most were sent, and differ in nothing but their mails' ids.
  const alike = Map.groupBy(all, ({ row, after }) =>
    after.state === 'sent' ? `${row.leasedBy} ${after.mailId === null}` : row.id,
  )
  for (const some of alike.values()) {
    const [first] = some
    if (!first) continue
    const { state, reason, error, dueMs, leasedBy, mailId, sentAt, updatedAt } = first.after
    const mailIds = state === 'sent' && mailId !== null ? sql`${mailPrefix} || ${reminders.id}` : mailId
    const found = await tx
      .update(reminders)
      .set({ state, reason, error, dueMs, leasedBy, mailId: mailIds, sentAt, updatedAt })
      .where(
        and(
          inArray(
            reminders.id,
            some.map(({ row }) => row.id),
          ),
          eq(reminders.leasedBy, first.row.leasedBy ?? ''),
        ),
      )
      .returning({ id: reminders.id })
    for (const { id } of found) ids.add(id)
  }
  return all.filter(({ row }) => ids.has(row.id))
}

function settled(row: ReminderRow, outcome: Outcome, now: Date): ReminderRow {
  return {
    ...row,
    state: outcome.state,
    reason: 'reason' in outcome ? outcome.reason : null,
    error: 'error' in outcome ? outcome.error : null,
    dueMs: outcome.state === 'scheduled' ? outcome.dueMs : null,
    leasedBy: null,
    mailId: 'mail' in outcome && outcome.mail ? outcome.mail.id : row.mailId,
    sentAt: outcome.state === 'sent' ? now : null,
    updatedAt: now,
  }
}

/** A webhook step that nobody listens to was not sent. */
async function heard(tx: Tx, { row, outcome }: Tried): Promise<Outcome> {
  if (outcome.state !== 'sent' || row.channel !== 'webhook') return outcome
  const isHeard = await receives(tx, row.organizationId, 'reminder.sent', row.eventTypeId)
  return isHeard ? outcome : { state: 'skipped', reason: 'no_endpoint' }
}
