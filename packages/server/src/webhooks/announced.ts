import { z } from 'zod'
import { Booking } from '../bookings/model.ts'
import { Contact, ToldErasure, ToldMerge, ToldParting } from '../contacts/model.ts'
import { EventType } from '../event-types/model.ts'
import { Link } from '../links/model.ts'
import { ToldReminder } from '../reminders/model.ts'
import { Member } from '../users/model.ts'
import { catalogue, type WebhookType, webhookTypes } from './catalogue.ts'
import { bodyOf } from './envelope.ts'
import { WebhookEndpoint } from './model.ts'
import { sampleData } from './sample-data.ts'

/** One type of event as the API document describes it. */
export interface Announced {
  type: WebhookType
  description: string
  /** Null where `data` has no promised shape yet. */
  data: z.ZodType | null
  example: unknown
}

/** What every body of a webhook says, whatever it is about. */
export const WebhookEnvelope = z
  .looseObject({
    id: z
      .string()
      .meta({ description: "The event's; the same on every retry and at every endpoint, so it tells duplicates." }),
    apiVersion: z.string().meta({ description: 'The shape of the body; pinned when the endpoint was made.' }),
    timestamp: z.iso.datetime().meta({ description: 'When it happened.' }),
    organizationId: z.string(),
    mode: z.enum(['live', 'test']),
    seq: z.int().meta({ description: 'Counts what this endpoint is sent, without gaps.' }),
  })
  .meta({ id: 'WebhookEnvelope', description: 'What every webhook says, whatever it is about.' })

/** Every type that a webhook may carry. */
export const announced = (): Announced[] =>
  webhookTypes.map((type) => ({
    type,
    description: catalogue[type],
    data: dataOf(type),
    example: exampleOf(type),
  }))

/** The shape of `data` of a type: a resource of the API. */
export function dataOf(type: WebhookType): z.ZodType | null {
  return shapes[type] ?? resources[type.slice(0, type.indexOf('.'))] ?? null
}

/** A link as its events tell of it: the words of its guests are kept with their bookings alone. */
const ToldLink = Link.omit({ bookings: true })
  .extend({ bookingId: z.string().optional().meta({ description: 'With `link.used`: what was booked through it.' }) })
  .meta({ id: 'ToldLink', description: 'A link as its events tell of it, without its guests.' })

/** What is no resource as it is. */
const shapes: Partial<Record<WebhookType, z.ZodType>> = {
  'contact.merged': ToldMerge,
  'contact.unmerged': ToldParting,
  'contact.erased': ToldErasure,
}

const resources: Record<string, z.ZodType> = {
  booking: Booking,
  contact: Contact,
  event_type: EventType,
  link: ToldLink,
  member: Member,
  reminder: ToldReminder,
  webhook_endpoint: WebhookEndpoint,
}

function exampleOf(type: WebhookType): unknown {
  const createdAt = new Date('2030-01-07T09:00:00Z')
  const fact = {
    id: 'evt_0WbXkT3nPq7YvLs2DfGh',
    organizationId: 'org_0WbXkT3nPq7YvLs2DfGh',
    seq: 1042,
    type,
    mode: 'live' as const,
    actorType: 'guest',
    actorId: 'req_4fTq0ZkV9mXb2RsLw8Yc',
    subjectId: '',
    createdAt,
    ...sampleData(type, createdAt),
  }
  return JSON.parse(bodyOf(fact, 41))
}
