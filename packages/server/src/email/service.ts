import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { notFound } from '../errors.ts'
import { emit } from '../events/service.ts'
import type { Job } from '../jobs/model.ts'
import { enqueue } from '../jobs/queue.ts'
import { requireAdmin } from '../permissions.ts'
import type { Mailer } from './mailer.ts'
import type { Message } from './message.ts'
import { type Mail, type MailRow, type MailWithBody, mails } from './model.ts'

/** Puts a mail into the outbox in the caller's transaction: it goes out if, and only if, that commits. */
export async function sendLater(tx: Tx, ctx: Context, kind: string, message: Message): Promise<void> {
  await store(tx, ctx, [{ id: ctx.newId('mail'), kind, subjectId: null, message }])
}

export interface Outgoing {
  id: string
  kind: string
  subjectId: string | null
  message: Message
}

/** The same for all mails of one cause, under ids that follow from it: a second run writes nothing. */
export async function sendOnce(tx: Tx, ctx: Context, outgoing: readonly Outgoing[]): Promise<void> {
  const [first] = outgoing
  if (!first) return
  const written = await tx.compiled('mail-exists', { id: first.id }, () =>
    tx
      .select({ id: mails.id })
      .from(mails)
      .where(eq(mails.id, sql.placeholder('id'))),
  )
  if (written.length === 0) await store(tx, ctx, outgoing)
}

async function store(tx: Tx, ctx: Context, outgoing: readonly Outgoing[]): Promise<void> {
  const now = ctx.now()
  const smtp = ctx.mail === 'smtp'
  await tx.append(
    mails,
    outgoing.map(({ id, kind, subjectId, message }) => ({
      id,
      kind,
      subjectId,
      organizationId: ctx.organizationId,
      toName: message.to.name ?? null,
      toEmail: message.to.email,
      replyTo: message.replyTo ?? null,
      subject: message.subject,
      text: message.text,
      html: message.html,
      calendar: message.calendar ?? null,
      state: smtp ? ('queued' as const) : ('captured' as const),
      error: null,
      attempts: 0,
      createdAt: now,
      sentAt: smtp ? null : now,
    })),
  )
  if (smtp) for (const { id } of outgoing) await enqueue(tx, ctx, 'mail.send', { mailId: id })
}

/** A mail with what became of it. */
export interface Kept extends Outgoing {
  attempts: number
  /** What the other side answered, if it did not take it. */
  error: string | null
}

/** Keeps mails that their sender handed over, or could not; a later one of the same id replaces the one before. */
export async function keepMails(tx: Tx, ctx: Context, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return
  const now = ctx.now()
  await tx.delete(mails).where(
    inArray(
      mails.id,
      kept.map(({ id }) => id),
    ),
  )
  await tx.append(
    mails,
    kept.map(({ id, kind, subjectId, message, attempts, error }) => {
      const isTaken = ctx.mail === 'smtp' && error === null
      return {
        id,
        kind,
        subjectId,
        organizationId: ctx.organizationId,
        toName: message.to.name ?? null,
        toEmail: message.to.email,
        replyTo: message.replyTo ?? null,
        subject: message.subject,
        text: isTaken ? null : message.text,
        html: isTaken ? null : message.html,
        calendar: null,
        state: error === null ? (isTaken ? ('sent' as const) : ('captured' as const)) : ('failed' as const),
        error,
        attempts,
        createdAt: now,
        sentAt: error === null ? now : null,
      }
    }),
  )
}

/** Hands one mail to the SMTP server; one that was stored for SMTP before it was unset is kept readable. */
export const deliverMail =
  (mailer: Mailer | null, host: string) => async (ctx: Context, job: Job, done: (tx: Tx) => Promise<void>) => {
    const [row] = await ctx.db.read
      .select()
      .from(mails)
      .where(eq(mails.id, String(job.payload.mailId)))
    if (row?.state !== 'queued') return
    if (mailer) await mailer.send(messageOf(row), `<${row.id}@${host}>`)
    await ctx.db.transaction(async (tx) => {
      const sentAt = ctx.now()
      const taken = { state: 'sent' as const, text: null, html: null, calendar: null }
      const change = {
        ...(mailer ? taken : { state: 'captured' as const }),
        attempts: job.attempts,
        error: null,
        sentAt,
      }
      await tx.update(mails).set(change).where(eq(mails.id, row.id))
      await done(tx)
    })
  }

/** Keeps what the server answered, so that nobody has to guess why a mail did not arrive. */
export async function markMailFailed(ctx: Context, job: Job, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error)
  await ctx.db.transaction(async (tx) => {
    const change = { state: 'failed' as const, error: reason, attempts: job.attempts }
    const [mail] = await tx
      .update(mails)
      .set(change)
      .where(eq(mails.id, String(job.payload.mailId)))
      .returning()
    if (!mail?.kind.startsWith('booking.')) return
    const { id, kind, subject, subjectId: bookingId, toEmail: to } = mail
    await emit(tx, ctx, 'mail.failed', id, { id, kind, bookingId, to, subject, error: reason })
  })
}

export async function listMail(
  ctx: Context,
  asked: { limit: number; cursor?: string | undefined; to?: string | undefined; subjectId?: string | undefined },
): Promise<Page<Mail>> {
  requireAdmin(ctx, 'read mail')
  const page = pageOf('email', asked, { to: asked.to, subjectId: asked.subjectId })
  const rows = await ctx.db.read
    .select()
    .from(mails)
    .where(
      and(
        eq(mails.organizationId, ctx.organizationId),
        asked.to === undefined ? undefined : eq(mails.toEmail, asked.to),
        asked.subjectId === undefined ? undefined : eq(mails.subjectId, asked.subjectId),
        page.after(mails.createdAt, mails.id),
      ),
    )
    .orderBy(...page.order(mails.createdAt, mails.id))
    .limit(page.fetch)
  return page.of(rows, present)
}

export async function getMail(ctx: Context, id: string): Promise<MailWithBody> {
  requireAdmin(ctx, 'read mail')
  const [row] = await ctx.db.read
    .select()
    .from(mails)
    .where(and(eq(mails.id, id), eq(mails.organizationId, ctx.organizationId)))
  if (!row) throw notFound('mail', id)
  return { ...present(row), text: row.text, html: row.html, calendar: row.calendar }
}

function messageOf(row: MailRow): Message {
  return {
    to: { email: row.toEmail, ...(row.toName && { name: row.toName }) },
    subject: row.subject,
    text: row.text ?? '',
    html: row.html ?? '',
    ...(row.replyTo && { replyTo: row.replyTo }),
    ...(row.calendar && { calendar: row.calendar }),
  }
}

function present(row: MailRow): Mail {
  return {
    id: row.id,
    kind: row.kind,
    to: { name: row.toName, email: row.toEmail },
    subject: row.subject,
    state: row.state,
    subjectId: row.subjectId,
    error: row.error,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
  }
}
