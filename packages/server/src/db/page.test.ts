import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

const block = (minute: number) => {
  const start = Date.UTC(2030, 1, 1) + minute * 60_000
  return { start: new Date(start).toISOString(), end: new Date(start + 60_000).toISOString() }
}

test('pages neither skip nor repeat while rows are added', async () => {
  const made: string[] = []
  for (let i = 0; i < 30; i++) made.push((await app.post('/busy-blocks', block(i))).body.id)
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page: { body: { data: { id: string }[]; nextCursor: string | null } } = await app.get(
      `/busy-blocks?limit=7${cursor ? `&cursor=${cursor}` : ''}`,
    )
    seen.push(...page.body.data.map((row) => row.id))
    cursor = page.body.nextCursor
    await app.post('/busy-blocks', block(100 + seen.length))
  } while (cursor)

  expect(seen).toEqual(made.toReversed())
})

test('the next page is linked', async () => {
  const page = await app.get('/busy-blocks?limit=2')
  const link = /^<(.+)>; rel="next"$/.exec(page.headers.get('link') ?? '')?.[1] ?? ''
  const next = await app.get(link)

  expect(next.status).toBe(200)
  expect(next.body.data).toHaveLength(2)
  expect(next.body.data[0].id).not.toBe(page.body.data[0].id)
})

test('a cursor belongs to its filters', async () => {
  const page = await app.get('/bookings?limit=1&status=confirmed')
  const blocks = await app.get('/busy-blocks?limit=1')
  const other = await app.get(`/bookings?limit=1&cursor=${blocks.body.nextCursor}`)
  const forged = await app.get('/busy-blocks?cursor=forged')

  expect(page.status).toBe(200)
  expect(other).toMatchObject({ status: 400, body: { code: 'cursor_mismatch' } })
  expect(forged).toMatchObject({ status: 400, body: { errors: [{ parameter: 'cursor' }] } })
})

test('unknown parameters and limits out of range are refused by name', async () => {
  const unknown = await app.get('/bookings?colour=red')
  const limit = await app.get('/bookings?limit=101')

  expect(unknown).toMatchObject({ status: 400, body: { errors: [{ parameter: 'colour', code: 'unknown_parameter' }] } })
  expect(limit).toMatchObject({ status: 400, body: { errors: [{ parameter: 'limit' }] } })
})
