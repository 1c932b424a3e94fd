import { expect, test } from 'vitest'
import { LetsMeetError, Page } from './index.ts'
import { impatient, problem, serve } from './testing/server.ts'

const pages = [
  { body: { data: [{ id: 'bk_1' }, { id: 'bk_2' }], nextCursor: 'c1' } },
  { body: { data: [{ id: 'bk_3' }, { id: 'bk_4' }], nextCursor: 'c2' } },
  { body: { data: [{ id: 'bk_5' }], nextCursor: null } },
]

test('awaiting a list gives its first page', async () => {
  const { url, received } = await serve(...pages)
  const page = await impatient(url).letsmeet.bookings.list()
  expect(page).toBeInstanceOf(Page)
  expect(page.data.map(({ id }) => id)).toEqual(['bk_1', 'bk_2'])
  expect(page.nextCursor).toBe('c1')
  expect(page.hasNextPage()).toBe(true)
  expect(JSON.parse(JSON.stringify(page))).toEqual(pages[0]?.body)
  expect(received).toHaveLength(1)
})

test('for await goes over everything, with the filters on every page', async () => {
  const { url, received } = await serve(...pages)
  const ids: string[] = []
  const list = impatient(url).letsmeet.bookings.list({ limit: 2, 'start[gte]': new Date(0) })
  for await (const booking of list) ids.push(booking.id)
  expect(ids).toEqual(['bk_1', 'bk_2', 'bk_3', 'bk_4', 'bk_5'])
  const filters = '/api/v1/bookings?limit=2&start%5Bgte%5D=1970-01-01T00%3A00%3A00.000Z'
  expect(received.map(({ url }) => url)).toEqual([filters, `${filters}&cursor=c1`, `${filters}&cursor=c2`])
})

test('a page goes on from where it is', async () => {
  const { url } = await serve(...pages)
  const second = await (await impatient(url).letsmeet.bookings.list()).nextPage()
  const ids: string[] = []
  for await (const booking of second) ids.push(booking.id)
  expect(ids).toEqual(['bk_3', 'bk_4', 'bk_5'])
})

test('there is no page after the last one', async () => {
  const { url } = await serve(...pages.slice(2))
  const page = await impatient(url).letsmeet.bookings.list()
  expect(page.hasNextPage()).toBe(false)
  await expect(page.nextPage()).rejects.toThrow(LetsMeetError)
})

test('byPage gives whole pages', async () => {
  const { url } = await serve(...pages)
  const sizes: number[] = []
  for await (const page of impatient(url).letsmeet.bookings.list().byPage()) sizes.push(page.data.length)
  expect(sizes).toEqual([2, 2, 1])
})

test('toArray gives all, or as many as asked without reading further', async () => {
  const all = await serve(...pages)
  expect(await impatient(all.url).letsmeet.bookings.list().toArray()).toHaveLength(5)

  const some = await serve(...pages)
  const items = await impatient(some.url).letsmeet.bookings.list().toArray({ limit: 3 })
  expect(items.map(({ id }) => id)).toEqual(['bk_1', 'bk_2', 'bk_3'])
  expect(some.received).toHaveLength(2)
  expect(await impatient(some.url).letsmeet.bookings.list().toArray({ limit: 0 })).toEqual([])
})

test('leaving the loop reads no further page', async () => {
  const { url, received } = await serve(...pages)
  for await (const booking of impatient(url).letsmeet.bookings.list()) if (booking.id === 'bk_2') break
  expect(received).toHaveLength(1)
})

test('a page that fails on the way is retried, and its error reaches the loop', async () => {
  const [first = {}, second = {}] = pages
  const retried = await serve(first, problem(503, 'unavailable'), second, problem(400, 'cursor_mismatch'))
  const ids: string[] = []
  const loop = async () => {
    for await (const booking of impatient(retried.url).letsmeet.bookings.list()) ids.push(booking.id)
  }
  await expect(loop()).rejects.toMatchObject({ code: 'cursor_mismatch' })
  expect(ids).toEqual(['bk_1', 'bk_2', 'bk_3', 'bk_4'])
})

test('withResponse tells of the first page', async () => {
  const { url } = await serve({ ...pages[2], headers: { 'request-id': 'req_9' } })
  const { data, response, requestId } = await impatient(url).letsmeet.bookings.list().withResponse()
  expect([data.data.length, response.status, requestId]).toEqual([1, 200, 'req_9'])
})
