import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../testing/app.ts'
import { routeTable } from './table.ts'

const find = routeTable([
  { method: 'GET', path: '/things', value: 'list' },
  { method: 'GET', path: '/things/newest', value: 'newest' },
  { method: 'GET', path: '/things/:id', value: 'get' },
  { method: 'DELETE', path: '/things/:id', value: 'delete' },
  { method: 'GET', path: '/things/:id/parts/:part', value: 'part' },
])

test.each([
  ['GET', '/things', { value: 'list', params: {} }],
  ['GET', '/things/newest', { value: 'newest', params: {} }],
  ['GET', '/things/ext:7', { value: 'get', params: { id: 'ext:7' } }],
  ['DELETE', '/things/newest', { value: 'delete', params: { id: 'newest' } }],
  ['GET', '/things/a/parts/b', { value: 'part', params: { id: 'a', part: 'b' } }],
  ['POST', '/things', undefined],
  ['GET', '/thing', undefined],
  ['GET', '/things/', undefined],
  ['GET', '/things/a/parts', undefined],
  ['GET', '/things/%E0%A4%A', undefined],
])('%s %s leads to the first route that it fits as it is written', (method, path, found) => {
  expect(find(method, path)).toEqual(found)
})

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.close())

test('a path that is written in another way is still found: the other case, a slash at the end, encoded', async () => {
  const encoded = `%65${app.eventTypeId.slice(1)}`
  const paths = ['/API/v1/me', '/api/v1/me/', `/api/v1/event-types/${encoded}`]
  const headers = { authorization: `Bearer ${app.apiKey}` }
  const statuses = await Promise.all(paths.map(async (path) => (await fetch(app.url + path, { headers })).status))

  expect(statuses).toEqual([200, 200, 200])
})
