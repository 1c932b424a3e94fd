import { and, asc, count, eq, gt, lte, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Context } from '../context.ts'
import type { Read } from '../db/database.ts'
import { mails } from '../email/model.ts'
import { events } from '../events/model.ts'
import { attempts, deliveries } from '../webhooks/model.ts'
import type { Happening } from './model.ts'

/** So much of it is told; the rest is counted. */
const most = 1000

const order = { event: 0, mail: 1, webhook: 2 }

/** What happened in a sandbox after one instant of its clock, up to another: events, mails and webhooks, in order. */
export async function happeningsBetween(
  ctx: Context,
  from: Date,
  to: Date,
): Promise<{ happened: Happening[]; count: number }> {
  const db = ctx.db.read
  const within = (organizationId: PgColumn, at: PgColumn) =>
    and(eq(organizationId, ctx.organizationId), gt(at, from), lte(at, to))
  const told = within(events.organizationId, events.createdAt)
  const mailed = within(mails.organizationId, mails.createdAt)
  const sent = within(attempts.organizationId, attempts.createdAt)
  const facts = await db.select().from(events).where(told).orderBy(asc(events.seq)).limit(most)
  const letters = await db.select().from(mails).where(mailed).orderBy(asc(mails.createdAt), asc(mails.id)).limit(most)
  const tries = await db
    .select({ attempt: attempts, delivery: deliveries })
    .from(attempts)
    .innerJoin(deliveries, eq(deliveries.id, attempts.deliveryId))
    .where(sent)
    .orderBy(asc(attempts.createdAt), asc(attempts.id))
    .limit(most)
  const all: Happening[] = [
    ...facts.map(ofFact),
    ...letters.map(ofMail),
    ...tries.map(({ attempt, delivery }) => ofAttempt(attempt, delivery)),
  ]
  // A stable sort: each list keeps its own order at one instant.
  all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : order[a.kind] - order[b.kind]))
  const counted = await Promise.all([
    countOf(db, events, told),
    countOf(db, mails, mailed),
    countOf(db, attempts, sent),
  ])
  return { happened: all.slice(0, most), count: counted.reduce((sum, n) => sum + n, 0) }
}

async function countOf(db: Read, table: PgTable, where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ n: count() }).from(table).where(where)
  return row?.n ?? 0
}

const ofFact = (row: typeof events.$inferSelect): Happening => ({
  at: row.createdAt.toISOString(),
  kind: 'event',
  type: row.type,
  id: row.id,
  subjectId: row.subjectId,
  attempt: null,
  text: [sentenceOf(row.type), aboutOf(row.data)].filter((part) => part !== '').join(': '),
})

const ofMail = (row: typeof mails.$inferSelect): Happening => ({
  at: row.createdAt.toISOString(),
  kind: 'mail',
  type: row.kind,
  id: row.id,
  subjectId: row.subjectId,
  attempt: null,
  text: `Mail to ${row.toEmail}: ${row.subject}`,
})

const ofAttempt = (attempt: typeof attempts.$inferSelect, row: typeof deliveries.$inferSelect): Happening => ({
  at: attempt.createdAt.toISOString(),
  kind: 'webhook',
  type: row.eventType,
  id: row.id,
  subjectId: row.subjectId,
  attempt: attempt.number,
  text: `Webhook ${row.eventType} to ${attempt.url}: ${answerOf(attempt)}`,
})

function answerOf({ number, responseStatus, errorCode, nextAttemptAt }: typeof attempts.$inferSelect): string {
  const what = responseStatus === null ? (errorCode ?? 'no answer') : String(responseStatus)
  if (errorCode === null) return number === 1 ? what : `${what} (attempt ${number})`
  const next = nextAttemptAt ? `tried again at ${nextAttemptAt.toISOString()}` : 'given up'
  return `${what} (attempt ${number}, ${next})`
}

/** `booking.no_show` as “Booking no show”. */
function sentenceOf(type: string): string {
  const words = type.replaceAll(/[._]/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Whatever tells a reader best what a fact is about. */
function aboutOf(data: Record<string, unknown>): string {
  const guest = textAt(data.guest, 'name')
  const title = textAt(data, 'title') || textAt(data, 'name') || textAt(data, 'subject')
  if (title && guest) return `${title} with ${guest}`
  if (title || guest) return title || guest
  // A reminder names neither: the mail beside it does.
  const channel = textAt(data, 'channel')
  return channel ? `${channel} to ${textAt(data, 'recipient')}` : textAt(data, 'email')
}

function textAt(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null) return ''
  const found = Object.entries(value).find(([name]) => name === key)?.[1]
  return typeof found === 'string' ? found : ''
}
