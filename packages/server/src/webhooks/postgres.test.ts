import { expect, onTestFinished, test } from 'vitest'
import { guest, startTestApp } from '../testing/app.ts'
import { createDatabase } from '../testing/postgres.ts'
import { makeFolder, spawnServer } from '../testing/server-process.ts'
import { startReceiver } from '../testing/webhook-receiver.ts'

const bookings = 40

test('two servers on one database send each delivery once, and all of them', async () => {
  const database = await createDatabase()
  onTestFinished(() => database.drop())
  const folder = makeFolder()
  onTestFinished(folder.remove)
  const env = { DATABASE_URL: database.url }
  const app = await startTestApp({ env, options: { now: () => new Date(), ticks: 'ticking' } })
  onTestFinished(() => app.close())
  const other = await spawnServer(folder.path, { ...env, LETSMEET_SECRET: 'a secret that only tests know' })
  onTestFinished(async () => void (await other.end('SIGTERM')))
  const atOnce = new Set<string>()
  const twice: string[] = []
  const receiver = await startReceiver((request, response, { body }) => {
    const what = `${request.url} ${body.id}`
    if (atOnce.has(what)) twice.push(what)
    atOnce.add(what)
    setTimeout(() => {
      atOnce.delete(what)
      response.writeHead(200).end()
    }, 20)
  })
  onTestFinished(() => receiver.close())
  const paths = ['/a', '/b', '/ordered']
  for (const path of paths) {
    const ordering = path === '/ordered' ? 'per_booking' : 'none'
    const url = new URL(path, receiver.url).href
    const made = await app.post('/webhook-endpoints', { url, ordering, eventTypes: ['booking.*'] })
    expect(made.status).toBe(201)
  }
  await app.patch(`/event-types/${app.eventTypeId}`, { window: { kind: 'unlimited' } })
  const day = Date.UTC(2040, 0, 2, 9)
  await Promise.all(
    Array.from({ length: bookings }, async (_, i) => {
      const start = new Date(day + 7 * 86_400_000 * (i >> 3) + (i % 8) * 3_600_000).toISOString()
      const made = await fetch(`${i % 2 ? app.url : other.url}/api/v1/bookings`, {
        method: 'POST',
        headers: { authorization: `Bearer ${app.apiKey}`, 'content-type': 'application/json' },
        body: JSON.stringify({ eventTypeId: app.eventTypeId, start, guest }),
      })
      expect(made.status).toBe(201)
      const { id } = (await made.json()) as { id: string }
      await app.post(`/bookings/${id}/cancel`)
    }),
  )
  const sent = () => receiver.received.length
  await expect.poll(sent, { timeout: 15_000 }).toBeGreaterThanOrEqual(bookings * 2 * paths.length)
  await expect
    .poll(async () => (await app.get('/webhook-deliveries?status=pending')).body.data, { timeout: 15_000 })
    .toEqual([])

  expect(twice).toEqual([])
  expect(sent()).toBe(bookings * 2 * paths.length)
}, 60_000)
