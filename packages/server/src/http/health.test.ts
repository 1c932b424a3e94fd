import { afterAll, beforeAll, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { openSandbox } from '../testing/sandbox.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const metric = async (name: string) => {
  const text = await (await fetch(`${app.url}/metrics`)).text()
  return Number(new RegExp(`^${name.replace(/[{}]/g, '\\$&')} (\\S+)$`, 'm').exec(text)?.[1])
}
const ready = async () => {
  const response = await fetch(`${app.url}/readyz`)
  return { status: response.status, body: await response.json() }
}

test('metrics count deliveries that wait and attempts by result, and readiness ends when they stall', async () => {
  // Nothing listens on this port: every attempt is refused at once.
  await app.post('/webhook-endpoints', { url: 'http://127.0.0.1:9/hook', eventTypes: ['booking.*'] })
  await app.post('/bookings', { eventTypeId: app.eventTypeId, start: '2030-01-08T09:00:00Z', guest })
  const before = await ready()
  const waiting = await metric('letsmeet_webhook_deliveries_pending')
  await app.settle()

  expect(before).toMatchObject({ status: 200, body: { status: 'ready', webhooks: { pending: 1 } } })
  expect(waiting).toBe(1)
  expect(await metric('letsmeet_webhook_attempts_total{result="failed"}')).toBe(1)
  expect(await metric('letsmeet_webhook_endpoints_failing')).toBe(1)
})

test('a queue that nobody works on makes the server not ready, and says which', async () => {
  const idle = await startTestApp()
  await idle.post('/webhook-endpoints', { url: 'http://127.0.0.1:9/hook', eventTypes: ['booking.*'] })
  await idle.post('/bookings', { eventTypeId: idle.eventTypeId, start: '2030-01-08T09:00:00Z', guest })
  idle.pass('2030-01-07T08:06:00Z')

  const response = await fetch(`${idle.url}/readyz`)

  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ status: 'queue_stalled', webhooks: { oldestDueMs: 360_000 } })
  await idle.close()
})

test('what waits in a sandbox, whatever its clock shows, is nothing that the server is behind with', async () => {
  const server = await startTestApp()
  const sandbox = await openSandbox(server, { now: '2020-01-06T08:00:00Z' })
  await sandbox.post('/webhook-endpoints', { url: 'http://127.0.0.1:9/hook', eventTypes: ['booking.*'] })
  await sandbox.post('/bookings', { eventTypeId: sandbox.eventTypeId, start: '2020-01-07T09:00:00Z', guest })
  await server.settle()

  const response = await fetch(`${server.url}/readyz`)

  expect(await response.json()).toMatchObject({
    status: 'ready',
    due: 0,
    oldestDueMs: 0,
    webhooks: { pending: 0, failing: 0 },
  })
  expect(response.status).toBe(200)
  await server.close()
})
