import type { Context, Services } from './context.ts'
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
  /** Runs all that is due, and what follows from it, until nothing is. */
  settle(): Promise<void>
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
  const nextDue = () => earliest(services)
  let isStopped = false
  return {
    jobs,
    reminders,
    webhooks,
    nextDue,
    wake: () => {
      for (const one of [jobs, reminders, webhooks]) one.wake()
    },
    settle: async () => {
      do {
        // Jobs write events, and what a delivery leads to may be a mail.
        await jobs.settle()
        await reminders.settle()
        await webhooks.settle()
      } while (!isStopped && isDue(await nextDue(), services.now()))
    },
    stop: async () => {
      isStopped = true
      await Promise.all([jobs.stop(), reminders.stop(), webhooks.stop()])
    },
  }
}

/** Moves a clock from one due instant to the next, so that each thing happens at its own time; false when told to pause. */
export async function travel(
  work: Pick<Clockwork, 'settle' | 'nextDue'>,
  target: Date,
  move: (instant: Date) => void | Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<boolean> {
  await work.settle()
  for (let next = await work.nextDue(); next !== null && next <= target; next = await work.nextDue()) {
    if (!goesOn()) return false
    await Promise.all([move(next), work.settle()])
  }
  await move(target)
  return true
}

const isDue = (next: Date | null, now: Date): boolean => next !== null && next <= now

async function earliest(services: Pick<Context, 'db' | 'clock'>): Promise<Date | null> {
  const all = [await nextJobDue(services), await nextReminderDue(services), await nextWebhookDue(services)]
  const known = all.filter((at) => at !== null)
  return known.length === 0 ? null : new Date(Math.min(...known))
}
