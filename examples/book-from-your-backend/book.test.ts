import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../packages/server/src/testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ now: new Date().toISOString() })
})
afterAll(() => app.close())

const run = promisify(execFile)

test('books the first free slot for a customer, and the next one when it runs again', async () => {
  const env = { ...process.env, LETSMEET_URL: app.url, LETSMEET_API_KEY: app.apiKey }
  const script = join(import.meta.dirname, 'book.ts')

  const first = await run(process.execPath, [script, '30min', 'grace@example.com'], { env })
  const second = await run(process.execPath, [script, '30min', 'alan@example.com'], { env })

  const { body } = await app.get('/bookings?limit=10')
  expect(first.stdout).toMatch(/^Booked 30 minute meeting on \S+Z with Ada\.\nThe guest manages it at http/)
  expect(second.stdout).toContain('Booked 30 minute meeting')
  expect(body.data).toHaveLength(2)
  expect(body.data[0].start > body.data[1].start).toBe(true)
  expect(body.data[1].metadata).toEqual({ orderId: '1042' })
})
