import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, expectTypeOf, onTestFinished, test } from 'vitest'
import type { Document, OperationObject } from '../scripts/emitter/document.ts'
import { readDocument } from '../scripts/emitter/document.ts'
import { operationsOf } from '../scripts/emitter/operations.ts'
import { resourcesText } from '../scripts/emitter/resources.ts'
import { webhooksText } from '../scripts/emitter/webhooks.ts'
import type { ApiPromise, PagePromise } from './index.ts'
import type { Resources } from './sample/resources.ts'
import type {
  Booking,
  BookingsListQuery,
  ErrorCode,
  EventTypesSlotsQuery,
  EventTypesSlotsResult,
  NewBooking,
} from './sample/types.ts'

const sample = join(import.meta.dirname, 'sample')
const generate = (...flags: string[]) =>
  spawnSync(process.execPath, [join(sample, '../../scripts/generate.ts'), ...flags], { encoding: 'utf8' })

test('the sample gives the code that is kept beside it', () => {
  const { status, stderr } = generate('--from', join(sample, 'openapi.json'), '--to', sample, '--check')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})

test('stale code fails the check with a sentence, and is left as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'letsmeet-emitter-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { status, stderr } = generate('--from', join(sample, 'openapi.json'), '--to', folder, '--check')
  expect(status).toBe(1)
  expect(stderr).toMatch(
    /^types\.ts and resources\.ts in .* do not match .*: run npm --prefix packages\/sdk run generate\.\n$/,
  )
})

test('only the operations of the API become methods, with full paths', () => {
  const operations = operationsOf(readDocument(join(sample, 'openapi.json')))
  expect(operations.map(({ method, path, id }) => `${id} ${method} ${path}`)).toEqual([
    'bookings.list GET /api/v1/bookings',
    'bookings.create POST /api/v1/bookings',
    'bookings.get GET /api/v1/bookings/{id}',
    'bookings.cancel POST /api/v1/bookings/{id}/cancel',
    'bookings.calendar GET /api/v1/bookings/{id}/calendar.ics',
    'eventTypes.slots GET /api/v1/event-types/{id}/slots',
    'organization.get GET /api/v1/organization',
    'organization.members.list GET /api/v1/organization/members',
    'organization.members.delete DELETE /api/v1/organization/members/{userId}',
  ])
})

test('answers have open enums, and constants still tell unions apart', () => {
  expectTypeOf<Booking['status']>().toEqualTypeOf<'pending' | 'confirmed' | 'cancelled' | (string & {})>()
  expectTypeOf<Booking['source']>().toEqualTypeOf<'page' | 'api' | 'link' | (string & {}) | null>()
  expectTypeOf<EventTypesSlotsResult['reason']>().toEqualTypeOf<
    'no_hours' | 'fully_booked' | (string & {}) | undefined
  >()
  expectTypeOf<Extract<Booking['location'], { kind: 'phone' }>>().toEqualTypeOf<{ kind: 'phone'; number: string }>()
  expectTypeOf<Booking['start']>().toEqualTypeOf<string>()
})

test('requests have closed enums, and take dates and booleans', () => {
  expectTypeOf<NewBooking['start']>().toEqualTypeOf<string | Date>()
  expectTypeOf<NonNullable<NewBooking['recurrence']>['frequency']>().toEqualTypeOf<'daily' | 'weekly' | 'monthly'>()
  expectTypeOf<NonNullable<NewBooking['recurrence']>['count']>().toEqualTypeOf<number | undefined>()
  expectTypeOf<EventTypesSlotsQuery['explain']>().toEqualTypeOf<boolean | undefined>()
  expectTypeOf<BookingsListQuery['start[gte]']>().toEqualTypeOf<string | Date | undefined>()
  expectTypeOf<ErrorCode>().toEqualTypeOf<
    'invalid_request' | 'not_found' | 'slot_unavailable' | 'idempotency_in_progress' | 'quota_exceeded'
  >()
})

test('methods have the types of their operations', () => {
  expectTypeOf<ReturnType<Resources['bookings']['list']>>().toEqualTypeOf<PagePromise<Booking>>()
  expectTypeOf<ReturnType<Resources['bookings']['create']>>().toEqualTypeOf<ApiPromise<Booking>>()
  expectTypeOf<ReturnType<Resources['bookings']['calendar']>>().toEqualTypeOf<ApiPromise<string>>()
  expectTypeOf<ReturnType<Resources['organization']['members']['delete']>>().toEqualTypeOf<ApiPromise<void>>()
  expectTypeOf<Resources['bookings']['cancel']>().toBeCallableWith('bk_1')
  expectTypeOf<Resources['eventTypes']['slots']>().parameter(1).toHaveProperty('timezone')
})

const answer = { 200: { content: { 'application/json': { schema: { type: 'object' } } } } }
const documentOf = (operations: Record<string, OperationObject>): Document => ({
  openapi: '3.1.0',
  paths: Object.fromEntries(Object.entries(operations).map(([path, post]) => [path, { post }])),
})
const methods = (operations: Record<string, OperationObject>) =>
  resourcesText(operationsOf(documentOf(operations)), new Set())

test('bodies that are not JSON keep their media type', () => {
  const csv = { operationId: 'contacts.import', responses: answer, requestBody: { content: { 'text/csv': {} } } }
  const form = { operationId: 'files.add', responses: answer, requestBody: { content: { 'multipart/form-data': {} } } }
  const text = methods({ '/api/v1/contacts/import': csv, '/api/v1/files': form })
  expect(text).toContain('import(body: string | Blob, options?: CallOptions): ApiPromise<ContactsImportResult>')
  expect(text).toContain(`body, headers: { 'content-type': 'text/csv' } }, options)`)
  expect(text).toContain('add(body: FormData, options?: CallOptions)')
  expect(text).toContain(`path: '/api/v1/files', body }, options)`)
})

test('what cannot become a client is an error with a reason', () => {
  expect(() => methods({ '/api/v1/a': { responses: answer } })).toThrow('POST /api/v1/a has no operationId.')
  const clash = { '/api/v1/a': { operationId: 'a.b' }, '/api/v1/b': { operationId: 'a.b.c' } }
  expect(() => methods(clash)).toThrow('A.b cannot be a resource: the name is taken by a method.')
  expect(() => methods({ '/api/v1/a': { operationId: 'request.create' } })).toThrow('request cannot be a resource')
  const twice = { '/api/v1/a': { operationId: 'a.b' }, '/api/v1/b': { operationId: 'a.b' } }
  expect(() => methods(twice)).toThrow('a.b names two operations')
})

test('each webhook says what its data is: a component by its name, anything else open', () => {
  const bodied = (description: string, data: object) => ({
    post: {
      description,
      requestBody: {
        content: { 'application/json': { schema: { allOf: [ref('Envelope'), { properties: { data } }] } } },
      },
    },
  })
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  const document: Document = {
    openapi: '3.1.0',
    paths: {},
    webhooks: { 'booking.made': bodied('A booking.', ref('Booking')), ping: bodied('A test.', { type: 'object' }) },
    components: { schemas: { Envelope: { properties: { id: { type: 'string' } } }, Booking: {} } },
  }
  expect(webhooksText(document)).toContain("/** A booking. */\n'booking.made': Booking\n")
  expect(webhooksText(document)).toContain("'ping': Record<string, unknown>\n")
  expect(webhooksText({ openapi: '3.1.0', paths: {} })).toBe('')
})
