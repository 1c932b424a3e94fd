import { z } from 'zod'
import { bigint, index, instant, integer, json, table, text, unique } from '../db/columns.ts'

export const eventTypesOfLog = [
  'booking.created',
  'booking.requested',
  'booking.confirmed',
  'booking.declined',
  'booking.rescheduled',
  'booking.updated',
  'booking.cancelled',
  'booking.no_show',
  'booking.reassigned',
  'booking.ended',
  'contact.created',
  'contact.updated',
  'contact.merged',
  'contact.unmerged',
  'contact.erased',
  'contact.note_added',
  'link.created',
  'link.updated',
  'link.opened',
  'link.used',
  'link.expired',
  'link.revoked',
  'mail.failed',
  'reminder.sent',
  'reminder.failed',
  'reminder_workflow.created',
  'reminder_workflow.updated',
  'reminder_workflow.deleted',
  'event_type.created',
  'event_type.updated',
  'event_type.deleted',
  'schedule.created',
  'schedule.updated',
  'schedule.deleted',
  'member.added',
  'member.updated',
  'member.suspended',
  'member.reactivated',
  'member.removed',
  'organization.updated',
  'api_key.created',
  'api_key.updated',
  'browser_session.created',
  'browser_session.revoked',
  'api_key.rolled',
  'api_key.revoked',
  'webhook_endpoint.created',
  'webhook_endpoint.updated',
  'webhook_endpoint.secret_rotated',
  'webhook_endpoint.enabled',
  'webhook_endpoint.disabled',
  'webhook_endpoint.deleted',
  'listen_session.created',
  'listen_session.ended',
  'sandbox.created',
  'sandbox.deleted',
  'session.created',
  'session.revoked',
] as const
export type EventKind = (typeof eventTypesOfLog)[number]

export const Event = z
  .object({
    id: z.string().meta({ example: 'evt_0WbXkT3nPq7YvLs2DfGh' }),
    seq: z.int().meta({ description: "Position in the organization's log; rises by one." }),
    type: z.enum(eventTypesOfLog),
    timestamp: z.iso.datetime(),
    organizationId: z.string(),
    mode: z.enum(['live', 'test']),
    actor: z
      .object({ type: z.string(), id: z.string() })
      .meta({ example: { type: 'api_key', id: 'key_0WbXkT3nPq7YvLs2DfGh' }, description: 'Who did it.' }),
    subjectId: z.string().meta({ description: 'The resource that changed.' }),
    data: z.record(z.string(), z.unknown()).meta({
      example: { id: 'bk_0WbXkT3nPq7YvLs2DfGh', status: 'confirmed', start: '2030-01-08T09:00:00.000Z' },
      description: 'The resource after the change.',
    }),
    previous: z
      .record(z.string(), z.unknown())
      .optional()
      .meta({ description: 'Changed fields with their old values.' }),
  })
  .meta({ id: 'Event', description: 'A fact, written in the same transaction as the change it tells of.' })
export type Event = z.infer<typeof Event>

export const events = table(
  'events',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    seq: bigint().notNull(),
    type: text().$type<EventKind>().notNull(),
    mode: text().$type<'live' | 'test'>().notNull(),
    actorType: text().notNull(),
    actorId: text().notNull(),
    subjectId: text().notNull(),
    data: json<Record<string, unknown>>().notNull(),
    previous: json<Record<string, unknown>>(),
    createdAt: instant().notNull(),
  },
  (t) => [unique('events_log').on(t.organizationId, t.seq), index('events_subject').on(t.subjectId, t.seq)],
)

/** One row an organization: whoever writes an event holds it until the commit, so the log has no gap and no overtaking. */
export const eventCounters = table('event_counters', {
  organizationId: text().primaryKey(),
  seq: integer().notNull(),
})
