import { asc, eq, min } from 'drizzle-orm'
import type { Read } from '../db/database.ts'
import { jobs } from '../jobs/model.ts'
import { reminders } from '../reminders/model.ts'
import type { LetsMeetServer } from '../server.ts'
import { nextDue as nextWebhookDue } from '../webhooks/queue.ts'

type Working = Pick<LetsMeetServer, 'services' | 'jobs' | 'reminders' | 'webhooks'>

/** Runs everything that is due, and what follows from it, until nothing is. */
export async function settle({ services, jobs, reminders, webhooks }: Working): Promise<void> {
  do {
    // Jobs write events, and what a delivery leads to may be a mail.
    await jobs.settle()
    await reminders.settle()
    await webhooks.settle()
  } while (isDue(await nextDue(services.db.read), services.now()))
}

/** Moves the held clock from one due instant to the next, so that each thing happens at its own time. */
export async function travel(server: Working, target: Date, set: (instant: Date) => void): Promise<void> {
  const { db, now } = server.services
  if (target < now()) {
    throw new Error(`The clock only goes forward: it is ${now().toISOString()}, later than ${target.toISOString()}.`)
  }
  await settle(server)
  for (let next = await nextDue(db.read); next !== null && next <= target; next = await nextDue(db.read)) {
    set(next)
    await settle(server)
  }
  set(target)
}

const isDue = (next: Date | null, now: Date): boolean => next !== null && next <= now

/** The next instant at which anything waits to happen. */
async function nextDue(db: Read): Promise<Date | null> {
  const [job] = await db
    .select({ at: jobs.dueAt })
    .from(jobs)
    .where(eq(jobs.state, 'waiting'))
    .orderBy(asc(jobs.dueAt))
    .limit(1)
  const [reminder] = await db.select({ at: min(reminders.dueMs) }).from(reminders)
  const webhook = await nextWebhookDue(db)
  const all = [job?.at.getTime(), reminder?.at, webhook].filter((at) => at !== undefined && at !== null).map(Number)
  return all.length === 0 ? null : new Date(Math.min(...all))
}
