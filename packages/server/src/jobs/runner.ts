import { Cron } from 'croner'
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { dialect } from '../config.ts'
import type { Context, Services } from '../context.ts'
import type { Tx } from '../db/database.ts'
import { instantValue, skipLocked } from '../db/dialect.ts'
import { type Job, jobs } from './model.ts'
import { restPatiently } from './patience.ts'
import { nextJobDue } from './queue.ts'

/** Runs one job; `done(tx)` ends it in the handler's own transaction, else it ends when the handler returns. */
export type Handler = (ctx: Context, job: Job, done: (tx: Tx) => Promise<void>) => Promise<void>

export interface JobKind {
  run: Handler
  /** Seconds to wait after the first, second, … failure; the last one repeats. */
  retryAfterSeconds: readonly number[]
  /** How often it is tried at most. */
  attempts: number
  /** True when trying again is pointless. */
  isPermanent?(error: unknown): boolean
  /** Told once when a job is given up. */
  givenUp?(ctx: Context, job: Job, error: unknown): Promise<void>
}

export interface Runner {
  /** Looks for due jobs now. */
  wake(): void
  /** Runs everything that is due, and waits for what runs already; rejects when that can't be read or written. */
  settle(): Promise<void>
  /** Waits for what runs, and begins nothing. */
  rest(): Promise<void>
  isBusy(): boolean
  /** Stops claiming, waits for what runs, and gives leases back. */
  stop(): Promise<void>
}

const leaseMs = 120_000
const batch = 16

const oldestOf = (due: readonly Job[]) => Math.min(...due.map((job) => job.createdAt.getTime()))

/**
 * Makes the jobs due that a dead process had claimed, where nobody else can hold them: one process at a time owns an
 * SQLite file. On PostgreSQL others may be at work, and a dead one's leases run out.
 */
export async function takeBackClaims({ db, now, clock }: Services): Promise<void> {
  if (dialect === 'postgres') return
  await db.transaction(async (tx) => {
    const left = and(eq(jobs.clock, clock), eq(jobs.state, 'leased'))
    await tx.update(jobs).set({ state: 'waiting', leasedBy: null, dueAt: now() }).where(left)
  })
}

/** Claims due jobs and runs them; several servers may do so on one database. */
export function startRunner(
  services: Services,
  kinds: Record<string, JobKind>,
  ticks: 'ticking' | 'by hand',
  giveWay: (waitedMs: number) => Promise<void>,
): Runner {
  const me = services.newId('run')
  let running: Promise<void> | null = null
  let again = false
  let stopped = false
  let faults = 0
  let lastFault: unknown

  async function drain(): Promise<void> {
    do {
      again = false
      for (let due = await claim(); due.length > 0 && !stopped; due = await claim()) {
        await Promise.all(due.map(run))
        if (ticks === 'ticking') await giveWay(services.now().getTime() - oldestOf(due))
      }
    } while (again && !stopped)
  }

  async function claim(): Promise<Job[]> {
    const now = services.now()
    if (stopped || !(await anyDue(now))) return []
    const until = new Date(now.getTime() + leaseMs)
    const values = { clock: services.clock, me, now: instantValue(now), until: instantValue(until) }
    return services.db.transaction((tx) =>
      tx.compiled('jobs-claim', values, () => {
        const isDue = sql`${jobs.dueAt} <= ${sql.placeholder('now')}`
        const due = tx
          .select({ id: jobs.id })
          .from(jobs)
          .where(and(eq(jobs.clock, sql.placeholder('clock')), inArray(jobs.state, ['waiting', 'leased']), isDue))
          .orderBy(asc(jobs.dueAt))
          .limit(batch)
        return tx
          .update(jobs)
          .set({
            state: 'leased',
            leasedBy: sql`${sql.placeholder('me')}`,
            dueAt: sql`${sql.placeholder('until')}`,
            attempts: sql`${jobs.attempts} + 1`,
          })
          .where(inArray(jobs.id, sql`(${due}${skipLocked})`))
          .returning()
      }),
    )
  }

  async function anyDue(now: Date): Promise<boolean> {
    for (const state of ['waiting', 'leased'] as const) {
      const next = await nextJobDue(services, state)
      if (next !== null && next <= now.getTime()) return true
    }
    return false
  }

  async function run(job: Job): Promise<void> {
    const ctx: Context = {
      ...services,
      actor: { type: 'system', id: 'jobs' },
      organizationId: job.organizationId,
      source: 'api',
      scopes: [],
      plan: 'enterprise',
    }
    const kind = kinds[job.kind]
    const mine = and(eq(jobs.id, job.id), eq(jobs.leasedBy, me), eq(jobs.state, 'leased'))
    let ended = false
    const done = async (tx: Tx) => {
      ended = true
      await tx.delete(jobs).where(mine)
    }
    try {
      if (!kind) throw new Error(`This server does not know jobs of the kind ${job.kind}.`)
      await kind.run(ctx, job, done)
      if (!ended) await services.db.transaction(done)
    } catch (error) {
      await fail(ctx, job, kind, error, mine)
    }
  }

  async function fail(ctx: Context, job: Job, kind: JobKind | undefined, error: unknown, mine: ReturnType<typeof and>) {
    const lastError = error instanceof Error ? error.message : String(error)
    const over = kind === undefined || job.attempts >= kind.attempts || kind.isPermanent?.(error) === true
    services.log.warn(over ? 'job given up' : 'job failed, will be tried again', {
      job: job.id,
      kind: job.kind,
      attempts: job.attempts,
      cause: error,
    })
    const waitSeconds = kind?.retryAfterSeconds[Math.min(job.attempts, kind.retryAfterSeconds.length) - 1] ?? 60
    const dueAt = new Date(services.now().getTime() + waitSeconds * 1000)
    await services.db.transaction(async (tx) => {
      await tx
        .update(jobs)
        .set({ state: over ? 'failed' : 'waiting', leasedBy: null, dueAt, lastError })
        .where(mine)
    })
    if (over) await kind?.givenUp?.(ctx, job, error)
  }

  function wake(): void {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = drain()
      .catch((cause: unknown) => {
        faults++
        lastFault = cause
        services.log.error('the job queue could not be read', { cause })
      })
      .finally(() => {
        running = null
      })
  }

  const rest = async () => {
    while (running) await running
  }
  const clock = ticks === 'ticking' ? new Cron('* * * * * *', { protect: true, unref: true }, wake) : null
  return {
    wake,
    settle: async () => {
      const before = faults
      wake()
      while (running) await running
      // Whoever settles until nothing is due would ask for ever.
      if (faults > before) throw lastFault
    },
    rest,
    isBusy: () => running !== null,
    stop: async () => {
      clock?.stop()
      stopped = true
      await restPatiently(rest)
      await services.db.transaction(async (tx) => {
        const mine = and(eq(jobs.leasedBy, me), eq(jobs.state, 'leased'))
        await tx.update(jobs).set({ state: 'waiting', leasedBy: null, dueAt: services.now() }).where(mine)
      })
    },
  }
}
