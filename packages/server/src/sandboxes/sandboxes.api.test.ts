import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ now: '2030-01-07T08:00:00Z' })
})
afterAll(() => app.close())

test('works', async () => {
  const made = await app.post('/sandboxes', { name: 'Try', now: '2031-03-01T08:00:00Z' })
  console.log(made.body)
  const key = { authorization: `Bearer ${made.body.apiKey}` }
  const me = await app.get('/me', key)
  console.log(me.body)
  for (const scenario of ['busy-week', 'dst-weekend', 'full-seat', 'round-robin', 'reminders']) {
    const seeded = await app.post('/sandboxes/current/seed', { scenario }, key)
    console.log(seeded.status, JSON.stringify(seeded.body).slice(0, 300))
  }
  const moved = await app.post('/sandboxes/current/clock', { advance: '10d' }, key)
  console.log(moved.status, moved.body.count, moved.body.happened?.slice(0, 12))
  const box = await app.get('/sandboxes/current/mailbox?limit=3', key)
  console.log(box.body)
  expect((await app.delete(`/sandboxes/${made.body.id}`)).status).toBe(204)
  expect((await app.get('/me', key)).status).toBe(401)
})
