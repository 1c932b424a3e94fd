import type { Services } from './context.ts'
import { nextJobDue } from './jobs/queue.ts'
import { type JobKind, type Runner, startRunner, takeBackClaims } from './jobs/runner.ts'
import { nextReminderDue, takeBackReminders } from './reminders/queue.ts'
import { type RunnerOptions as ReminderOptions, startReminders } from './reminders/runner.ts'
import { type Engine, type EngineOptions, startEngine } from './webhooks/engine.ts'
import { nextDue as nextWebhookDue, takeBackDeliveries } from './webhooks/queue.ts'

/** Everything that runs by one clock: jobs, reminders and webhooks. */
export interface Clockwork {
  jobs: Runner
  reminders: Runner
  webhooks: Engine
  /** Looks for what is due now. */
  wake(): void
  /** Runs all that is due, and what follows from it, until nothing is; when something is due next. */
  settle(): Promise<Date | null>
  /** The same for those alone that have something due or under way: a step of a journey. */
  settleDue(): Promise<Date | null>
  /** When anything is due next; null when nothing waits. */
  nextDue(): Promise<Date | null>
  stop(): Promise<void>
}

export interface Parts {
  kinds: Record<string, JobKind>
  reminders: Omit<ReminderOptions, 'ticks' | 'giveWay'>
  webhooks: Omit<EngineOptions, 'ticks'>
  ticks: 'ticking' | 'by hand'
  giveWay(waitedMs: number): Promise<void>
}

/** Works by the clock of `services`, and takes up first what a dead process left. */
export async function startClockwork(services: Services, parts: Parts): Promise<Clockwork> {
  const { kinds, ticks, giveWay } = parts
  await takeBackClaims(services)
  await takeBackReminders(services)
  await takeBackDeliveries(services)
  const jobs = startRunner(services, kinds, ticks, giveWay)
  const reminders = startReminders(services, { ...parts.reminders, ticks, giveWay })
  const webhooks = startEngine(services, { ...parts.webhooks, ticks })
  const parties = [jobs, reminders, webhooks]
  let isStopped = false

  async function settleDue(): Promise<Date | null> {
    for (;;) {
      const dues = await duesOf(services)
      const now = services.now().getTime()
      const due = parties.filter((_, i) => (dues[i] ?? Number.POSITIVE_INFINITY) <= now)
      const busy = parties.filter((one) => one.isBusy())
      if (isStopped || due.length + busy.length === 0) return earliest(dues)
      // Jobs write events, and what a delivery leads to may be a mail.
      for (const one of due) await one.settle()
      for (const one of busy) await one.rest()
    }
  }

  return {
    jobs,
    reminders,
    webhooks,
    nextDue: async () => earliest(await duesOf(services)),
    wake: () => {
      for (const one of parties) one.wake()
    },
    settle: async () => {
      // Each looks once, due or not: what it could not write the last time may be written now.
      for (const one of parties) await one.settle()
      return settleDue()
    },
    settleDue,
    stop: async () => {
      isStopped = true
      await Promise.all([jobs.stop(), reminders.stop(), webhooks.stop()])
    },
  }
}

/** Moves a clock from one due instant to the next, so that each thing happens at its own time; false when told to pause. */
export async function travel(
  work: Pick<Clockwork, 'settle' | 'settleDue'>,
  target: Date,
  move: (instant: Date) => void | Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<boolean> {
  for (let next = await work.settle(); next !== null && next <= target; ) {
    if (!goesOn()) return false
    const [, later] = await Promise.all([move(next), work.settleDue()])
    next = later
  }
  await move(target)
  return true
}

/** When each of the three has something due next. */
async function duesOf(services: Services): Promise<(number | null)[]> {
  const [job, claim] = [await nextJobDue(services), await nextJobDue(services, 'leased')]
  const next = earliest([job, claim])?.getTime() ?? null
  return [next, await nextReminderDue(services), await nextWebhookDue(services)]
}

function earliest(dues: readonly (number | null)[]): Date | null {
  const known = dues.filter((at) => at !== null)
  return known.length === 0 ? null : new Date(Math.min(...known))
}
