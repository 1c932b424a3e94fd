import { describe, expect, test } from 'vitest'
import { broken, byDays, type Change, drop, problem, text } from './contract-sample.ts'

test('a document breaks nothing of itself', () => {
  expect(broken(() => {})).toEqual([])
})

describe('these break a client', () => {
  test.each<[string, Change, string]>([
    ['a removed path', ({ paths }) => drop(paths, '/bookings/{id}'), 'DELETE /bookings/{id} is gone.'],
    ['a removed operation', ({ paths }) => drop(paths['/bookings'], 'post'), 'POST /bookings is gone.'],
    [
      'another operationId',
      ({ paths }) => Object.assign(paths['/bookings'].get, { operationId: 'bookings.all' }),
      "GET /bookings: its operationId, the SDK's method, was bookings.list and is bookings.all.",
    ],
    [
      'a sign-in that was not needed',
      ({ paths }) => Object.assign(paths['/bookings'].get, { security: [{ apiKey: [] }] }),
      'GET /bookings: it needs a key now.',
    ],
    [
      'another scope',
      ({ paths }) => Object.assign(paths['/bookings'].post, { 'x-lm-scope': 'bookings:admin' }),
      'POST /bookings: it needs the scope bookings:admin now, not bookings:write.',
    ],
    [
      'a removed parameter',
      ({ paths }) => paths['/bookings'].get.parameters.pop(),
      'GET /bookings: the query parameter `status` is gone.',
    ],
    [
      'a new required parameter',
      ({ paths }) =>
        paths['/bookings'].get.parameters.push({ name: 'from', in: 'query', required: true, schema: text }),
      'GET /bookings: the query parameter `from` is now required.',
    ],
    [
      'a narrowed parameter',
      ({ paths }) => Object.assign(paths['/bookings'].get.parameters[1]?.schema ?? {}, { enum: ['confirmed'] }),
      'GET /bookings: the query parameter `status` takes “pending” no longer.',
    ],
    [
      'a lower maximum',
      ({ paths }) => Object.assign(paths['/bookings'].get.parameters[0]?.schema ?? {}, { maximum: 50 }),
      'GET /bookings: the query parameter `limit` has maximum 50 now.',
    ],
    [
      'a request without its body',
      ({ paths }) => drop(paths['/bookings'].post, 'requestBody'),
      'POST /bookings: it takes no body any more.',
    ],
    [
      'a body that could be left out',
      ({ paths }) => Object.assign(paths['/bookings'].post.requestBody, { required: true }),
      'POST /bookings: it needs a body now.',
    ],
    [
      'a removed request field',
      (_, __, input) => drop(input, 'title'),
      'POST /bookings: the request field `title` is gone.',
    ],
    [
      'a newly required request field',
      ({ components }) => components.schemas.NewBooking.required?.push('title'),
      'POST /bookings: the request field `title` is now required.',
    ],
    [
      'a required field inside',
      (_, __, input) => input.guest?.required?.push('email'),
      'POST /bookings: the request field `guest.email` is now required.',
    ],
    [
      'a narrowed enum of a request',
      (_, __, input) => input.location?.enum?.pop(),
      'POST /bookings: the request field `location` takes “video” no longer.',
    ],
    [
      'an enum where any text was taken',
      (_, __, input) => Object.assign(input.title ?? {}, { enum: ['Intro'] }),
      'POST /bookings: the request field `title` takes only “Intro” now.',
    ],
    [
      'another type of a request field',
      (_, __, input) => Object.assign(input, { start: { type: 'integer' } }),
      'POST /bookings: the request field `start` no longer takes the type string.',
    ],
    [
      'a request field that may be null no longer',
      (_, __, input) => Object.assign(input.seats ?? {}, { type: 'integer' }),
      'POST /bookings: the request field `seats` no longer takes null.',
    ],
    [
      'a shorter text',
      (_, __, input) => Object.assign(input.title ?? {}, { maxLength: 50 }),
      'POST /bookings: the request field `title` has maxLength 50 now.',
    ],
    [
      'a new pattern',
      (_, __, input) => Object.assign(input.title ?? {}, { pattern: '^[a-z]+$' }),
      'POST /bookings: the request field `title` must now be of the pattern ^[a-z]+$.',
    ],
    [
      'a removed alternative of a request',
      (_, __, input) => input.window?.oneOf?.pop(),
      'POST /bookings: the request field `window` no longer takes the type object with kind “range”.',
    ],
    [
      'an alternative without a name that fits no more',
      (_, __, input) => Object.assign(input, { timeOff: byDays }),
      'POST /bookings: the request field `timeOff.start` is gone.',
    ],
    [
      'a removed response field',
      ({ components }, booking) => drop(booking, 'revision') && components.schemas.Booking.required?.pop(),
      'GET /bookings: the response field `[].revision` is gone.',
    ],
    [
      'a removed field inside a list',
      (_, booking) => drop(booking.hosts?.items?.properties ?? {}, 'userId'),
      'POST /bookings: the response field `hosts[].userId` is gone.',
    ],
    [
      'a response field that may be missing',
      ({ components }) => components.schemas.Booking.required?.pop(),
      'POST /bookings: the response field `revision` may now be missing.',
    ],
    [
      'a response field that may be null',
      (_, booking) => Object.assign(booking, { id: { type: ['string', 'null'] } }),
      'POST /bookings: the response field `id` may now be null.',
    ],
    [
      'another type of a response field',
      (_, booking) => Object.assign(booking, { revision: { type: 'number' } }),
      'POST /bookings: the response field `revision` may now be number.',
    ],
    [
      'values of a record of another type',
      (_, booking) =>
        Object.assign(booking, { metadata: { type: 'object', additionalProperties: { type: 'integer' } } }),
      'POST /bookings: the response field `metadata.*` may now be integer.',
    ],
    [
      'a removed enum value of a response',
      (_, booking) => booking.status?.enum?.shift(),
      'POST /bookings: the response field `status` is “pending” no longer.',
    ],
    [
      'a removed alternative of a response',
      (_, booking) => booking.window?.oneOf?.pop(),
      'POST /bookings: the response field `window` is no longer the type object with kind “range”.',
    ],
    [
      'another status of success',
      ({ paths }) => {
        const { responses } = paths['/bookings'].post
        Object.assign(responses, { 202: responses[201] })
        drop(responses, '201')
      },
      'POST /bookings: the status 201 is gone.',
    ],
    [
      'another status of a problem',
      ({ paths }) => Object.assign(paths['/bookings'].post.responses, { 404: problem('gone'), 410: problem('other') }),
      'POST /bookings: `gone` was a 410 and is a 404.',
    ],
    [
      'another media type',
      ({ paths }) => Object.assign(paths['/bookings'].get.responses[200], { content: { 'text/csv': {} } }),
      'GET /bookings: the response is no longer application/json.',
    ],
  ])('%s', (_, change, sentence) => {
    expect(broken(change)).toContain(sentence)
  })
})
