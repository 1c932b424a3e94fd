import { type ApiDocument, breakingChanges } from './contract-changes.ts'
import type { Schema } from './contract-schema-changes.ts'

export const text: Schema = { type: 'string' }
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })
export const problem = (code: string) => ({ content: { 'application/problem+json': { examples: { [code]: {} } } } })

const rolling = object({ kind: { const: 'rolling' }, days: { type: 'integer' } }, ['kind', 'days'])
const range = object({ kind: { const: 'range' }, end: text }, ['kind', 'end'])
export const byDays = object({ startDate: text }, ['startDate'])
const byInstants = object({ start: text }, ['start'])

export function object(properties: Record<string, Schema>, required: string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false }
}

/** A small API whose every part a test can change. */
function sample() {
  const booking = object(
    {
      id: text,
      status: { type: 'string', enum: ['pending', 'confirmed'] },
      notes: { anyOf: [text, { type: 'null' }] },
      guest: object({ name: text, phone: text }, ['name']),
      hosts: { type: 'array', items: object({ userId: text }, ['userId']) },
      window: { oneOf: [rolling, range] },
      series: { type: 'array', items: { $ref: '#/components/schemas/Booking' } },
      revision: { type: 'integer' },
      metadata: { type: 'object', additionalProperties: text },
    },
    ['id', 'status', 'notes', 'guest', 'hosts', 'window', 'revision'],
  )
  const input = object(
    {
      start: { type: 'string', format: 'date-time' },
      title: { type: 'string', maxLength: 100 },
      seats: { type: ['integer', 'null'], minimum: 1 },
      location: { type: 'string', enum: ['phone', 'video'] },
      window: { oneOf: [rolling, range] },
      timeOff: { anyOf: [byDays, byInstants] },
      guest: object({ name: text, email: text }, ['name']),
    },
    ['start'],
  )
  return {
    paths: {
      '/bookings': {
        get: {
          operationId: 'bookings.list',
          security: [],
          parameters: [
            { name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } as Schema },
            { name: 'status', in: 'query', schema: { type: 'string', enum: ['pending', 'confirmed'] } as Schema },
          ] as { name: string; in: string; required?: boolean; schema: Schema }[],
          responses: { 200: json({ type: 'array', items: { $ref: '#/components/schemas/Booking' } }) },
        },
        post: {
          operationId: 'bookings.create',
          security: [{ apiKey: [] }],
          'x-lm-scope': 'bookings:write',
          requestBody: json({ $ref: '#/components/schemas/NewBooking' }),
          responses: {
            201: json({ $ref: '#/components/schemas/Booking' }),
            409: problem('slot_unavailable'),
            410: problem('gone'),
          } as Record<string, ReturnType<typeof json | typeof problem>>,
        },
      },
      '/bookings/{id}': { delete: { operationId: 'bookings.delete', responses: { 204: {} } } },
    },
    components: { schemas: { Booking: booking, NewBooking: input } },
  }
}
type Sample = ReturnType<typeof sample>
export type Change = (api: Sample, booking: Record<string, Schema>, input: Record<string, Schema>) => void

/** What is broken by a change of the sample. */
export function broken(change: Change): string[] {
  const changed = sample()
  const { Booking, NewBooking } = changed.components.schemas
  change(changed, Booking.properties ?? {}, NewBooking.properties ?? {})
  // The sample is written more exactly than documents are read.
  return breakingChanges(sample() as ApiDocument, changed as unknown as ApiDocument)
}

export const drop = (record: object, key: string) => Reflect.deleteProperty(record, key)
