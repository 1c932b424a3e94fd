import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { receiver as rawReceiver } from '../testing/receiver.ts'
import { startReceiver } from '../testing/webhook-receiver.ts'

let app: TestApp
let slot = 0

// The real clock: what is measured is time.
beforeAll(async () => {
  app = await startTestApp({ options: { ticks: 'ticking', now: () => new Date(), webhooks: { deadlineMs: 3000 } } })
  await app.patch(`/event-types/${app.eventTypeId}`, {
    window: { kind: 'unlimited' },
    minNoticeMinutes: 0,
    intervalMinutes: 30,
  })
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
  const [schedule] = (await app.get('/schedules')).body.data
  await app.patch(`/schedules/${schedule.id}`, { weekly: [{ days, start: '00:00', end: '24:00' }] })
})
afterAll(() => app.close())

const endpoint = async (url: string) => {
  const made = await app.post('/webhook-endpoints', { url, eventTypes: ['booking.created'] })
  expect(made.status).toBe(201)
}

test('a dead and a slow endpoint among fifty do not hold up the others', async () => {
  const healthy = await startReceiver()
  onTestFinished(() => healthy.close())
  for (let i = 0; i < 48; i++) await endpoint(`${healthy.url}/${i}`)
  /** Books a few and waits for every healthy endpoint to hear of each; the milliseconds that each took. */
  const waits = async (bookings: number): Promise<number[]> => {
    const all: number[] = []
    for (let i = 0; i < bookings; i++) {
      const start = new Date(Date.UTC(2040, 0, 1) + slot++ * 1_800_000).toISOString()
      const before = healthy.received.length
      const began = performance.now()
      const made = await app.post('/bookings', { eventTypeId: app.eventTypeId, start, guest })
      expect(made.status).toBe(201)
      await expect.poll(() => healthy.received.length - before, { timeout: 10_000, interval: 5 }).toBe(48)
      all.push(performance.now() - began)
    }
    return all.sort((a, b) => a - b)
  }
  await waits(1)
  const without = await waits(4)
  const dead = await rawReceiver(() => {})
  const slow = await startReceiver((_, response) => void setTimeout(() => response.writeHead(200).end(), 1000))
  onTestFinished(() => slow.close())
  await endpoint(`http://127.0.0.1:${dead.port}/`)
  await endpoint(slow.url)
  await waits(1)
  const together = await waits(4)

  // The exact figure is the bench's: a test machine has other things to do, too.
  expect(together.at(-1) ?? 0).toBeLessThan(Math.max(1000, 4 * (without.at(-1) ?? 0)))
  expect(dead.heard.length).toBeGreaterThan(0)
  expect(slow.received.length).toBeGreaterThan(0)
}, 60_000)
