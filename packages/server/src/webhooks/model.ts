import { isNotNull } from 'drizzle-orm'
import { z } from 'zod'
import { bigint, flag, index, instant, integer, json, table, text, unique } from '../db/columns.ts'
import { lineInput } from '../shapes.ts'
import { apiVersion, isPattern } from './catalogue.ts'
import { headerFault } from './headers.ts'

export const orderings = ['none', 'per_booking'] as const
export const disabledReasons = ['manual', 'failing', 'gone'] as const
export const deliveryStatuses = ['pending', 'succeeded', 'failed', 'held'] as const
export const triggers = ['auto', 'manual', 'recover', 'test'] as const
export type Trigger = (typeof triggers)[number]

const Filter = z
  .strictObject({
    eventTypeIds: z.array(z.string().min(1).max(300)).max(100).optional(),
    groupIds: z.array(z.string().min(1).max(300)).max(100).optional(),
  })
  .meta({
    id: 'WebhookFilter',
    example: { eventTypeIds: ['et_0WbXkT3nPq7YvLs2DfGh'] },
    description: 'Only bookings and event types of these; other events are sent as ever.',
  })

const Headers = z
  .record(z.string().max(100), z.string().max(1024))
  .superRefine((headers, context) => {
    if (Object.keys(headers).length > 20) context.addIssue({ code: 'custom', message: 'Send at most 20 headers.' })
    for (const [name, value] of Object.entries(headers)) {
      const fault = headerFault(name, value)
      if (fault)
        context.addIssue({ code: 'custom', path: [name], params: { code: 'header_not_allowed' }, message: fault })
    }
  })
  .meta({ example: { 'x-environment': 'production' }, description: 'Sent with every delivery, on top of ours.' })

export const patterns = z
  .array(
    z
      .string()
      .max(60)
      .refine(isPattern, 'Send a type such as booking.created, a family such as booking.*, or * for all.'),
  )
  .min(1)
  .max(50)

const fields = {
  url: z
    .url({ protocol: /^https?$/, error: 'Send an http or https URL.' })
    .max(2000)
    .meta({ example: 'https://app.acme.example/webhooks/letsmeet' }),
  description: lineInput(200).meta({ example: 'Books rooms' }),
  eventTypes: patterns.meta({ example: ['booking.*'], description: 'Types, families such as `booking.*`, or `*`.' }),
  filter: Filter,
  headers: Headers,
  ordering: z.enum(orderings).meta({
    example: 'none',
    description: '`per_booking` sends what follows on a booking only after what came before was delivered or given up.',
  }),
  maxPerSecond: z.int().min(1).max(1000).meta({ example: 50, description: 'No more than so many a second.' }),
  asymmetric: z
    .boolean()
    .meta({ example: false, description: 'Also signs with ed25519 (`v1a`), which `publicKey` verifies.' }),
}

export const NewWebhookEndpoint = z
  .strictObject({
    url: fields.url,
    description: fields.description.optional(),
    eventTypes: fields.eventTypes.default(['*']),
    filter: fields.filter.optional(),
    headers: fields.headers.optional(),
    ordering: fields.ordering.default('none'),
    maxPerSecond: fields.maxPerSecond.optional(),
    asymmetric: fields.asymmetric.default(false),
    enabled: z.boolean().default(true).meta({ example: true }),
  })
  .meta({ id: 'NewWebhookEndpoint' })
export type NewWebhookEndpoint = z.infer<typeof NewWebhookEndpoint>

export const WebhookEndpointChange = z
  .strictObject({
    url: fields.url.optional(),
    description: fields.description.nullable().optional(),
    eventTypes: fields.eventTypes.optional(),
    filter: fields.filter.nullable().optional(),
    headers: fields.headers
      .nullable()
      .optional()
      .meta({
        description: 'Replaces all of them; null takes them away.',
        example: { 'x-environment': 'production' },
      }),
    ordering: fields.ordering.optional(),
    maxPerSecond: fields.maxPerSecond.nullable().optional(),
    asymmetric: fields.asymmetric.optional(),
    enabled: z.boolean().optional().meta({ example: false, description: '`false` holds what comes for 30 days.' }),
  })
  .meta({ id: 'WebhookEndpointChange', example: { eventTypes: ['booking.created', 'booking.cancelled'] } })
export type WebhookEndpointChange = z.infer<typeof WebhookEndpointChange>

export const WebhookEndpoint = z
  .object({
    id: z.string().meta({ example: 'we_0WbXkT3nPq7YvLs2DfGh' }),
    url: fields.url,
    description: z.string().nullable().meta({ example: 'Books rooms' }),
    eventTypes: z.array(z.string()).meta({ example: ['booking.*'] }),
    filter: Filter.nullable().meta({ example: null }),
    headers: z.record(z.string(), z.string()).meta({
      example: { 'x-environment': 'production' },
      description: 'Secrets among them are not shown again.',
    }),
    ordering: fields.ordering,
    maxPerSecond: z.int().nullable().meta({ example: null }),
    apiVersion: z.string().meta({ example: apiVersion, description: 'The shape of the bodies; pinned when made.' }),
    enabled: z.boolean(),
    disabledReason: z.enum(disabledReasons).nullable().meta({
      example: null,
      description: '`failing`: nothing but failures for 5 days. `gone`: it answered 410.',
    }),
    disabledAt: z.iso.datetime().nullable().meta({ example: null }),
    publicKey: z.string().nullable().meta({ example: null, description: '`whpk_…`, where `asymmetric` is set.' }),
    previousSecretExpiresAt: z.iso.datetime().nullable().meta({
      example: null,
      description: 'Until then deliveries carry the signatures of two secrets.',
    }),
    breaker: z.enum(['closed', 'open', 'half_open']).meta({
      example: 'closed',
      description: '`open` while it fails: deliveries wait without spending attempts.',
    }),
    failingSince: z.iso.datetime().nullable().meta({ example: null }),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'WebhookEndpoint', description: 'Where events are sent.' })
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>

export const secret = z.string().meta({
  example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
  description: 'Verifies deliveries. It is shown this once.',
})

export const CreatedWebhookEndpoint = WebhookEndpoint.extend({ secret }).meta({ id: 'CreatedWebhookEndpoint' })
export type CreatedWebhookEndpoint = z.infer<typeof CreatedWebhookEndpoint>

export const RotateSecret = z
  .strictObject({
    overlapSeconds: z.int().min(0).max(604_800).default(86_400).meta({
      example: 86_400,
      description: 'How long the old secret signs too, at most 7 days.',
    }),
    force: z.boolean().default(false).meta({ example: false, description: 'Also while an earlier overlap lasts.' }),
  })
  .meta({ id: 'RotateSecret' })
export type RotateSecret = z.infer<typeof RotateSecret>

export const WebhookTest = z
  .strictObject({
    type: z.string().max(60).default('ping').meta({ example: 'booking.created', description: 'A sample of any type.' }),
  })
  .meta({ id: 'WebhookTest' })

export const endpoints = table(
  'webhook_endpoints',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    /** `listen`: a terminal reads it, nothing is posted. */
    kind: text().$type<'url' | 'listen'>().notNull(),
    url: text().notNull(),
    description: text(),
    eventTypes: json<string[]>().notNull(),
    filter: json<z.infer<typeof Filter>>(),
    /** Sealed JSON: they may hold secrets. */
    headers: text(),
    ordering: text().$type<(typeof orderings)[number]>().notNull(),
    maxPerSecond: integer(),
    apiVersion: text().notNull(),
    enabled: flag().notNull(),
    disabledReason: text().$type<(typeof disabledReasons)[number]>(),
    disabledAt: instant(),
    /** Sealed. */
    secret: text().notNull(),
    previousSecret: text(),
    previousSecretExpiresAt: instant(),
    privateKey: text(),
    publicKey: text(),
    createdBy: text().notNull(),
    /** When a terminal that listens was last seen. */
    seenAt: instant(),
    deletedAt: instant(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [index('webhook_endpoints_organization').on(t.organizationId, t.createdAt)],
)
export type EndpointRow = typeof endpoints.$inferSelect

/** The moving part of an endpoint, apart so that what is configured stays in memory. Times are epoch milliseconds. */
export const queues = table(
  'webhook_queues',
  {
    endpointId: text().primaryKey(),
    /** By whose clock it is due, as jobs have it. */
    clock: text().notNull().default(''),
    /** The last number given to a delivery. */
    seq: integer().notNull(),
    /** The last number that a terminal was shown. */
    sentSeq: integer(),
    /** When somebody should look at it next; null while nothing waits. */
    dueMs: bigint(),
    /** A rate limit's next free moment. */
    pacedMs: bigint(),
    failures: integer().notNull(),
    /** Outcomes since the window began: 70% failures of ten or more open the breaker, too. */
    windowMs: bigint(),
    windowTotal: integer().notNull(),
    windowFailed: integer().notNull(),
    /** The breaker is open until then, and half-open from then on; null while it is closed. */
    openUntilMs: bigint(),
    opened: integer().notNull(),
    failingSinceMs: bigint(),
    warned: integer().notNull(),
  },
  (t) => [index('webhook_queues_due').on(t.clock, t.dueMs).where(isNotNull(t.dueMs))],
)
export type QueueRow = typeof queues.$inferSelect

export const deliveries = table(
  'webhook_deliveries',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    endpointId: text().notNull(),
    eventId: text().notNull(),
    eventType: text().notNull(),
    subjectId: text().notNull(),
    seq: integer().notNull(),
    /** The bytes that are sent and signed, frozen in the transaction of the change. */
    body: text().notNull(),
    status: text().$type<(typeof deliveryStatuses)[number]>().notNull(),
    trigger: text().$type<Trigger>().notNull(),
    /** 0 for what happens now, 1 for what is recovered: it waits behind. */
    lane: integer().notNull(),
    attempts: integer().notNull(),
    /** When it is due, or while it is leased when the lease ends; null when nothing is to be done. */
    dueMs: bigint(),
    leasedBy: text(),
    /** Waits for an earlier one of the same booking. */
    blocked: flag().notNull(),
    responseStatus: integer(),
    errorCode: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('webhook_deliveries_due').on(t.endpointId, t.lane, t.dueMs, t.seq).where(isNotNull(t.dueMs)),
    unique('webhook_deliveries_seq').on(t.endpointId, t.seq),
    index('webhook_deliveries_subject').on(t.endpointId, t.subjectId, t.seq),
    index('webhook_deliveries_organization').on(t.organizationId, t.createdAt),
    index('webhook_deliveries_event').on(t.eventId),
    index('webhook_deliveries_age').on(t.createdAt),
  ],
)
export type DeliveryRow = typeof deliveries.$inferSelect

export interface Timings {
  dnsMs: number | null
  connectMs: number | null
  tlsMs: number | null
  firstByteMs: number | null
  totalMs: number
}

export const attempts = table(
  'webhook_attempts',
  {
    id: text().primaryKey(),
    organizationId: text().notNull(),
    deliveryId: text().notNull(),
    endpointId: text().notNull(),
    number: integer().notNull(),
    trigger: text().$type<Trigger>().notNull(),
    url: text().notNull(),
    requestHeaders: json<Record<string, string>>().notNull(),
    durationMs: integer().notNull(),
    timings: json<Timings>().notNull(),
    remoteAddress: text(),
    responseStatus: integer(),
    responseHeaders: json<Record<string, string>>().notNull(),
    responseBody: text().notNull(),
    truncated: flag().notNull(),
    errorCode: text(),
    errorDetail: text(),
    nextAttemptAt: instant(),
    /** When it started. */
    createdAt: instant().notNull(),
  },
  (t) => [
    index('webhook_attempts_delivery').on(t.deliveryId, t.createdAt),
    index('webhook_attempts_age').on(t.createdAt),
  ],
)
export type AttemptRow = typeof attempts.$inferSelect

export const WebhookDelivery = z
  .object({
    id: z.string().meta({ example: 'wd_0WbXkT3nPq7YvLs2DfGh' }),
    endpointId: z.string().meta({ example: 'we_0WbXkT3nPq7YvLs2DfGh' }),
    eventId: z.string().meta({ example: 'evt_0WbXkT3nPq7YvLs2DfGh' }),
    eventType: z.string().meta({ example: 'booking.created' }),
    seq: z.int().meta({ example: 41, description: 'Counts the deliveries of this endpoint without gaps.' }),
    status: z.enum(deliveryStatuses).meta({
      example: 'succeeded',
      description:
        '`failed`: the last attempt failed, whether or not a retry is due. `held`: it waits for the endpoint to be enabled.',
    }),
    attemptCount: z.int().meta({ example: 1 }),
    nextAttemptAt: z.iso.datetime().nullable().meta({ example: null }),
    responseStatus: z.int().nullable().meta({ example: 200, description: 'Of the last attempt.' }),
    errorCode: z.string().nullable().meta({ example: null, description: 'Of the last attempt.' }),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'WebhookDelivery', description: 'One event on its way to one endpoint.' })
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

export const WebhookDeliveryWithBody = WebhookDelivery.extend({
  body: z.string().meta({
    example: '{"id":"evt_0WbXkT3nPq7YvLs2DfGh","type":"booking.created","seq":41}',
    description: 'The exact bytes that are sent and signed.',
  }),
}).meta({ id: 'WebhookDeliveryWithBody' })
export type WebhookDeliveryWithBody = z.infer<typeof WebhookDeliveryWithBody>

const milliseconds = z.number().nullable()

export const WebhookAttempt = z
  .object({
    id: z.string().meta({ example: 'wa_0WbXkT3nPq7YvLs2DfGh' }),
    number: z.int().meta({ example: 1 }),
    trigger: z.enum(triggers).meta({ example: 'auto' }),
    startedAt: z.iso.datetime().meta({ example: '2030-01-07T14:20:00.000Z' }),
    durationMs: z.number().meta({ example: 87 }),
    timings: z
      .object({
        dnsMs: milliseconds,
        connectMs: milliseconds,
        tlsMs: milliseconds,
        firstByteMs: milliseconds,
        totalMs: z.number(),
      })
      .meta({
        example: { dnsMs: 4, connectMs: 11, tlsMs: 24, firstByteMs: 46, totalMs: 87 },
        description: 'Null where a phase did not happen, as on a connection that was used before.',
      }),
    remoteAddress: z.string().nullable().meta({ example: '203.0.113.20' }),
    responseStatus: z.int().nullable().meta({ example: 200 }),
    errorCode: z.string().nullable().meta({ example: null }),
    errorDetail: z.string().nullable().meta({ example: null, description: 'What went wrong, in a sentence.' }),
    request: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }).meta({
      example: { url: 'https://app.acme.example/webhooks/letsmeet', headers: { 'webhook-attempt': '1' } },
    }),
    response: z
      .object({ headers: z.record(z.string(), z.string()), body: z.string(), truncated: z.boolean() })
      .meta({ example: { headers: { 'content-type': 'text/plain' }, body: 'ok', truncated: false } }),
    nextAttemptAt: z.iso.datetime().nullable().meta({ example: null }),
  })
  .meta({ id: 'WebhookAttempt', description: 'One try to deliver, kept for 30 days.' })
export type WebhookAttempt = z.infer<typeof WebhookAttempt>
