import { z } from 'zod'
import { index, instant, integer, json, table, text } from '../db/columns.ts'

export const Mail = z
  .object({
    id: z.string().meta({ example: 'mail_0WbXkT3nPq7YvLs2DfGh' }),
    kind: z
      .string()
      .meta({ example: 'booking.confirmed', description: 'What it is about, such as `booking.confirmed`.' }),
    to: z
      .object({ name: z.string().nullable(), email: z.string() })
      .meta({ example: { name: 'Grace Hopper', email: 'grace@example.com' } }),
    subject: z.string().meta({ example: 'Confirmed: Intro call with Ada Lovelace' }),
    state: z.enum(['queued', 'captured', 'sent', 'failed']).meta({ example: 'sent' }),
    subjectId: z
      .string()
      .nullable()
      .meta({ example: 'bk_0WbXkT3nPq7YvLs2DfGh', description: 'The resource it is about.' }),
    error: z.string().nullable().meta({ description: 'Why it could not be sent, so far.' }),
    attempts: z.int(),
    createdAt: z.iso.datetime(),
    sentAt: z.iso.datetime().nullable().meta({ example: '2030-01-07T14:20:01.000Z' }),
  })
  .meta({
    id: 'Mail',
    description: 'A mail that LetsMeet sent, is sending, or captured because no SMTP server is set.',
  })
export type Mail = z.infer<typeof Mail>

export const MailWithBody = Mail.extend({
  text: z.string().nullable().meta({ description: 'Null once an SMTP server has taken it.' }),
  html: z.string().nullable(),
  calendar: z.object({ method: z.string(), content: z.string() }).nullable(),
}).meta({ id: 'MailWithBody' })
export type MailWithBody = z.infer<typeof MailWithBody>

export const mails = table(
  'mails',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    kind: text().notNull(),
    subjectId: text(),
    toName: text(),
    toEmail: text().notNull(),
    replyTo: json<{ name?: string; email: string }>(),
    subject: text().notNull(),
    text: text(),
    html: text(),
    calendar: json<{ method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string }>(),
    state: text().$type<Mail['state']>().notNull(),
    error: text(),
    attempts: integer().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
  },
  (t) => [index('mails_organization').on(t.organizationId, t.createdAt), index('mails_subject').on(t.subjectId)],
)
export type MailRow = typeof mails.$inferSelect
