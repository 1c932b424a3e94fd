import { z } from 'zod'
import { flag, index, instant, integer, json, table, text, unique } from '../db/columns.ts'
import { dateInput, externalIdInput, lineInput, slugInput, textInput } from '../shapes.ts'
import type { Hours } from '../slots/availability.ts'
import { Limits } from '../users/model.ts'

const minutes = (min: number, max: number) => z.int().min(min).max(max)
const webUrl = z.url({ protocol: /^https?$/, error: 'Send an http or https URL.' }).max(2000)

export const BookingWindow = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rolling'), days: z.int().min(0).max(3660) }),
    z.strictObject({ kind: z.literal('rolling_business'), days: z.int().min(1).max(2600) }),
    z.strictObject({ kind: z.literal('range'), start: dateInput, end: dateInput }),
    z.strictObject({ kind: z.literal('unlimited') }),
  ])
  .refine((window) => window.kind !== 'range' || window.end >= window.start, {
    path: ['end'],
    params: { code: 'end_before_start' },
    error: 'The last day must not be before the first.',
  })
  .meta({ id: 'BookingWindow', description: "How far ahead a guest may book, in days of the schedule's zone." })
export type BookingWindow = z.infer<typeof BookingWindow>

export const locationKinds = ['in_person', 'phone', 'guest_phone', 'video', 'custom'] as const

export const Location = z
  .strictObject({
    kind: z.enum(locationKinds),
    value: textInput(1000)
      .optional()
      .meta({ description: 'An address, number or URL; the guest gives it for `guest_phone`.' }),
  })
  .refine((location) => location.kind !== 'video' || webUrl.safeParse(location.value).success, {
    path: ['value'],
    params: { code: 'invalid_url' },
    error: 'Send the http or https URL of the call.',
  })
  .meta({ id: 'Location', example: { kind: 'video', value: 'https://video.example.com/ada' } })
export type Location = z.infer<typeof Location>

export const questionKinds = [
  'text',
  'long_text',
  'select',
  'multi_select',
  'checkbox',
  'number',
  'phone',
  'email',
  'url',
] as const

export const Question = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-zA-Z][a-zA-Z0-9_]{0,39}$/, 'Use letters, digits and underscores, a letter first.')
      .meta({ example: 'company' }),
    label: lineInput(300).meta({ example: 'Which company are you with?' }),
    kind: z.enum(questionKinds),
    required: z.boolean().default(false),
    options: z.array(lineInput(200)).min(1).max(100).optional(),
  })
  .refine((question) => !question.kind.endsWith('select') || question.options !== undefined, {
    path: ['options'],
    params: { code: 'required' },
    error: 'A select needs its options.',
  })
  .meta({ id: 'Question', description: 'What a guest is asked when booking.' })
export type Question = z.output<typeof Question>

export const HostInput = z
  .strictObject({
    userId: z.string().min(1).max(300),
    weight: z.int().min(1).max(1000).default(1),
    scheduleId: z.string().min(1).max(300).optional(),
  })
  .meta({ id: 'EventTypeHostInput', description: 'Who may be met; a weight of 2 gets twice the share.' })
export type HostInput = z.output<typeof HostInput>

const questions = z
  .array(Question)
  .max(30)
  .refine((list) => new Set(list.map((one) => one.key)).size === list.length, 'Each question needs a key of its own.')

const fields = {
  slug: slugInput,
  title: lineInput(200),
  description: textInput(5000),
  durationMinutes: minutes(1, 1440),
  durationOptions: z.array(minutes(1, 1440)).min(1).max(20),
  intervalMinutes: minutes(1, 1440),
  bufferBeforeMinutes: minutes(0, 1440),
  bufferAfterMinutes: minutes(0, 1440),
  minNoticeMinutes: minutes(0, 527_040),
  window: BookingWindow,
  limits: Limits,
  seats: z.int().min(1).max(1000),
  requiresConfirmation: z.boolean(),
  scheduling: z.enum(['individual', 'collective', 'round_robin']),
  hosts: z.array(HostInput).min(1).max(100),
  scheduleId: z.string().min(1).max(300),
  locations: z.array(Location).max(20),
  questions,
  visibility: z.enum(['public', 'unlisted']),
  active: z.boolean(),
  redirectUrl: webUrl,
  reminderWorkflowId: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: 'What is sent before and after; without one, what its owner or the organization chose.' }),
  externalId: externalIdInput,
}

/** What a caller writes; also what a stored event type is checked against after a merge. */
export const NewEventType = z
  .strictObject({
    ...fields,
    slug: fields.slug.optional(),
    ownerId: z.string().max(300).optional().meta({ description: 'The user it belongs to; an admin may name another.' }),
    ownerType: z.literal('user').default('user'),
    description: fields.description.default(''),
    durationOptions: fields.durationOptions.nullish(),
    intervalMinutes: fields.intervalMinutes.nullish(),
    bufferBeforeMinutes: fields.bufferBeforeMinutes.default(0),
    bufferAfterMinutes: fields.bufferAfterMinutes.default(0),
    minNoticeMinutes: fields.minNoticeMinutes.default(0),
    window: fields.window.default({ kind: 'rolling', days: 60 }),
    limits: fields.limits.default({}),
    seats: fields.seats.default(1),
    requiresConfirmation: fields.requiresConfirmation.default(false),
    scheduling: fields.scheduling.default('individual'),
    hosts: fields.hosts.optional(),
    scheduleId: fields.scheduleId.nullish(),
    locations: fields.locations.default([]),
    questions: fields.questions.default([]),
    visibility: fields.visibility.default('public'),
    active: fields.active.default(true),
    redirectUrl: fields.redirectUrl.nullish(),
    reminderWorkflowId: fields.reminderWorkflowId.nullish(),
    externalId: fields.externalId.nullish(),
  })
  .meta({ id: 'NewEventType', description: 'A title and a duration are enough; all else has a default.' })
export type NewEventType = z.output<typeof NewEventType>

const periodChange = z
  .strictObject({
    day: z.int().nullable(),
    week: z.int().nullable(),
    month: z.int().nullable(),
    year: z.int().nullable(),
  })
  .partial()

/** A merge patch: null takes a setting back; the result is checked as a whole. */
export const EventTypeChange = z
  .strictObject({
    ...fields,
    window: z.strictObject({
      kind: z.enum(['rolling', 'rolling_business', 'range', 'unlimited']).optional(),
      days: z.int().nullish(),
      start: z.string().nullish(),
      end: z.string().nullish(),
    }),
    limits: z.strictObject({ bookings: periodChange.nullish(), minutes: periodChange.nullish() }).nullable(),
    durationOptions: fields.durationOptions.nullable(),
    intervalMinutes: fields.intervalMinutes.nullable(),
    scheduleId: fields.scheduleId.nullable(),
    redirectUrl: fields.redirectUrl.nullable(),
    reminderWorkflowId: fields.reminderWorkflowId.nullable(),
    externalId: fields.externalId.nullable(),
  })
  .partial()
  .meta({ id: 'EventTypeChange', example: { title: 'Intro call', minNoticeMinutes: 120 } })
export type EventTypeChange = z.output<typeof EventTypeChange>

export const EventType = z
  .object({
    id: z.string().meta({ example: 'et_0WbXkT3nPq7YvLs2DfGh' }),
    ownerType: z.enum(['user', 'group']),
    ownerId: z.string(),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    durationMinutes: z.int(),
    durationOptions: z.array(z.int()).nullable(),
    intervalMinutes: z.int().nullable(),
    bufferBeforeMinutes: z.int(),
    bufferAfterMinutes: z.int(),
    minNoticeMinutes: z.int(),
    window: BookingWindow,
    limits: Limits,
    seats: z.int(),
    requiresConfirmation: z.boolean(),
    scheduling: z.enum(['individual', 'collective', 'round_robin']),
    hosts: z.array(z.object({ userId: z.string(), weight: z.int(), scheduleId: z.string().nullable() })),
    scheduleId: z.string().nullable(),
    locations: z.array(Location),
    questions: z.array(Question),
    visibility: z.enum(['public', 'unlisted']),
    active: z.boolean(),
    redirectUrl: z.string().nullable(),
    reminderWorkflowId: z
      .string()
      .nullable()
      .meta({ description: 'Null where it is inherited from its owner or the organization.' }),
    url: z.string().meta({ description: 'The public page on which guests book it.' }),
    externalId: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'EventType', description: 'Something that can be booked: how long, with whom, when, under which rules.' })
export type EventType = z.infer<typeof EventType>

export const eventTypes = table(
  'event_types',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    ownerType: text().$type<'user' | 'group'>().notNull(),
    ownerId: text().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    durationMinutes: integer().notNull(),
    durationOptions: json<number[]>(),
    intervalMinutes: integer(),
    bufferBeforeMinutes: integer().notNull(),
    bufferAfterMinutes: integer().notNull(),
    minNoticeMinutes: integer().notNull(),
    window: json<BookingWindow>().notNull(),
    limits: json<Limits>().notNull(),
    seats: integer().notNull(),
    requiresConfirmation: flag().notNull(),
    scheduling: text().$type<EventType['scheduling']>().notNull(),
    scheduleId: text(),
    locations: json<Location[]>().notNull(),
    questions: json<Question[]>().notNull(),
    visibility: text().$type<EventType['visibility']>().notNull(),
    active: flag().notNull(),
    redirectUrl: text(),
    reminderWorkflowId: text(),
    externalId: text(),
    /** The link that it belongs to: no list, page or id finds it, and no plan counts it. */
    linkId: text(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    unique('event_types_slug').on(t.ownerId, t.slug),
    unique('event_types_external').on(t.organizationId, t.externalId),
    index('event_types_organization').on(t.organizationId, t.createdAt),
    index('event_types_schedule').on(t.scheduleId),
    index('event_types_reminder_workflow').on(t.reminderWorkflowId),
  ],
)

/** Who may be met through an event type. */
export const hosts = table(
  'event_type_hosts',
  {
    id: text().primaryKey(),
    eventTypeId: text().notNull(),
    userId: text().notNull(),
    position: integer().notNull(),
    weight: integer().notNull(),
    scheduleId: text(),
  },
  (t) => [
    unique('event_type_hosts_pair').on(t.eventTypeId, t.userId),
    index('event_type_hosts_user').on(t.userId),
    index('event_type_hosts_schedule').on(t.scheduleId),
  ],
)
export type EventTypeRow = typeof eventTypes.$inferSelect
export type HostRow = typeof hosts.$inferSelect
/** An event type with its hosts in their order; through a link, what that leaves of it. */
export type Offer = EventTypeRow & { hosts: HostRow[]; link?: LinkTerms }

/** What a link leaves of an event type: starts of its own, narrower hours, the next so many days, or all of it. */
export interface LinkTerms {
  id: string
  starts?: readonly number[]
  hours?: Hours
  nextDays?: number
}
