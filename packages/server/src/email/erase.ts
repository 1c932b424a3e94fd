import { and, eq, inArray } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { erasedGuest, mentions } from '../erasure/scrub.ts'
import { inParts, type Traces } from '../erasure/traces.ts'
import { jobs } from '../jobs/model.ts'
import { users } from '../users/model.ts'
import { type MailRow, mails } from './model.ts'

/** Empties the mails about somebody's bookings; one that was not sent yet never is. */
export async function eraseMails(tx: Tx, ctx: Context, traces: Traces): Promise<void> {
  const members = await tx
    .select({ email: users.email })
    .from(users)
    .where(eq(users.organizationId, ctx.organizationId))
  const hosts = new Set(members.map(({ email }) => email.toLowerCase()))
  const unsent = new Set<string>()
  for (const row of await mailsOf(tx, traces)) {
    const queued = row.state === 'queued'
    if (queued) unsent.add(row.id)
    traces.subjectIds.add(row.id)
    const toHost = hosts.has(row.toEmail.toLowerCase())
    await tx
      .update(mails)
      .set({
        ...(!toHost && { toName: null, toEmail: erasedGuest.email }),
        ...{ subject: 'Erased', text: null, html: null, calendar: null, replyTo: null },
        state: queued ? 'failed' : row.state,
        error: queued ? 'It was erased before it was sent.' : row.error && 'Erased',
      })
      .where(eq(mails.id, row.id))
  }
  const waiting = await tx
    .select({ id: jobs.id, payload: jobs.payload })
    .from(jobs)
    .where(and(eq(jobs.organizationId, ctx.organizationId), eq(jobs.kind, 'mail.send')))
  const needless = waiting.filter(({ payload }) => traces.subjectIds.has(String(payload.mailId)))
  for (const some of inParts(needless)) {
    await tx.delete(jobs).where(
      inArray(
        jobs.id,
        some.map(({ id }) => id),
      ),
    )
  }
}

async function mailsOf(tx: Tx, traces: Traces): Promise<MailRow[]> {
  const found: MailRow[] = []
  for (const some of inParts(traces.bookingIds)) {
    found.push(...(await tx.select().from(mails).where(inArray(mails.subjectId, some))))
  }
  for (const some of inParts(traces.alongIds)) {
    const rows = await tx.select().from(mails).where(inArray(mails.subjectId, some))
    const all = (row: MailRow) =>
      [row.toEmail, row.subject, row.text, row.html, row.calendar?.content, row.error].join('\n')
    found.push(...rows.filter((row) => mentions(all(row), traces)))
  }
  return found
}
