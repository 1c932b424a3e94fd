import { expect, test } from 'vitest'
import { AbortedError, ConnectionError, RateLimitError, ServerError, TimeoutError } from './index.ts'
import { hangUp, impatient, problem, serve, silence } from './testing/server.ts'

const newBooking = {
  eventTypeId: 'et_1',
  start: new Date('2030-01-08T09:00:00Z'),
  guest: { name: 'Ada', email: 'ada@example.com', timezone: 'Europe/London' },
}
const booked = { status: 201, body: { id: 'bk_1' } }

test('a write is tried again with the same idempotency key and the same bytes', async () => {
  const { url, received } = await serve(hangUp, problem(503, 'unavailable'), booked)
  const { letsmeet, waits } = impatient(url)
  expect(await letsmeet.bookings.create(newBooking)).toEqual({ id: 'bk_1' })
  expect(received).toHaveLength(3)
  expect(new Set(received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1)
  expect(received[0]?.headers['idempotency-key']).toMatch(/^sdk-[0-9a-f]{32}$/)
  expect(new Set(received.map(({ body }) => body))).toEqual(new Set([JSON.stringify(newBooking)]))
  expect(waits[0]).toBeGreaterThanOrEqual(375)
  expect(waits[0]).toBeLessThanOrEqual(500)
  expect(waits[1]).toBeGreaterThanOrEqual(750)
  expect(waits[1]).toBeLessThanOrEqual(1000)
})

test('two calls have two keys, a call can bring its own, and reads have none', async () => {
  const { url, received } = await serve(booked)
  const { letsmeet } = impatient(url)
  await letsmeet.bookings.create(newBooking)
  await letsmeet.bookings.create(newBooking)
  await letsmeet.bookings.create(newBooking, { idempotencyKey: 'order-17' })
  await letsmeet.bookings.get('bk_1')
  const keys = received.map(({ headers }) => headers['idempotency-key'])
  expect(keys[0]).not.toBe(keys[1])
  expect(keys.slice(2)).toEqual(['order-17', undefined])
})

test.each([
  [408, 'http_408'],
  [409, 'idempotency_in_progress'],
  [429, 'quota_exceeded'],
  [500, 'internal'],
  [503, 'unavailable'],
])('%i %s is tried again', async (status, code) => {
  const { url, received } = await serve(problem(status, code), booked)
  await impatient(url).letsmeet.bookings.get('bk_1')
  expect(received).toHaveLength(2)
})

test.each([
  [400, 'invalid_request'],
  [401, 'unauthenticated'],
  [404, 'not_found'],
  [409, 'slot_unavailable'],
  [422, 'idempotency_mismatch'],
])('%i %s is final', async (status, code) => {
  const { url, received } = await serve(problem(status, code))
  await expect(impatient(url).letsmeet.bookings.get('bk_1')).rejects.toMatchObject({ code, retryable: false })
  expect(received).toHaveLength(1)
})

test('it gives up after maxRetries, of the client or of the call', async () => {
  const { url, received } = await serve(problem(500, 'internal'))
  const { letsmeet } = impatient(url, { maxRetries: 1 })
  await expect(letsmeet.bookings.get('bk_1')).rejects.toThrow(ServerError)
  expect(received).toHaveLength(2)
  await expect(letsmeet.bookings.get('bk_1', { maxRetries: 0 })).rejects.toThrow(ServerError)
  expect(received).toHaveLength(3)
})

test('Retry-After decides the wait, as seconds and as a date', async () => {
  const at = new Date(Date.now() + 30_000).toUTCString()
  const { url } = await serve(
    { ...problem(429, 'quota_exceeded'), headers: { 'retry-after': '7' } },
    { ...problem(503, 'unavailable'), headers: { 'retry-after': at } },
    booked,
  )
  const { letsmeet, waits } = impatient(url)
  await letsmeet.bookings.get('bk_1')
  expect(waits[0]).toBe(7000)
  expect(waits[1]).toBeGreaterThan(28_000)
  expect(waits[1]).toBeLessThanOrEqual(30_000)
})

test('it does not sleep for longer than a minute, it says how long to wait', async () => {
  const { url, received } = await serve({ ...problem(429, 'quota_exceeded'), headers: { 'retry-after': '3600' } })
  const failure = impatient(url).letsmeet.bookings.get('bk_1')
  await expect(failure).rejects.toThrow(RateLimitError)
  await expect(failure).rejects.toMatchObject({ retryAfterMs: 3_600_000, retryable: true })
  expect(received).toHaveLength(1)
})

test('when RateLimit says that nothing is left, the next call waits for the reset', async () => {
  const used = { body: {}, headers: { ratelimit: '"default";r=0;t=12, "daily";r=900;t=4000' } }
  const left = { body: {}, headers: { ratelimit: '"default";r=599;t=60' } }
  const { url } = await serve(used, used, left)
  const { letsmeet, waits } = impatient(url)
  await letsmeet.bookings.get('bk_1')
  expect(waits).toEqual([])
  await letsmeet.bookings.get('bk_1', { maxRetries: 0 })
  expect(waits).toEqual([])
  await letsmeet.bookings.get('bk_1')
  expect(waits).toHaveLength(1)
  expect(waits[0]).toBeGreaterThan(10_000)
  expect(waits[0]).toBeLessThanOrEqual(12_000)
  await letsmeet.bookings.get('bk_1')
  expect(waits).toHaveLength(1)
})

test('an attempt that takes too long is tried again, then it is a TimeoutError', async () => {
  const { url, received } = await serve(silence, silence, booked)
  const { letsmeet } = impatient(url, { timeoutMs: 40 })
  expect(await letsmeet.bookings.get('bk_1')).toEqual({ id: 'bk_1' })
  expect(received).toHaveLength(3)

  const silent = await serve(silence)
  const failure = impatient(silent.url).letsmeet.bookings.get('bk_1', { timeoutMs: 40, maxRetries: 0 })
  await expect(failure).rejects.toThrow(TimeoutError)
  await expect(failure).rejects.toThrow(`GET ${silent.url}/api/v1/bookings/bk_1 took longer than 40 ms.`)
})

test('0 means no timeout', async () => {
  const { url } = await serve(booked)
  await impatient(url, { timeoutMs: 0 }).letsmeet.bookings.get('bk_1')
  await impatient(url, { timeoutMs: Number.POSITIVE_INFINITY }).letsmeet.bookings.get('bk_1')
})

test('a server that is not there is a ConnectionError that names it', async () => {
  const { url, close } = await serve()
  await close()
  const { letsmeet, waits } = impatient(url)
  const failure = letsmeet.bookings.get('bk_1')
  await expect(failure).rejects.toThrow(ConnectionError)
  await expect(failure).rejects.toThrow(`Could not reach ${url} (ECONNREFUSED). Is LetsMeet there?`)
  expect(waits).toHaveLength(2)
})

test('nobody there, a broken connection and no answer in time are told apart from answers by their codes', async () => {
  const gone = await serve()
  await gone.close()
  const failureAt = (url: string) =>
    impatient(url, { maxRetries: 0, timeoutMs: 40 })
      .letsmeet.bookings.get('bk_1')
      .catch((error: unknown) => error)
  const [nobody, broken, late] = await Promise.all(
    [gone, await serve(hangUp), await serve(silence)].map(({ url }) => failureAt(url)),
  )

  expect(nobody).toMatchObject({ code: 'connection_failed', retryable: true })
  expect(nobody).toHaveProperty('cause.cause.code', 'ECONNREFUSED')
  expect(broken).toMatchObject({ code: 'connection_failed', retryable: true, cause: { name: 'TypeError' } })
  expect(late).toMatchObject({ code: 'timeout', retryable: true, cause: { name: 'AbortError' } })
})

test('aborting ends a call with the reason, before it starts, under way and while it waits', async () => {
  const { url, received } = await serve(silence, problem(503, 'unavailable'))
  const { letsmeet } = impatient(url)
  const reason = new Error('changed my mind')
  const before = letsmeet.bookings.get('bk_1', { signal: AbortSignal.abort(reason) })
  await expect(before).rejects.toThrow(AbortedError)
  await expect(before).rejects.toMatchObject({ name: 'AbortError', code: 'aborted', retryable: false, cause: reason })
  await expect(before).rejects.toThrow(`GET ${url}/api/v1/bookings/bk_1 was aborted.`)
  expect(received).toHaveLength(0)

  const underWay = letsmeet.bookings.get('bk_1', { signal: AbortSignal.timeout(30) })
  await expect(underWay).rejects.toMatchObject({ code: 'aborted', cause: { name: 'TimeoutError' } })
  expect(received).toHaveLength(1)

  const patient = impatient(url, { sleep: undefined }).letsmeet
  const waiting = patient.bookings.get('bk_1', { signal: AbortSignal.timeout(60) })
  await expect(waiting).rejects.toMatchObject({ code: 'aborted', cause: { name: 'TimeoutError' } })
  expect(received).toHaveLength(2)
})
