import { and, eq } from 'drizzle-orm'
import type { Context, Services } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { keepMail } from '../email/service.ts'
import { emit, holdLog } from '../events/service.ts'
import { receives } from '../webhooks/fan-out.ts'
import { presentReminder } from './ledger.ts'
import { type ReminderRow, reminders } from './model.ts'
import type { Outcome } from './send.ts'

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
      for (const one of mine) await recordOne(tx, ctx, one)
    })
  }
}

async function recordOne(tx: Tx, ctx: Context, { row, outcome: tried }: Tried): Promise<void> {
  const unheard = tried.state === 'sent' && row.channel === 'webhook' && !(await isHeard(tx, row))
  const outcome: Outcome = unheard ? { state: 'skipped', reason: 'no_endpoint' } : tried
  const after = settled(row, outcome, ctx.now())
  // Somebody else has taken it over when the lease ran out: what they do counts.
  const [written] = await tx
    .update(reminders)
    .set(after)
    .where(and(eq(reminders.id, row.id), eq(reminders.leasedBy, row.leasedBy ?? '')))
    .returning({ id: reminders.id })
  if (!written) return
  if ('mail' in outcome && outcome.mail) {
    const error = outcome.state === 'failed' ? outcome.error : null
    await keepMail(tx, ctx, outcome.mail, { attempts: row.attempts, error })
  }
  const shown = presentReminder(after)
  const message = 'message' in outcome && outcome.message ? { message: outcome.message } : {}
  if (outcome.state === 'sent') await emit(tx, ctx, 'reminder.sent', row.id, { ...shown, ...message })
  if (outcome.state === 'failed') await emit(tx, ctx, 'reminder.failed', row.id, shown)
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
const isHeard = (tx: Tx, { organizationId, eventTypeId }: ReminderRow): Promise<boolean> =>
  receives(tx, organizationId, 'reminder.sent', eventTypeId)
