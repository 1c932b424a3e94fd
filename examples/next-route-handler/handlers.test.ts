import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startTestApp, type TestApp } from '../../packages/server/src/testing/app.ts'

let app: TestApp
let GET: typeof import('./app/api/slots/route.ts').GET
let POST: typeof import('./app/api/bookings/route.ts').POST
beforeAll(async () => {
  app = await startTestApp({ now: new Date().toISOString() })
  vi.stubEnv('LETSMEET_URL', app.url)
  vi.stubEnv('LETSMEET_API_KEY', app.apiKey)
  vi.stubEnv('LETSMEET_EVENT_TYPE', app.eventTypeId)
  GET = (await import('./app/api/slots/route.ts')).GET
  POST = (await import('./app/api/bookings/route.ts')).POST
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await app.close()
})

const guest = { name: 'Grace Hopper', email: 'grace@example.com', timezone: 'America/New_York' }

async function list(query = '') {
  const response = await GET(new Request(`https://shop.example.com/api/slots${query}`))
  return { status: response.status, cache: response.headers.get('cache-control'), body: await response.json() }
}

async function book(body: unknown, key?: string) {
  const headers = { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  const response = await POST(new Request('https://shop.example.com/api/bookings', init))
  return { status: response.status, body: await response.json() }
}

const open = async (n: number): Promise<string> => (await list()).body.slots[n].start

test('lists what is open, and lets nobody keep it', async () => {
  const { status, cache, body } = await list('?timezone=America/New_York')

  expect([status, cache]).toEqual([200, 'no-store'])
  expect(Object.keys(body.slots[0])).toEqual(['start', 'end', 'date'])
})

test('books once for the key that the form made', async () => {
  const start = await open(0)

  const [first, again] = [await book({ start, guest }, 'form-1'), await book({ start, guest }, 'form-1')]

  expect(first).toMatchObject({ status: 201, body: { start, status: 'confirmed', manageUrl: expect.any(String) } })
  expect(again).toEqual(first)
  expect((await app.get('/bookings')).body.data).toHaveLength(1)
})

test('lets a guest choose nothing but time and name', async () => {
  const start = await open(0)

  const { body } = await book({ start, guest, hostId: 'usr_other', metadata: { paid: 'yes' } }, 'form-2')

  expect((await app.get(`/bookings/${body.id}`)).body.metadata).toEqual({})
})

test('says which field is wrong', async () => {
  const start = await open(0)

  const { status, body } = await book({ start, guest: { ...guest, email: 'grace' } }, 'form-3')

  expect(status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid_request', fields: { '#/guest/email': expect.any(String) } })
})

test('says that a time is taken', async () => {
  const start = await open(0)
  await book({ start, guest }, 'form-4')

  const { status, body } = await book({ start, guest }, 'form-5')

  expect([status, body.code]).toEqual([409, 'slot_unavailable'])
})

test('refuses a key that stands for another form', async () => {
  const [start, other] = [await open(0), await open(1)]
  await book({ start, guest }, 'form-6')

  const { status, body } = await book({ start: other, guest }, 'form-6')

  expect([status, body.code]).toEqual([422, 'idempotency_mismatch'])
})

test.each([
  ['a form without a key', { start: '2030-01-08T09:00:00Z', guest }, undefined, 'key_missing'],
  ['what is no form', 'x', 'form-7', 'invalid_request'],
])('refuses %s', async (_, body, key, code) => {
  const refused = await book(body, key)

  expect([refused.status, refused.body.code]).toEqual([400, code])
})

test('says nothing of keys when its own is refused', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  vi.resetModules()
  vi.stubEnv('LETSMEET_API_KEY', 'lm_live_wrong')
  const { GET } = await import('./app/api/slots/route.ts')

  const response = await GET(new Request('https://shop.example.com/api/slots'))

  expect([response.status, await response.json()]).toEqual([
    500,
    { code: 'internal', message: 'Something went wrong.' },
  ])
  expect(log).toHaveBeenCalledWith(expect.stringContaining('unauthenticated'))
  log.mockRestore()
})
