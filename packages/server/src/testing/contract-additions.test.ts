import { describe, expect, test } from 'vitest'
import { broken, type Change, drop, object, problem, text } from './contract-sample.ts'

describe('these break nobody', () => {
  test.each<[string, Change]>([
    ['a new path', ({ paths }) => Object.assign(paths, { '/contacts': paths['/bookings'] })],
    [
      'a path parameter of another name',
      ({ paths }) => {
        Object.assign(paths, { '/bookings/{bookingId}': paths['/bookings/{id}'] })
        drop(paths, '/bookings/{id}')
      },
    ],
    [
      'a new optional parameter',
      ({ paths }) => paths['/bookings'].get.parameters.push({ name: 'to', in: 'query', schema: text }),
    ],
    ['a new optional request field', (_, __, input) => Object.assign(input, { notes: text })],
    ['a request field that is required no longer', ({ components }) => components.schemas.NewBooking.required?.pop()],
    ['a new value of a request', (_, __, input) => input.location?.enum?.push('in_person')],
    ['a longer text', (_, __, input) => Object.assign(input.title ?? {}, { maxLength: 500 })],
    [
      'a request field that may be null',
      (_, __, input) => Object.assign(input, { title: { type: ['string', 'null'], maxLength: 100 } }),
    ],
    ['a request field of any type', (_, __, input) => Object.assign(input, { title: {} })],
    [
      'a number for an integer in a request',
      (_, __, input) => Object.assign(input, { seats: { type: ['number', 'null'] } }),
    ],
    [
      'a new alternative of a request',
      (_, __, input) => input.window?.oneOf?.push(object({ kind: { const: 'unlimited' } }, ['kind'])),
    ],
    ['a new response field', (_, booking) => Object.assign(booking, { title: text })],
    ['a response field that is always there', ({ components }) => components.schemas.Booking.required?.push('series')],
    ['a response field that is null no longer', (_, booking) => Object.assign(booking, { notes: text })],
    ['a new value of a response', (_, booking) => booking.status?.enum?.push('cancelled')],
    [
      'a new alternative of a response',
      (_, booking) => booking.window?.oneOf?.push(object({ kind: { const: 'unlimited' } }, ['kind'])),
    ],
    [
      'a new problem',
      ({ paths }) => Object.assign(paths['/bookings'].post.responses, { 422: problem('idempotency_mismatch') }),
    ],
    ['a scope that is needed no longer', ({ paths }) => drop(paths['/bookings'].post, 'x-lm-scope')],
  ])('%s', (_, change) => {
    expect(broken(change)).toEqual([])
  })
})
