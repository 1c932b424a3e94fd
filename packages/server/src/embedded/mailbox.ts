import { sql } from 'drizzle-orm'
import type { CapturedMail, Mailbox, MailFilter } from '../../testing.d.ts'
import type { Services } from '../context.ts'
import { linksIn } from '../email/links.ts'
import { type MailRow, mails } from '../email/model.ts'

/** The mails that the server captured; whoever looks waits for those that are due. */
export function openMailbox({ db }: Services, settle: () => Promise<void>): Mailbox {
  const cleared = new Set<string>()
  const all = async (): Promise<MailRow[]> => {
    await settle()
    // The order in which they were written: the held clock gives many of them one time.
    const rows = await db.read.select().from(mails).orderBy(sql`rowid`)
    return rows.filter((row) => !cleared.has(row.id))
  }
  const list = async (filter: MailFilter = {}) => (await all()).map(present).filter((mail) => fits(mail, filter))
  return {
    list,
    last: async (filter) => (await list(filter)).at(-1) ?? null,
    clear: async () => {
      for (const { id } of await all()) cleared.add(id)
    },
  }
}

const fits = (mail: CapturedMail, { to, kind, subject, subjectId }: MailFilter): boolean =>
  (to === undefined || mail.to.email.toLowerCase() === to.toLowerCase()) &&
  (kind === undefined || mail.kind === kind) &&
  (subjectId === undefined || mail.subjectId === subjectId) &&
  (subject === undefined || mail.subject.search(pattern(subject)) >= 0)

const pattern = (subject: string | RegExp): RegExp =>
  typeof subject === 'string' ? new RegExp(subject.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : subject

const present = (row: MailRow): CapturedMail => ({
  id: row.id,
  kind: row.kind,
  subjectId: row.subjectId,
  to: { name: row.toName, email: row.toEmail },
  subject: row.subject,
  text: row.text ?? '',
  html: row.html ?? '',
  calendar: row.calendar,
  links: linksIn(row.html ?? ''),
  sentAt: row.sentAt ?? row.createdAt,
})
