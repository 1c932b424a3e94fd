import { Cron } from 'croner'
import type { Services } from '../context.ts'
import { restPatiently } from '../jobs/patience.ts'
import type { Runner } from '../jobs/runner.ts'
import type { ReminderRow } from './model.ts'
import { concernsOf } from './occasion.ts'
import { anyDue, claimDue, giveBack } from './queue.ts'
import { recordTried, type Tried } from './record.ts'
import { type Postman, sendReminder } from './send.ts'

export interface RunnerOptions extends Postman {
  ticks: 'ticking' | 'by hand'
  /** Lets people go first between two batches. */
  giveWay(waitedMs: number): Promise<void>
}

const batch = 50
/** So many are written at once: more than the pool has connections, so that none of those waits for words. */
const lanes = 8
/** An attempt may take so long, so none begins later in its lease. */
const reserveMs = 45_000

/** Sends what is due, the longest waiting first; several servers may do so on one database. */
export function startReminders(services: Services, options: RunnerOptions): Runner {
  const me = services.newId('run')
  let claims = 0
  /** Of the claims that are under way, the newest first. */
  let tokens: string[] = []
  let running: Promise<void> | null = null
  let stopped = false
  let faults = 0
  let lastFault: unknown

  /** While one batch is on its way the next is claimed, and what became of the last is written down. */
  async function drain(): Promise<void> {
    let rows = await claim()
    let tried: Tried[] = []
    while (rows.length > 0 || tried.length > 0) {
      const [next, ahead] = await Promise.all([tryAll(rows), claim(), recordTried(services, tried)])
      const waited = services.now().getTime() - Math.min(...rows.map((row) => row.dueAt.getTime()))
      if (rows.length > 0 && options.ticks === 'ticking') await options.giveWay(waited)
      tried = next
      rows = ahead
    }
  }

  /** None when nothing is due, or another process holds it. */
  async function claim(): Promise<ReminderRow[]> {
    if (stopped || !(await anyDue(services))) return []
    const token = `${me}.${++claims}`
    tokens = [token, ...tokens].slice(0, 2)
    return claimDue(services, { token, count: batch })
  }

  /** In their order; what was not reached in time is left to the next claim. */
  async function tryAll(rows: readonly ReminderRow[]): Promise<Tried[]> {
    if (rows.length === 0) return []
    const concerns = await concernsOf(services.db.read, rows)
    const lastMs = Math.min(...rows.map((row) => row.dueMs ?? 0)) - reserveMs
    const tried = new Map<string, Tried>()
    const waiting = rows.values()
    const lane = async () => {
      for (const row of waiting) {
        const concern = concerns.get(row.id)
        if (!concern || stopped || services.now().getTime() > lastMs) continue
        tried.set(row.id, { row, outcome: await sendReminder(services, row, concern, options) })
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return rows.flatMap((row) => tried.get(row.id) ?? [])
  }

  function wake(): void {
    if (stopped || running) return
    running = drain()
      .catch((cause: unknown) => {
        faults++
        lastFault = cause
        services.log.error('reminders could not be sent', { cause })
      })
      .finally(() => {
        running = null
      })
  }

  const rest = async () => {
    while (running) await running
  }
  const clock = options.ticks === 'ticking' ? new Cron('* * * * * *', { protect: true, unref: true }, wake) : null
  return {
    wake,
    settle: async () => {
      const before = faults
      do {
        wake()
        while (running) await running
        if (faults > before) throw lastFault
      } while (!stopped && (await anyDue(services)))
    },
    rest,
    isBusy: () => running !== null,
    stop: async () => {
      clock?.stop()
      stopped = true
      await restPatiently(rest)
      for (const token of tokens) await giveBack(services, token)
    },
  }
}
