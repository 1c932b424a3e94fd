import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

test('gives what was answered since an instant, of a class of statuses', async () => {
  await app.get('/bookings/bk_before')
  await app.travel('2030-01-07T08:05:00Z')
  await app.get('/bookings/bk_after')
  await app.get('/me')
  await app.settle()

  const { status, body } = await app.get('/logs?status=4xx&createdAt[gte]=2030-01-07T08:05:00Z')

  expect(status).toBe(200)
  expect(body.data).toMatchObject([{ path: '/api/v1/bookings/bk_after', status: 404, code: 'not_found' }])
})

test.each(['6xx', '4x', '40', 'x'])('refuses %s, which is no status', async (status) => {
  const answer = await app.get(`/logs?status=${status}`)

  expect(answer).toMatchObject({ status: 400, body: { errors: [{ parameter: 'status' }] } })
})

test('leaves out that the list was read, and keeps that it was refused', async () => {
  await app.get('/logs?limit=3')
  await app.get('/logs?limit=999')
  await app.settle()

  const { body } = await app.get('/logs?path=/api/v1/logs')

  expect(body.data.length).toBeGreaterThan(0)
  expect(body.data.filter(({ status }: { status: number }) => status < 400)).toEqual([])
})
