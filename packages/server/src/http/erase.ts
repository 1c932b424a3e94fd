import { and, asc, eq, gt, ne } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Tx } from '../db/database.ts'
import type { Traces } from '../erasure/traces.ts'
import { AppError } from '../errors.ts'
import { idempotencyKeys } from './model.ts'
import { problemOf } from './problem.ts'

const atOnce = 500

/** Answers that were kept under idempotency keys and told of somebody: whoever asks again learns that it is gone. */
export async function eraseAnswers(tx: Tx, ctx: Context, traces: Traces): Promise<void> {
  const ids = new Set([...traces.subjectIds, ...traces.contactIds])
  const isTheirs = (text: string) =>
    (text.match(/\b[a-z]{2,8}_[0-9A-Za-z]{20}\b/g) ?? []).some((id) => ids.has(id)) ||
    traces.emails.some((email) => text.toLowerCase().includes(email))
  const error = new AppError('gone', 'What this request made or showed was erased.')
  const problem = problemOf(error, { publicUrl: ctx.publicUrl, path: '/api/v1', requestId: '' })
  const answer = ctx.secrets.seal(JSON.stringify({ type: 'application/problem+json', text: JSON.stringify(problem) }))
  for (let after = ''; ; ) {
    const rows = await tx
      .select({ id: idempotencyKeys.id, answer: idempotencyKeys.answer })
      .from(idempotencyKeys)
      .where(and(gt(idempotencyKeys.id, after), ne(idempotencyKeys.status, 0)))
      .orderBy(asc(idempotencyKeys.id))
      .limit(atOnce)
    for (const row of rows) {
      if (!isTheirs(ctx.secrets.open(row.answer))) continue
      await tx.update(idempotencyKeys).set({ answer, status: 410 }).where(eq(idempotencyKeys.id, row.id))
    }
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = last.id
  }
}
