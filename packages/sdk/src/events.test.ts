import { expect, test } from 'vitest'
import { AbortedError } from './index.ts'
import { impatient, serve } from './testing/server.ts'

const pages = [
  { body: { data: [{ id: 'evt_2' }, { id: 'evt_3' }], nextCursor: 'evt_3' } },
  { body: { data: [{ id: 'evt_4' }], nextCursor: null } },
]
const begin = '/api/v1/events?after=evt_1'

test('catchUp reads all events after one, in order, page by page', async () => {
  const { url, received } = await serve(...pages)
  const ids: string[] = []
  for await (const { id } of impatient(url).letsmeet.events.catchUp({ after: 'evt_1', type: 'booking.*' })) ids.push(id)
  expect(ids).toEqual(['evt_2', 'evt_3', 'evt_4'])
  const first = `${begin}&type=booking.*&limit=100`
  expect(received.map(({ url }) => url)).toEqual([first, `${first}&cursor=evt_3`])
})

test('catchUp reads no page before it is needed', async () => {
  const { url, received } = await serve(...pages)
  const events = impatient(url).letsmeet.events.catchUp({ after: 'evt_1' })
  expect(received).toHaveLength(0)
  await events.next()
  await events.next()
  await events.return()
  expect(received.map(({ url }) => url)).toEqual([`${begin}&limit=100`])
})

test('catchUp ends with its signal', async () => {
  const { url } = await serve(...pages)
  const stop = new AbortController()
  const events = impatient(url).letsmeet.events.catchUp({ after: 'evt_1', signal: stop.signal })
  await events.next()
  stop.abort()
  await events.next()
  await expect(events.next()).rejects.toThrow(AbortedError)
})
