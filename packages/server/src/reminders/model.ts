import { isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { bigint, flag, index, instant, integer, json, table, text, unique } from '../db/columns.ts'
import { lineInput, textInput } from '../shapes.ts'
import { templateFaults } from './template.ts'

export const workflowScopes = ['organization', 'user', 'event_type'] as const
export const channels = ['email', 'webhook', 'sms'] as const
export type Channel = (typeof channels)[number]
export const stepRecipients = ['guest', 'hosts', 'both'] as const

/** A year either way: what is farther off is a typing error. */
const mostMinutes = 527_040

export const ReminderStepInput = z
  .strictObject({
    id: z
      .string()
      .min(1)
      .max(60)
      .optional()
      .meta({ description: 'Of a step that is there already: what was sent of it is not sent again.' }),
    offsetMinutes: z
      .int()
      .min(-mostMinutes)
      .max(mostMinutes)
      .refine((minutes) => minutes !== 0, 'Send minutes before the start (negative) or after the end (positive).')
      .meta({ example: -1440, description: 'Elapsed minutes: negative before the start, positive after the end.' }),
    channel: z.enum(channels).default('email'),
    recipient: z.enum(stepRecipients).default('guest'),
    subject: lineInput(300).nullish().meta({ example: 'Tomorrow: {{event.title}} with {{host.name}}' }),
    body: textInput(5000)
      .nullish()
      .meta({ example: 'Hello {{guest.name}},\n\nwe meet {{start}}.\n\nTo move or cancel: {{manageUrl}}' }),
  })
  .superRefine((step, context) => {
    for (const field of ['subject', 'body'] as const) {
      for (const { code, position, detail } of templateFaults(step[field] ?? '', step)) {
        context.addIssue({ code: 'custom', path: [field], params: { code, position }, message: detail })
      }
    }
  })
  .meta({ id: 'ReminderStepInput', description: 'One message of a workflow: when, how, to whom, in which words.' })
export type ReminderStepInput = z.output<typeof ReminderStepInput>

const fields = {
  name: lineInput(120).meta({ example: 'Two reminders and a thank-you' }),
  isDefault: z.boolean().meta({ description: 'Whether it holds wherever nothing nearer is chosen.' }),
  steps: z.array(ReminderStepInput).min(1).max(10),
}

export const NewReminderWorkflow = z
  .strictObject({
    ...fields,
    scope: z.enum(workflowScopes).default('user').meta({
      description: 'Whom it is for: everybody in the organization, one member, or the event types that name it.',
    }),
    userId: z.string().max(300).optional().meta({ description: 'Whose; an admin may name another member.' }),
    isDefault: fields.isDefault.default(false),
  })
  .refine((workflow) => !(workflow.isDefault && workflow.scope === 'event_type'), {
    path: ['isDefault'],
    params: { code: 'not_allowed' },
    error: 'A workflow for event types holds where they name it; it is nobody’s default.',
  })
  .meta({ id: 'NewReminderWorkflow' })
export type NewReminderWorkflow = z.output<typeof NewReminderWorkflow>

export const ReminderWorkflowChange = z
  .strictObject(fields)
  .partial()
  .meta({ id: 'ReminderWorkflowChange', example: { isDefault: true } })
export type ReminderWorkflowChange = z.output<typeof ReminderWorkflowChange>

export const ReminderStep = z
  .object({
    id: z.string().meta({ example: 'rws_0WbXkT3nPq7YvLs2DfGh' }),
    offsetMinutes: z.int().meta({ example: -1440 }),
    channel: z.enum(channels),
    recipient: z.enum(stepRecipients).meta({ example: 'guest' }),
    subject: z.string().nullable().meta({ description: 'Null for the usual words.' }),
    body: z.string().nullable().meta({ description: 'Null for the usual words.' }),
  })
  .meta({ id: 'ReminderStep' })
export type ReminderStep = z.infer<typeof ReminderStep>

export const ReminderWorkflow = z
  .object({
    id: z.string().meta({ example: 'rwf_0WbXkT3nPq7YvLs2DfGh' }),
    name: z.string().meta({ example: 'Two reminders and a thank-you' }),
    scope: z.enum(workflowScopes),
    userId: z.string().nullable().meta({ description: 'Whose it is; null for the organization’s.' }),
    isDefault: z.boolean(),
    steps: z.array(ReminderStep),
    createdAt: z.iso.datetime().nullable().meta({ description: 'Null for the one that is built in.' }),
    updatedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ReminderWorkflow', description: 'What is sent before and after the bookings that it holds for.' })
export type ReminderWorkflow = z.infer<typeof ReminderWorkflow>

export const ChangedReminderWorkflow = ReminderWorkflow.extend({
  replanCount: z.int().meta({
    example: 12,
    description: 'How many reminders of bookings to come were scheduled, moved or cancelled; with `dryRun`, would be.',
  }),
}).meta({ id: 'ChangedReminderWorkflow' })
export type ChangedReminderWorkflow = z.infer<typeof ChangedReminderWorkflow>

/** What holds where nobody chose anything: no row, the same for all. */
export const builtIn: ReminderWorkflow = {
  id: 'rwf_default',
  name: 'A day and an hour before',
  scope: 'organization',
  userId: null,
  isDefault: false,
  steps: [-1440, -60].map((offsetMinutes) => ({
    id: offsetMinutes === -60 ? 'rws_hour' : 'rws_day',
    offsetMinutes,
    channel: 'email',
    recipient: 'guest',
    subject: null,
    body: null,
  })),
  createdAt: null,
  updatedAt: null,
}

export const reminderStates = ['scheduled', 'sending', 'sent', 'skipped', 'failed', 'cancelled'] as const
export type ReminderState = (typeof reminderStates)[number]

/** Why a reminder is not sent. */
export const reminderReasons = [
  'too_late',
  'superseded',
  'stopped',
  'no_show',
  'no_endpoint',
  'sms_not_configured',
  'no_phone',
  'booking_cancelled',
  'rescheduled',
  'reassigned',
  'workflow_changed',
  'erased',
  'refused',
  'unreachable',
] as const
export type ReminderReason = (typeof reminderReasons)[number]

const recipients = ['guest', 'additional_guest', 'host', 'endpoints'] as const

export const Reminder = z
  .object({
    id: z.string().meta({ example: 'rmd_0WbXkT3nPq7YvLs2DfGh' }),
    bookingId: z.string(),
    eventTypeId: z.string(),
    workflowId: z.string().meta({ example: 'rwf_0WbXkT3nPq7YvLs2DfGh' }),
    stepId: z.string().meta({ example: 'rws_0WbXkT3nPq7YvLs2DfGh' }),
    offsetMinutes: z.int().meta({ example: -1440 }),
    channel: z.enum(channels),
    recipient: z.enum(recipients).meta({ example: 'guest' }),
    userId: z.string().nullable().meta({ description: 'Which host; null for guests and for endpoints.' }),
    additionalGuestIndex: z
      .int()
      .nullable()
      .meta({ description: "Which of the booking's `additionalGuests`, counted from 0; null for all others." }),
    start: z.iso.datetime().meta({ description: 'Of the booking, as it was planned for.' }),
    dueAt: z.iso.datetime().meta({ example: '2030-01-07T09:00:00.000Z' }),
    state: z.enum(reminderStates).meta({ example: 'scheduled' }),
    reason: z.enum(reminderReasons).nullable().meta({ description: 'Why it was skipped, failed or cancelled.' }),
    error: z.string().nullable().meta({ description: 'What the other side answered to the last attempt.' }),
    attempts: z.int(),
    nextAttemptAt: z.iso.datetime().nullable().meta({ description: 'When it is tried next; null once it is over.' }),
    mailId: z.string().nullable(),
    sentAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'Reminder', description: 'One step of a workflow for one booking, its start and one recipient.' })
export type Reminder = z.infer<typeof Reminder>

/** A reminder as its events tell of it: the words go to webhooks with it. */
export const ToldReminder = Reminder.extend({
  message: z
    .object({ subject: z.string(), text: z.string() })
    .optional()
    .meta({
      example: { subject: 'Reminder: Intro call', text: 'You meet Grace Hopper at 10:00.' },
      description: 'With `reminder.sent` of a webhook step: its words.',
    }),
}).meta({ id: 'ToldReminder', description: 'A reminder as its events tell of it.' })
export type ToldReminder = z.infer<typeof ToldReminder>

export const ReminderPreviewInput = z
  .strictObject({
    bookingId: z.string().min(1).max(300).optional().meta({ description: 'A real booking instead of a sample.' }),
    stepId: z.string().min(1).max(60).optional().meta({ description: 'This step alone.' }),
  })
  .meta({ id: 'ReminderPreviewInput' })
export type ReminderPreviewInput = z.output<typeof ReminderPreviewInput>

export const ReminderPreview = z
  .object({
    bookingId: z.string().nullable().meta({ description: 'Null for the sample.' }),
    messages: z.array(
      z.object({
        stepId: z.string().meta({ example: 'rws_0WbXkT3nPq7YvLs2DfGh' }),
        channel: z.enum(channels),
        recipient: z.enum(recipients).meta({ example: 'guest' }),
        to: z.string().nullable().meta({ example: 'grace@example.com' }),
        timezone: z.string().meta({ example: 'America/New_York' }),
        dueAt: z.iso.datetime().meta({ example: '2030-01-07T09:00:00.000Z' }),
        isPast: z.boolean().meta({ description: 'Its time has passed: it would be skipped.' }),
        subject: z.string().meta({ example: 'Reminder: Intro call with Ada Lovelace, Tue 8 Jan 04:00' }),
        text: z.string().meta({ example: 'A reminder: Intro call with Ada Lovelace.' }),
        html: z.string().nullable().meta({ example: '<!doctype html>…', description: 'Null where it is no mail.' }),
      }),
    ),
  })
  .meta({ id: 'ReminderPreview', description: 'What a workflow would send, to whom, at which instant, in whose zone.' })
export type ReminderPreview = z.infer<typeof ReminderPreview>

export const workflows = table(
  'reminder_workflows',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    name: text().notNull(),
    scope: text().$type<ReminderWorkflow['scope']>().notNull(),
    userId: text(),
    isDefault: flag().notNull(),
    steps: json<ReminderStep[]>().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('reminder_workflows_organization').on(t.organizationId, t.createdAt)],
)
export type WorkflowRow = typeof workflows.$inferSelect

/** The ledger: what is to be sent, was sent, or will not be. */
export const reminders = table(
  'reminders',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    bookingId: text().notNull(),
    eventTypeId: text().notNull(),
    workflowId: text().notNull(),
    stepId: text().notNull(),
    offsetMinutes: integer().notNull(),
    channel: text().$type<Channel>().notNull(),
    /** As `recipient.ts` reads it. */
    recipient: text().notNull(),
    startsAt: instant().notNull(),
    dueAt: instant().notNull(),
    /** By whose clock, as jobs have it. */
    clock: text().notNull().default(''),
    /** When somebody should look at it: due, tried again, or its lease over; null once it is over. */
    dueMs: bigint(),
    leasedBy: text(),
    state: text().$type<ReminderState>().notNull(),
    reason: text().$type<ReminderReason>(),
    error: text(),
    attempts: integer().notNull(),
    mailId: text(),
    sentAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('reminders_key').on(t.bookingId, t.stepId, t.startsAt, t.recipient),
    index('reminders_due').on(t.clock, t.dueMs).where(isNotNull(t.dueMs)),
    index('reminders_organization').on(t.organizationId, t.dueAt),
  ],
)
export type ReminderRow = typeof reminders.$inferSelect

/** Guests who want no follow-ups from an organization any more. */
export const reminderStops = table(
  'reminder_stops',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    emailKey: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [unique('reminder_stops_email').on(t.organizationId, t.emailKey)],
)
