import { afterAll, beforeAll, expect, test } from 'vitest'
import { guest, startTestApp, type TestApp } from '../testing/app.ts'
import { good } from '../testing/factories.ts'

/** Booked in this order; two start together, which only their ids tell apart. */
const starts = ['09', '13', '10', '16', '11', '10'].map((hour) => `2030-01-08T${hour}:00:00.000Z`)

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const round = { title: 'Seated', durationMinutes: 30, seats: 5 }
  const { body } = await good(app.post('/event-types', round), 201)
  for (const [i, start] of starts.entries()) {
    const person = { ...guest, email: `guest${i}@example.com` }
    await good(app.post('/bookings', { eventTypeId: body.id, start, guest: person }), 201)
  }
})
afterAll(() => app.close())

interface Row {
  id: string
  start: string
}

/** The whole list, read in pages of two. */
async function inPages(query: string): Promise<Row[]> {
  const rows: Row[] = []
  let cursor = ''
  do {
    const { body } = await good(app.get(`/bookings?limit=2&${query}${cursor && `&cursor=${cursor}`}`), 200)
    rows.push(...body.data)
    cursor = body.nextCursor ?? ''
  } while (cursor)
  return rows
}

test.each([
  ['start', starts.toSorted()],
  ['-start', starts.toSorted().toReversed()],
  ['-created', undefined],
])('the pages of order=%s neither skip nor repeat', async (order, expected) => {
  const rows = await inPages(`order=${order}`)
  const whole = await app.get(`/bookings?limit=100&order=${order}`)

  expect(rows.map(({ id }) => id)).toEqual(whole.body.data.map(({ id }: Row) => id))
  expect(new Set(rows.map(({ id }) => id)).size).toBe(starts.length)
  if (expected) expect(rows.map(({ start }) => start)).toEqual(expected)
})

test('the pages of order=start take up what was booked meanwhile, behind them and not before', async () => {
  const first = await app.get('/bookings?limit=3&order=start')
  for (const hour of ['09', '15']) {
    const person = { ...guest, email: `late${hour}@example.com` }
    const start = `2030-01-08T${hour}:30:00Z`
    await good(app.post('/bookings', { eventTypeId: first.body.data[0].eventTypeId, start, guest: person }), 201)
  }
  const rest = await app.get(`/bookings?limit=100&order=start&cursor=${first.body.nextCursor}`)

  expect(rest.body.data.map(({ start }: Row) => start.slice(11, 16))).toEqual(['11:00', '13:00', '15:30', '16:00'])
})

test('without an order the newest booking comes first', async () => {
  const usual = await app.get('/bookings?limit=100')
  const asked = await app.get('/bookings?limit=100&order=-created')

  expect(usual.body).toEqual(asked.body)
})

test('a cursor belongs to its order', async () => {
  const page = await app.get('/bookings?limit=1&order=start')
  const other = await app.get(`/bookings?limit=1&order=-start&cursor=${page.body.nextCursor}`)
  const none = await app.get(`/bookings?limit=1&cursor=${page.body.nextCursor}`)

  expect(other).toMatchObject({ status: 400, body: { code: 'cursor_mismatch' } })
  expect(none).toMatchObject({ status: 400, body: { code: 'cursor_mismatch' } })
})

test('an order that there is not is refused by name', async () => {
  const { status, body } = await app.get('/bookings?order=name')

  expect(status).toBe(400)
  expect(body.errors).toMatchObject([{ parameter: 'order' }])
})

test('places before 1970 can be continued from', async () => {
  const past = await startTestApp({ now: '1960-01-04T08:00:00Z' })
  for (const hour of ['09', '10', '11']) {
    const start = `1960-01-05T${hour}:00:00Z`
    await good(past.post('/bookings', { eventTypeId: past.eventTypeId, start, guest }), 201)
  }
  const first = await past.get('/bookings?limit=1&order=start')
  const next = await past.get(`/bookings?limit=1&order=start&cursor=${first.body.nextCursor}`)
  await past.close()

  expect(next.body.data).toMatchObject([{ start: '1960-01-05T10:00:00.000Z' }])
})
