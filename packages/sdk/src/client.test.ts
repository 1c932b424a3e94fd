import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import { afterEach, expect, expectTypeOf, test, vi } from 'vitest'
import { type ApiPromise, type Booking, LetsMeet, LetsMeetError } from './index.ts'
import { impatient, serve } from './testing/server.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test('key and server come from the environment when they are not given', async () => {
  const { url, received } = await serve({ body: {} })
  vi.stubEnv('LETSMEET_API_KEY', 'lm_test_fromEnvironment')
  vi.stubEnv('LETSMEET_URL', url)
  await new LetsMeet().bookings.get('bk_1')
  await new LetsMeet({ apiKey: 'lm_test_given\n', baseUrl: `${url}/api/v1/` }).bookings.get('bk_1')
  await new LetsMeet({ apiKey: '' }).bookings.get('bk_1')
  expect(received.map(({ url, headers }) => [url, headers.authorization])).toEqual([
    ['/api/v1/bookings/bk_1', 'Bearer lm_test_fromEnvironment'],
    ['/api/v1/bookings/bk_1', 'Bearer lm_test_given'],
    ['/api/v1/bookings/bk_1', undefined],
  ])
})

test('it names itself with its version', async () => {
  const { url, received } = await serve({ body: {} })
  await impatient(url).letsmeet.bookings.get('bk_1')
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  expect(received[0]?.headers['user-agent']).toBe(`letsmeet-sdk/${version}`)
})

test.each(['meet.example.com', 'ftp://example.com', 'http://', 'https://exa mple.com', '/api/v1'])(
  'the base URL %s is refused',
  (baseUrl) => {
    expect(() => new LetsMeet({ baseUrl })).toThrow(`baseUrl must be like https://meet.example.com, not "${baseUrl}".`)
  },
)

test('a live key is refused in a browser unless that is asked for', () => {
  vi.stubGlobal('window', { document: {} })
  vi.stubGlobal('navigator', {})
  expect(() => new LetsMeet({ apiKey: 'lm_live_x' })).toThrow(LetsMeetError)
  expect(() => new LetsMeet({ apiKey: 'lm_live_x' })).toThrow('can be read by every visitor')
  new LetsMeet({ apiKey: 'lm_live_x', dangerouslyAllowBrowser: true })
  new LetsMeet({ apiKey: 'lm_test_x' })
  new LetsMeet({})
})

test('a client runs where there is no process and where the environment is closed', () => {
  vi.stubGlobal('process', undefined)
  new LetsMeet()
  const env = new Proxy(
    {},
    {
      get: () => {
        throw new Error('NotCapable')
      },
    },
  )
  vi.stubGlobal('process', { env })
  new LetsMeet()
})

test('withResponse gives the answer and its request id', async () => {
  const { url } = await serve({ body: { id: 'bk_1' }, headers: { etag: '"3"', 'request-id': 'req_7' } })
  const call = impatient(url).letsmeet.bookings.get('bk_1')
  expectTypeOf(call).toEqualTypeOf<ApiPromise<Booking>>()
  const { data, response, requestId } = await call.withResponse()
  expect([data.id, response.status, response.headers.get('etag'), requestId]).toEqual(['bk_1', 200, '"3"', 'req_7'])
  expect(await call).toBe(data)
  expect(await Promise.all([call])).toEqual([data])
  expect(await call.then(({ id }) => id).finally(() => {})).toBe('bk_1')
})

test('a call can bring headers, an ETag and its own fetch', async () => {
  const { url, received } = await serve({ status: 204 })
  const seen: string[] = []
  const { letsmeet } = impatient(url, {
    fetch: (target, init) => {
      seen.push(`${init.method} ${target}`)
      return fetch(target, init)
    },
  })
  const call = { method: 'patch', path: '/api/v1/me', body: { name: 'Ada' } }
  expect(await letsmeet.request(call, { ifMatch: '3', headers: { 'x-trace': 't1', 'user-agent': '' } })).toBeUndefined()
  await letsmeet.request(call, { ifMatch: '"3"' })
  expect(received[0]?.headers).toMatchObject({ 'if-match': '"3"', 'x-trace': 't1', 'content-type': 'application/json' })
  expect(received[1]?.headers).toMatchObject({ 'if-match': '"3"' })
  expect(received[0]).toMatchObject({ method: 'PATCH', body: '{"name":"Ada"}' })
  expect(seen).toEqual([`PATCH ${url}/api/v1/me`, `PATCH ${url}/api/v1/me`])
})

test('request answers by content type', async () => {
  const stream = 'id: 1\nevent: webhook\ndata: {}\n\n'
  const { url, received } = await serve(
    { body: { ok: true } },
    { body: 'openapi: 3.1.0', headers: { 'content-type': 'application/yaml' } },
    { body: stream, headers: { 'content-type': 'text/event-stream' } },
    { body: 'PNG', headers: { 'content-type': 'image/png' } },
  )
  const { letsmeet } = impatient(url)
  expect(await letsmeet.request({ method: 'GET', path: '/readyz' })).toEqual({ ok: true })
  expect(await letsmeet.request({ method: 'GET', path: '/api/v1/openapi.yaml' })).toBe('openapi: 3.1.0')
  const events = await letsmeet.request<ReadableStream<Uint8Array>>({ method: 'GET', path: '/api/v1/stream' })
  expect(await new Response(events).text()).toBe(stream)
  expect(await letsmeet.request<Blob>({ method: 'GET', path: '/logo.png' }).then((logo) => logo.text())).toBe('PNG')
  expect(received[0]?.headers.accept).toBe('*/*')
})

test('raw bodies are sent as they are', async () => {
  const { url, received } = await serve({ body: {} })
  const { letsmeet } = impatient(url)
  const headers = { 'content-type': 'text/csv' }
  await letsmeet.request({ method: 'POST', path: '/api/v1/contacts/import', body: 'name,email', headers })
  await letsmeet.request({ method: 'POST', path: '/api/v1/contacts/import', body: new Blob(['name']), headers })
  expect(received.map(({ body, headers }) => [body, headers['content-type']])).toEqual([
    ['name,email', 'text/csv'],
    ['name', 'text/csv'],
  ])
  const stream = letsmeet.request({ method: 'POST', path: '/api/v1/contacts/import', body: new Blob().stream() })
  await expect(stream).rejects.toThrow('A stream cannot be sent again: send a Blob.')
})

test('the key shows in no print of the client', () => {
  const letsmeet = new LetsMeet({ apiKey: 'lm_test_secret' })
  expect(inspect(letsmeet, { depth: 9, showHidden: true }) + JSON.stringify(letsmeet)).not.toContain('lm_test_secret')
})
