import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { unwrap } from '../../../sdk/src/webhooks.ts'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { type Received, startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts'

let app: TestApp
let receiver: WebhookReceiver
let hour = 9

beforeAll(async () => {
  app = await startTestApp()
  await app.patch(`/event-types/${app.eventTypeId}`, { window: { kind: 'unlimited' } })
})
afterAll(() => app.close())
beforeEach(async () => {
  await app.travel('2030-01-07T08:00:00Z')
  for (const { id } of (await app.get('/webhook-endpoints?limit=100')).body.data)
    await app.delete(`/webhook-endpoints/${id}`)
  receiver = await startReceiver()
  return () => receiver.close()
})

const endpoint = async (more: object = {}) =>
  (await app.post('/webhook-endpoints', { url: receiver.url, ...more })).body
const book = async () => {
  const day = 8 + Math.floor(hour / 8)
  hour++
  const start = new Date(Date.UTC(2030, 0, 7 + (day - 7) * 7, 9 + (hour % 8))).toISOString()
  const made = await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest })
  expect(made.status).toBe(201)
  return made.body
}
const deliveries = async (query = '') => (await app.get(`/webhook-deliveries?limit=100${query}`)).body.data
const later = async (seconds: number) => {
  const now = app.services.now().getTime()
  await app.travel(new Date(now + seconds * 1000).toISOString())
}
/** Waits out the whole schedule of retries, which takes three days, jitter included. */
const exhaust = async () => {
  for (const seconds of [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]) await later(seconds * 1.25)
}
const types = () => receiver.received.map((one) => one.body.type)

describe('an endpoint', () => {
  test('gets a signed event that the Standard Webhooks library and our SDK accept', async () => {
    const made = await endpoint({ eventTypes: ['booking.*'] })
    const booking = await book()
    await app.settle()

    const [seen] = receiver.received
    if (!seen) throw new Error('Nothing came.')
    expect(new Webhook(made.secret).verify(seen.text, seen.headers)).toMatchObject({ type: 'booking.created' })
    const event = await unwrap(seen.text, seen.headers, made.secret)
    expect(event).toMatchObject({
      type: 'booking.created',
      apiVersion: made.apiVersion,
      mode: 'live',
      seq: 1,
      data: { id: booking.id, manageUrl: null },
    })
    expect(seen.headers).toMatchObject({ 'webhook-id': event.id, 'webhook-attempt': '1' })
    expect((await app.get(`/events/${event.id}`)).body.type).toBe('booking.created')
  })

  test('hears only the types that it asked for, and only of the event types in its filter', async () => {
    const other = await app.post('/event-types', { title: 'Other', durationMinutes: 30 })
    await endpoint({ eventTypes: ['booking.cancelled'] })
    await endpoint({ eventTypes: ['booking.created'], filter: { eventTypeIds: [other.body.id] } })

    const booking = await book()
    await app.post(`/bookings/${booking.id}/cancel`)
    await app.settle()

    expect(types()).toEqual(['booking.cancelled'])
  })

  test('numbers its deliveries without a gap, whatever else the organization does', async () => {
    const made = await endpoint({ eventTypes: ['booking.*'] })
    const booking = await book()
    await app.patch('/organization', { name: 'Acme' })
    await app.post(`/bookings/${booking.id}/cancel`)
    await book()
    await app.settle()

    const list = await deliveries(`&endpointId=${made.id}`)
    expect(list.map((one: { seq: number }) => one.seq)).toEqual([3, 2, 1])
    expect(receiver.received.map((one) => one.body.seq).sort()).toEqual([1, 2, 3])
  })

  test('never shows its secret again, nor what looks like one among its headers', async () => {
    const made = await endpoint({ headers: { 'x-api-key': 'super-secret-value-1234567', 'x-room': 'blue' } })
    const seen = await app.get(`/webhook-endpoints/${made.id}`)
    await book()
    await app.settle()
    const [delivery] = await deliveries(`&endpointId=${made.id}`)
    const [attempt] = (await app.get(`/webhook-deliveries/${delivery.id}/attempts`)).body.data

    expect(JSON.stringify(seen.body)).not.toMatch(/whsec_|super-secret/)
    expect(seen.body.headers['x-room']).toBe('blue')
    expect(receiver.received[0]?.headers['x-api-key']).toBe('super-secret-value-1234567')
    expect(JSON.stringify(attempt)).not.toContain('super-secret')
    expect(attempt.request.headers['webhook-id']).toBe(delivery.eventId)
  })

  test.each([
    [{ url: 'ftp://example.com' }, '#/url'],
    [{ url: 'http://10.0.0.1/' }, '#/url'],
    [{ url: 'https://169.254.169.254/latest' }, '#/url'],
    [{ url: 'https://example.com', eventTypes: ['booking.exploded'] }, '#/eventTypes/0'],
    [{ url: 'https://example.com', eventTypes: [] }, '#/eventTypes'],
    [{ url: 'https://example.com', headers: { host: 'a' } }, '#/headers/host'],
    [{ url: 'https://example.com', headers: { 'webhook-id': 'a' } }, '#/headers/webhook-id'],
    [{ url: 'https://example.com', filter: { eventTypeIds: ['et_nobody'] } }, '#/filter/eventTypeIds/0'],
    [{ url: 'https://example.com', filter: { groupIds: ['grp_nobody'] } }, '#/filter/groupIds/0'],
    [{ url: 'https://example.com', maxPerSecond: 0 }, '#/maxPerSecond'],
  ])('refuses %j and points at the field', async (input, pointer) => {
    const answer = await app.post('/webhook-endpoints', input)

    expect(answer.status).toBe(400)
    expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
  })

  test('is not this server itself', async () => {
    const answer = await app.post('/webhook-endpoints', { url: `${app.url}/api/v1/bookings` })

    expect(answer.body.errors[0].code).toBe('url_not_allowed')
  })
})

describe('an endpoint that fails', () => {
  test('is tried again on the schedule, with the same id and bytes, until it answers', async () => {
    const made = await endpoint({ eventTypes: ['booking.created'] })
    receiver.answer = 500
    await book()
    await app.settle()
    const [first] = await deliveries(`&endpointId=${made.id}`)
    await later(6)
    receiver.answer = 200
    await later(360)

    const [last] = await deliveries(`&endpointId=${made.id}`)
    const attempts = (await app.get(`/webhook-deliveries/${last.id}/attempts`)).body.data
    expect(first).toMatchObject({ status: 'failed', attemptCount: 1, errorCode: 'http_error', responseStatus: 500 })
    expect(first.nextAttemptAt >= '2030-01-07T08:00:04.000Z' && first.nextAttemptAt <= '2030-01-07T08:00:06.000Z').toBe(
      true,
    )
    expect(last).toMatchObject({ status: 'succeeded', attemptCount: 3, nextAttemptAt: null })
    expect(attempts.map((one: { number: number }) => one.number)).toEqual([3, 2, 1])
    expect(new Set(receiver.received.map((one) => one.text)).size).toBe(1)
    expect(receiver.received.map((one) => one.headers['webhook-attempt'])).toEqual(['1', '2', '3'])
  })

  test('is given up after ten attempts', async () => {
    const made = await endpoint({ eventTypes: ['booking.created'] })
    receiver.answer = 500
    await book()
    await app.settle()
    await exhaust()

    const [delivery] = await deliveries(`&endpointId=${made.id}`)
    expect(delivery).toMatchObject({ attemptCount: 10, nextAttemptAt: null })
    expect(receiver.received).toHaveLength(10)
  })

  test('is not asked again before the time that it names', async () => {
    const made = await endpoint()
    receiver.answer = (_, response) => void response.writeHead(503, { 'retry-after': '120' }).end()
    await book()
    await app.settle()

    expect((await deliveries(`&endpointId=${made.id}`))[0].nextAttemptAt).toBe('2030-01-07T08:02:00.000Z')
  })

  test('that answers 410 is switched off, and what waits is held', async () => {
    const made = await endpoint()
    receiver.answer = 410
    await book()
    await app.settle()
    await book()

    expect((await app.get(`/webhook-endpoints/${made.id}`)).body).toMatchObject({
      enabled: false,
      disabledReason: 'gone',
    })
    expect((await deliveries(`&endpointId=${made.id}`)).map((one: { status: string }) => one.status)).toEqual([
      'held',
      'held',
    ])
    expect((await app.get('/events?type=webhook_endpoint.disabled')).body.data[0].data.id).toBe(made.id)
  })

  test('for five days is switched off after three warnings by mail', async () => {
    const made = await endpoint({ description: 'Books rooms' })
    receiver.answer = 500
    for (let half = 0; half < 11; half++) {
      await book()
      await app.settle()
      await later(12 * 3600)
    }

    const about = (one: { subject: string }) => one.subject.includes(new URL(receiver.url).host)
    const mails = (await app.get('/mail?limit=100')).body.data.filter(about)
    expect((await app.get(`/webhook-endpoints/${made.id}`)).body).toMatchObject({
      enabled: false,
      disabledReason: 'failing',
    })
    expect(mails.map((one: { subject: string }) => /switched off/.test(one.subject))).toEqual([
      true,
      false,
      false,
      false,
    ])
    const last = (await app.get(`/mail/${mails[0].id}`)).body
    expect(last.text).toContain('has failed since Monday, 7 January 2030')
    expect(last.text).toContain(`letsmeet webhooks recover ${made.id} --since 2030-01-07T00:00Z`)
  })

  test('opens its breaker after ten failures in a row; the others wait without spending attempts', async () => {
    const made = await endpoint()
    receiver.answer = 500
    for (let i = 0; i < 14; i++) {
      await book()
      await app.settle()
    }
    const open = (await app.get(`/webhook-endpoints/${made.id}`)).body
    const seenOpen = receiver.received.length
    receiver.answer = 200
    await later(31)
    await later(1200)

    const list = await deliveries(`&endpointId=${made.id}`)
    expect(open.breaker).toBe('open')
    expect(seenOpen).toBe(10)
    expect(list.every((one: { status: string }) => one.status === 'succeeded')).toBe(true)
    expect(list.slice(0, 4).map((one: { attemptCount: number }) => one.attemptCount)).toEqual([1, 1, 1, 1])
    expect((await app.get(`/webhook-endpoints/${made.id}`)).body.breaker).toBe('closed')
  })
})

describe('per booking', () => {
  test('a later event waits for an earlier one of the same booking, and for no other', async () => {
    await endpoint({ ordering: 'per_booking' })
    let broken = true
    receiver.answer = (_, response, { body }) =>
      void response.writeHead(broken && body.type === 'booking.created' && body.data.id === first.id ? 500 : 200).end()
    const first = await book()
    await app.post(`/bookings/${first.id}/cancel`)
    await book()
    await app.settle()
    const before = seenOf(receiver.received)
    broken = false
    await later(10)

    expect(before).toEqual(['booking.created', 'booking.created'])
    expect(types().slice(2)).toEqual(['booking.created', 'booking.cancelled'])
  })

  test('goes on after an event was given up', async () => {
    await endpoint({ ordering: 'per_booking' })
    receiver.answer = (_, response, { body }) =>
      void response.writeHead(body.type === 'booking.created' ? 500 : 200).end()
    const booking = await book()
    await app.post(`/bookings/${booking.id}/cancel`)
    await app.settle()
    await exhaust()
    // Ten failures in a row opened the breaker for a moment.
    await later(31)

    expect(types().filter((type) => type !== 'booking.ended')).toEqual([
      ...Array.from({ length: 10 }, () => 'booking.created'),
      'booking.cancelled',
    ])
  })
})

describe('switched off and on', () => {
  test('holds what happens meanwhile and sends it in its order', async () => {
    const made = await endpoint({ eventTypes: ['booking.*'], maxPerSecond: 1 })
    await app.patch(`/webhook-endpoints/${made.id}`, { enabled: false })
    for (let i = 0; i < 6; i++) await book()
    await app.settle()
    const held = await deliveries(`&endpointId=${made.id}&status=held`)
    await app.post(`/webhook-endpoints/${made.id}/enable`)
    await app.settle()
    for (let i = 0; i < 6; i++) await later(1)

    expect(held).toHaveLength(6)
    expect(receiver.received.map((one) => one.body.seq)).toEqual([1, 2, 3, 4, 5, 6])
  })

  test('a deleted one gets nothing more, not even the retry that was due', async () => {
    const made = await endpoint()
    receiver.answer = 500
    await book()
    await app.settle()
    await app.delete(`/webhook-endpoints/${made.id}`)
    await later(86_400)

    expect(receiver.received).toHaveLength(1)
    expect((await app.get(`/webhook-endpoints/${made.id}`)).status).toBe(404)
    expect((await deliveries(`&endpointId=${made.id}`))[0]).toMatchObject({ status: 'failed', nextAttemptAt: null })
  })
})

describe('the secret', () => {
  test('is rotated with an overlap in which both verify, and which can be ended', async () => {
    const made = await endpoint()
    const rotated = (await app.post(`/webhook-endpoints/${made.id}/rotate-secret`, { overlapSeconds: 3600 })).body
    const again = await app.post(`/webhook-endpoints/${made.id}/rotate-secret`)
    await book()
    await app.settle()
    await app.post(`/webhook-endpoints/${made.id}/revoke-previous-secret`)
    await book()
    await app.settle()

    const [during, after] = receiver.received
    if (!during || !after) throw new Error('Two should have come.')
    expect(again.body).toMatchObject({ status: 409, code: 'conflict' })
    for (const secret of [made.secret, rotated.secret])
      expect(new Webhook(secret).verify(during.text, during.headers)).toBeTruthy()
    expect(() => new Webhook(made.secret).verify(after.text, after.headers)).toThrow()
    expect(new Webhook(rotated.secret).verify(after.text, after.headers)).toBeTruthy()
  })

  test('of a retry is the one that holds when it is sent', async () => {
    const made = await endpoint()
    receiver.answer = 500
    await book()
    await app.settle()
    const rotated = (await app.post(`/webhook-endpoints/${made.id}/rotate-secret`, { overlapSeconds: 0 })).body
    await later(10)

    const retry = receiver.received[1]
    if (!retry) throw new Error('No retry came.')
    expect(new Webhook(rotated.secret).verify(retry.text, retry.headers)).toBeTruthy()
  })
})

describe('sending again', () => {
  test('redelivers one with the same id and bytes, as one more attempt', async () => {
    const made = await endpoint()
    await book()
    await app.settle()
    const [delivery] = await deliveries(`&endpointId=${made.id}`)
    const asked = await app.post(`/webhook-deliveries/${delivery.id}/redeliver`)
    await app.settle()

    const attempts = (await app.get(`/webhook-deliveries/${delivery.id}/attempts`)).body.data
    expect(asked.body.status).toBe('pending')
    expect(receiver.received.map((one) => one.text)[1]).toBe(receiver.received[0]?.text)
    expect(attempts.map((one: { trigger: string }) => one.trigger)).toEqual(['manual', 'auto'])
  })

  test('recovers what failed in a window, after counting it', async () => {
    const made = await endpoint({ eventTypes: ['booking.created'] })
    receiver.answer = 500
    await book()
    await book()
    await app.settle()
    await exhaust()
    receiver.answer = 200
    const since = '2030-01-07T00:00:00Z'
    const counted = await app.post(`/webhook-endpoints/${made.id}/recover`, { since, dryRun: true })
    const seen = receiver.received.length
    await app.post(`/webhook-endpoints/${made.id}/recover`, { since })
    await app.settle()

    expect(counted.body.count).toBe(2)
    expect(receiver.received.length - seen).toBe(counted.body.count)
    expect((await deliveries(`&endpointId=${made.id}&status=failed`)).length).toBe(0)
  })

  test('sends a test once, whatever it answers', async () => {
    const made = await endpoint()
    receiver.answer = 500
    const sent = await app.post(`/webhook-endpoints/${made.id}/test`)
    await later(86_400)

    expect(sent.body).toMatchObject({ eventType: 'ping', status: 'pending' })
    expect(receiver.received).toHaveLength(1)
    expect((await app.post(`/webhook-endpoints/${made.id}/test`, { type: 'booking.exploded' })).status).toBe(400)
  })
})

test('no more than the rate per second leaves, and all of it in the end', async () => {
  const made = await endpoint({ maxPerSecond: 2 })
  await app.patch(`/webhook-endpoints/${made.id}`, { enabled: false })
  for (let i = 0; i < 5; i++) await book()
  await app.post(`/webhook-endpoints/${made.id}/enable`)
  await app.settle()
  const atOnce = receiver.received.length
  await later(1)
  const afterOne = receiver.received.length
  await later(10)

  expect([atOnce, afterOne, receiver.received.length]).toEqual([2, 4, 5])
})

test('members who run nothing, and the free plan, have no webhooks', async () => {
  const added = await app.post('/organization/members', { email: 'w@example.com', name: 'Wim', timezone: 'UTC' })
  const session = await app.post('/browser-sessions', { kind: 'host', userId: added.body.id })

  const answer = await app.get('/webhook-endpoints', {
    authorization: `Bearer ${session.body.token}`,
    origin: app.url,
  })

  expect(answer.status).toBe(403)
})

const seenOf = (list: readonly Received[]) => list.map((one) => one.body.type)
