import { describe, expect, test } from 'vitest'
import { createContract, type Seen } from './contract.ts'

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const problem = (...codes: string[]) => ({
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(codes.map((code) => [code, {}])),
    },
  },
})
const keepsPromise = createContract({
  paths: {
    '/bookings': {
      get: { responses: { 200: json({ type: 'array', items: { $ref: '#/components/schemas/Booking' } }) } },
    },
    '/bookings/preview': { post: { responses: { 200: json({ type: 'object', required: ['bookable'] }) } } },
    '/bookings/{id}': {
      get: { responses: { 200: json({ $ref: '#/components/schemas/Booking' }), 404: problem('not_found') } },
      post: { responses: { 409: { $ref: '#/components/responses/Conflict' } } },
      delete: { responses: { 204: {} } },
    },
  },
  components: {
    responses: { Conflict: problem('booking_closed', 'booking_ended') },
    schemas: {
      Booking: {
        type: 'object',
        required: ['id', 'start'],
        properties: { id: { type: 'string' }, start: { type: 'string', format: 'date-time' } },
        additionalProperties: false,
      },
      Problem: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
    },
  },
})
const booking = { id: 'bk_1', start: '2030-01-08T09:00:00Z' }
const seen = (change: Partial<Seen>): Seen => ({
  method: 'GET',
  path: '/bookings/bk_1',
  status: 200,
  type: 'application/json',
  body: booking,
  ...change,
})
const problemSeen = (status: number, code: string, change: Partial<Seen> = {}) =>
  seen({ status, type: 'application/problem+json', body: { code }, ...change })

describe('an answer that passes', () => {
  test.each<[string, Seen]>([
    ['what the schema says', seen({})],
    ['a list of it', seen({ path: '/bookings', body: [booking, booking] })],
    [
      'the operation whose path is written out',
      seen({ method: 'POST', path: '/bookings/preview', body: { bookable: true } }),
    ],
    ['a declared problem', problemSeen(404, 'not_found')],
    ['a problem that several operations share', problemSeen(409, 'booking_ended', { method: 'POST' })],
    ['nothing, where nothing is promised', seen({ method: 'DELETE', status: 204, type: '', body: '' })],
    ['404 at an unknown path', problemSeen(404, 'not_found', { path: '/nothing' })],
    ['405 for another method', problemSeen(405, 'method_not_allowed', { method: 'PUT' })],
  ])('%s', (_, answer) => {
    expect(() => keepsPromise(answer)).not.toThrow()
  })
})

describe('an answer that fails', () => {
  test.each<[string, Seen, string]>([
    ['a wrong type', seen({ body: { ...booking, id: 7 } }), '#/id'],
    ['a wrong format', seen({ body: { ...booking, start: 'soon' } }), '#/start'],
    ['a missing field', seen({ body: { id: 'bk_1' } }), 'start'],
    ['a field too many', seen({ body: { ...booking, secret: 's' } }), 'secret'],
    ['one wrong item of a list', seen({ path: '/bookings', body: [booking, { ...booking, id: null }] }), '#/1/id'],
    ['an undeclared status', problemSeen(410, 'gone'), 'does not declare this status'],
    ['an undeclared code', problemSeen(404, 'gone'), 'does not declare `gone`'],
    [
      'an undeclared code that others share',
      problemSeen(409, 'conflict', { method: 'POST' }),
      'does not declare `conflict`',
    ],
    ['another media type', seen({ type: 'text/html', body: '<p>' }), 'promises no text/html'],
    ['a body where nothing is promised', seen({ method: 'DELETE', status: 204 }), 'promises no application/json'],
    ['success at an unknown path', seen({ path: '/nothing' }), 'no such operation'],
    ['success of an unknown method', seen({ method: 'PUT' }), 'no such operation'],
  ])('%s', (_, answer, words) => {
    expect(() => keepsPromise(answer)).toThrow(words)
  })
})
