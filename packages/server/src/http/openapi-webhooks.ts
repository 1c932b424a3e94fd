import type { z } from 'zod'
import type { Schemas } from './openapi-schema.ts'

type Json = Record<string, unknown>

/** What may be posted to somebody, as the document describes it. */
export interface Webhook {
  type: string
  description: string
  /** What `data` holds; null where it has no promised shape yet. */
  data: z.ZodType | null
  /** A whole body. */
  example: unknown
}

/** The webhooks of the document: one for each type, all in one envelope. */
export function webhooksOf(webhooks: readonly Webhook[], envelope: z.ZodType, schemas: Schemas): Record<string, Json> {
  const common = schemas.of(envelope, 'output')
  return Object.fromEntries(
    webhooks.map(({ type, description, data, example }) => {
      const schema = {
        allOf: [
          common,
          {
            type: 'object',
            required: ['type', 'data'],
            properties: {
              type: { const: type },
              data: data ? schemas.of(data, 'output') : { type: 'object', additionalProperties: true },
              previous: { $ref: '#/components/schemas/WebhookPrevious' },
            },
          },
        ],
      }
      const post = {
        operationId: operationIdOf(type),
        summary: type,
        description,
        tags: ['webhookEndpoints'],
        security: [],
        parameters: Object.keys(webhookParameters).map((name) => ({ $ref: `#/components/parameters/${name}` })),
        requestBody: {
          required: true,
          content: { 'application/json': { schema, examples: { usual: { value: example } } } },
        },
        responses: {
          200: { description: 'Received. Any 2xx within 15 seconds will do; whatever else it says is ignored.' },
          default: {
            description:
              'Sent again: ten attempts over three days, and `Retry-After` is heeded. 410 says that nothing is wanted any more, and disables the endpoint.',
          },
        },
      }
      return [type, { post }]
    }),
  )
}

export const webhookSchemas = {
  WebhookPrevious: {
    type: 'object',
    additionalProperties: true,
    description: 'The changed fields with their old values, where something changed.',
  },
}

const header = (name: string, description: string, example: string) => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string', maxLength: 2000 },
  example,
})

export const webhookParameters = {
  WebhookId: header(
    'webhook-id',
    "The event's id, the same on every retry: whoever has seen it may skip it.",
    'evt_0WbXkT3nPq7YvLs2DfGh',
  ),
  WebhookTimestamp: header(
    'webhook-timestamp',
    'When this attempt was signed, in seconds since 1970; refuse what is more than five minutes off.',
    '1893924000',
  ),
  WebhookSignature: header(
    'webhook-signature',
    '`v1,` and the base64 of an HMAC-SHA256 over `id.timestamp.body`; several, with a space between them, while a secret is rotated.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ),
  WebhookAttempt: header('webhook-attempt', 'Counts the attempts of this delivery from 1.', '1'),
}

/** `booking.no_show` -> `onBookingNoShow` */
const operationIdOf = (type: string): string =>
  `on${type.replace(/(?:^|[^a-z])([a-z])/g, (_, letter: string) => letter.toUpperCase())}`
