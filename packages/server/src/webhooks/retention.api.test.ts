import { count, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts'
import { attempts, type DeliveryRow, deliveries, endpoints } from './model.ts'
import { pruneWebhooks } from './retention.ts'

let app: TestApp
let receiver: WebhookReceiver

beforeEach(async () => {
  app = await startTestApp()
  receiver = await startReceiver()
  await app.patch(`/event-types/${app.eventTypeId}`, { window: { kind: 'unlimited' } })
  return () => receiver.close()
})
afterEach(() => app.close())

const endpoint = async (more: object = {}) =>
  (await app.post('/webhook-endpoints', { url: receiver.url, ...more })).body
const book = async (start: string) => (await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest })).body
const logged = async () => (await app.get('/webhook-deliveries?limit=100')).body.data
const rowsIn = async (table: typeof attempts | typeof deliveries | typeof endpoints) => {
  const [row] = await app.services.db.read.select({ n: count() }).from(table)
  return Number(row?.n)
}

describe('after 30 days', () => {
  test('deliveries and their attempts are forgotten, and not a day before', async () => {
    await endpoint({ eventTypes: ['booking.*'] })
    await book('2030-01-08T09:00:00Z')
    await app.settle()

    app.pass('2030-02-06T07:59:59Z')
    await pruneWebhooks(app.services)
    expect([await rowsIn(deliveries), await rowsIn(attempts)]).toEqual([1, 1])
    app.pass('2030-02-06T08:00:01Z')
    await pruneWebhooks(app.services)

    expect([await rowsIn(deliveries), await rowsIn(attempts)]).toEqual([0, 0])
  })

  test('what is held is dropped, and what followed it is sent when the endpoint is enabled', async () => {
    const { id } = await endpoint({ eventTypes: ['booking.*'], ordering: 'per_booking', enabled: false })
    const booking = await book('2030-03-08T09:00:00Z')
    app.pass('2030-01-20T08:00:00Z')
    await app.post(`/bookings/${booking.id}/cancel`)

    app.pass('2030-02-07T08:00:00Z')
    await pruneWebhooks(app.services)
    await app.post(`/webhook-endpoints/${id}/enable`)
    await app.settle()

    expect(receiver.received.map((one) => one.body.type)).toEqual(['booking.cancelled'])
    expect(await logged()).toMatchObject([{ eventType: 'booking.cancelled', status: 'succeeded' }])
  })

  test('what is still being sent stays, however old', async () => {
    await endpoint({ eventTypes: ['booking.created'] })
    await book('2030-01-08T09:00:00Z')

    app.pass('2030-03-07T08:00:00Z')
    await pruneWebhooks(app.services)
    await app.settle()

    expect(await logged()).toMatchObject([{ status: 'succeeded', attemptCount: 1 }])
  })

  test('deleted endpoints are forgotten, others never', async () => {
    const kept = await endpoint()
    const { id } = await endpoint()
    await app.delete(`/webhook-endpoints/${id}`)

    app.pass('2030-02-07T08:00:00Z')
    await pruneWebhooks(app.services)

    const rows = await app.services.db.read.select({ id: endpoints.id }).from(endpoints)
    expect(rows).toEqual([{ id: kept.id }])
  })
})

test('thousands are forgotten in pieces, between which others write', async () => {
  const { id } = await endpoint({ enabled: false })
  const before = await rowsIn(deliveries)
  const row = (seq: number): DeliveryRow => ({
    ...{
      id: `wd_${seq}`,
      organizationId: 'org_x',
      endpointId: id,
      eventId: 'evt_x',
      eventType: 'ping',
      subjectId: 'x',
    },
    ...{ seq, body: '{}', status: 'succeeded', trigger: 'auto', lane: 0, attempts: 1, dueMs: null, leasedBy: null },
    ...{ blocked: false, responseStatus: 200, errorCode: null, createdAt: new Date('2029-01-01T00:00:00Z') },
  })
  for (let from = 1000; from < 3000; from += 500) {
    const rows = Array.from({ length: 500 }, (_, i) => row(from + i))
    await app.services.db.transaction((tx) => tx.append(deliveries, rows))
  }
  const order: string[] = []

  const pruned = pruneWebhooks(app.services).then(() => order.push('pruned'))
  const touch = { description: sql`${endpoints.description}` }
  await app.services.db.transaction((tx) => tx.update(endpoints).set(touch).where(eq(endpoints.id, id)))
  order.push('written')
  await pruned

  expect(order).toEqual(['written', 'pruned'])
  expect(await rowsIn(deliveries)).toBe(before)
})
