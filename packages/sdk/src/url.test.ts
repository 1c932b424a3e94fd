import { expect, test } from 'vitest'
import { impatient, serve } from './testing/server.ts'
import { queryString } from './url.ts'

test('a query is flat, with arrays joined and dates as instants', () => {
  const query = { 'start[gte]': new Date(0), status: ['a', 'b'], limit: 5, explain: true, none: undefined, nil: null }
  expect(decodeURIComponent(queryString(query))).toBe(
    '?start[gte]=1970-01-01T00:00:00.000Z&status=a,b&limit=5&explain=true',
  )
  expect(queryString()).toBe('')
  expect(queryString({ none: undefined })).toBe('')
})

test('an empty list filters for nothing, instead of not at all', () => {
  expect(queryString({ hostId: [] })).toBe('?hostId=')
})

test('an id cannot leave its place in the path', async () => {
  const { url, received } = await serve({ body: {} })
  const { letsmeet } = impatient(url)
  await letsmeet.bookings.get('ext:a/b?c#d')
  expect(received[0]?.url).toBe('/api/v1/bookings/ext%3Aa%2Fb%3Fc%23d')
  for (const id of ['', '.', '..'])
    expect(() => letsmeet.bookings.get(id)).toThrow(`An id in a path cannot be "${id}".`)
  await expect(letsmeet.request({ method: 'GET', path: 'bookings' })).rejects.toThrow('A path starts with "/"')
  expect(received).toHaveLength(1)
})
