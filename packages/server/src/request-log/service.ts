import { and, eq, gte, lt } from 'drizzle-orm'
import type { Context, Services } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { type Page, pageOf } from '../db/page.ts'
import { notFound } from '../errors.ts'
import { requireAdmin } from '../permissions.ts'
import { findByOrganization, isSandbox } from '../sandboxes/clock.ts'
import { type LoggedRequest, requestLog } from './model.ts'

type Row = typeof requestLog.$inferSelect

const keptDays = 14
const flushMs = 500
const most = 5000

export interface RequestLog {
  note(row: Row): void
  /** Writes what is waiting. */
  flush(): Promise<void>
}

/** Gathers rows and writes them together: the log must never make an answer wait. */
export function createRequestLog({ db, log }: Services): RequestLog {
  let waiting: Row[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    const rows = waiting
    waiting = []
    if (rows.length === 0) return
    await db
      .transaction(async (tx) => tx.append(requestLog, await withoutGone(tx, rows)))
      .catch((cause: unknown) => log.warn('the request log could not be written', { cause }))
  }
  return {
    note: (row) => {
      // A flood that the disk cannot follow loses lines of the log, and nothing else.
      if (waiting.length < most) waiting.push(row)
      timer ??= setTimeout(() => void flush(), flushMs).unref()
    },
    flush,
  }
}

/** A sandbox may have been deleted since: nothing of it is left. */
async function withoutGone(tx: Tx, rows: Row[]): Promise<Row[]> {
  const tried = new Set(rows.map((row) => row.organizationId).filter(isSandbox))
  for (const id of tried) {
    if (!(await findByOrganization(tx, id))) rows = rows.filter((row) => row.organizationId !== id)
  }
  return rows
}

/** Forgets what is older than two weeks. */
export async function pruneRequestLog({ db, now }: Services): Promise<void> {
  const oldest = new Date(now().getTime() - keptDays * 86_400_000)
  await db.transaction(async (tx) => void (await tx.delete(requestLog).where(lt(requestLog.createdAt, oldest))))
}

export interface LogFilter {
  limit: number
  cursor?: string | undefined
  status?: string | undefined
  method?: string | undefined
  path?: string | undefined
  actorId?: string | undefined
  'createdAt[gte]'?: Date | undefined
}

/** The organization's requests, newest first; `status` is a code or a class such as `4xx`. */
export async function listRequests(ctx: Context, asked: LogFilter): Promise<Page<LoggedRequest>> {
  requireAdmin(ctx, 'read the request log')
  const { limit, cursor, ...filters } = asked
  const page = pageOf('request-log', { limit, cursor }, filters)
  const since = asked['createdAt[gte]']
  const [from, to] = statusRange(asked.status)
  const rows = await ctx.db.read
    .select()
    .from(requestLog)
    .where(
      and(
        eq(requestLog.organizationId, ctx.organizationId),
        asked.status === undefined ? undefined : and(gte(requestLog.status, from), lt(requestLog.status, to)),
        asked.method === undefined ? undefined : eq(requestLog.method, asked.method),
        asked.path === undefined ? undefined : eq(requestLog.path, asked.path),
        asked.actorId === undefined ? undefined : eq(requestLog.actorId, asked.actorId),
        since && gte(requestLog.createdAt, since),
        page.after(requestLog.createdAt, requestLog.id),
      ),
    )
    .orderBy(...page.order(requestLog.createdAt, requestLog.id))
    .limit(page.fetch)
  return page.of(rows, present)
}

export async function getRequest(ctx: Context, id: string): Promise<LoggedRequest> {
  requireAdmin(ctx, 'read the request log')
  const here = and(eq(requestLog.id, id), eq(requestLog.organizationId, ctx.organizationId))
  const [row] = await ctx.db.read.select().from(requestLog).where(here)
  if (!row) throw notFound('logged request', id)
  return present(row)
}

function statusRange(status = '0xx'): [number, number] {
  const digit = Number(status[0])
  return status.endsWith('xx') ? [digit * 100, digit * 100 + 100] : [Number(status), Number(status) + 1]
}

const present = (row: Row): LoggedRequest => ({
  id: row.id,
  method: row.method,
  path: row.path,
  status: row.status,
  durationMs: row.durationMicros / 1000,
  actor: { type: row.actorType, id: row.actorId },
  code: row.code,
  createdAt: row.createdAt.toISOString(),
})
