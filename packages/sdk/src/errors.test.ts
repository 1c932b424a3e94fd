import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import {
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  GoneError,
  isCode,
  LetsMeetError,
  NotFoundError,
  PermissionError,
  PreconditionFailedError,
  RateLimitError,
  ServerError,
  UnprocessableError,
} from './index.ts'
import { impatient, problem, type Reply, serve } from './testing/server.ts'

async function failureOf(reply: Reply) {
  const { url } = await serve(reply)
  return impatient(url, { maxRetries: 0 })
    .letsmeet.bookings.get('bk_1')
    .catch((error: unknown) => error)
}

test.each([
  [400, BadRequestError],
  [401, AuthenticationError],
  [403, PermissionError],
  [404, NotFoundError],
  [405, ApiError],
  [409, ConflictError],
  [410, GoneError],
  [412, PreconditionFailedError],
  [413, ApiError],
  [422, UnprocessableError],
  [429, RateLimitError],
  [500, ServerError],
  [503, ServerError],
])('%i is a %o', async (status, Class) => {
  const error = await failureOf(problem(status, 'a_code'))
  expect(error).toBeInstanceOf(Class)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toBeInstanceOf(LetsMeetError)
  expect(error).toMatchObject({ name: Class.name, status, code: 'a_code', requestId: 'req_1' })
})

test('the problem is kept whole, and the message says what matters', async () => {
  const errors = [
    { pointer: '#/guest/email', code: 'invalid_format', detail: 'Not an e-mail address.' },
    { parameter: 'limit', code: 'too_big', detail: 'At most 100.' },
  ]
  const error = await failureOf(
    problem(400, 'invalid_request', { detail: 'The request is not valid.', errors, start: 'x' }),
  )
  expect(error).toMatchObject({ errors, problem: { title: 'A title', start: 'x' } })
  expect(String(error)).toBe(
    'BadRequestError: A title. #/guest/email: Not an e-mail address. limit: At most 100. ' +
      '[400 invalid_request, req_1]',
  )
})

test('isCode knows codes by their names', async () => {
  const error = await failureOf(problem(409, 'slot_unavailable'))
  expect(isCode(error, 'slot_unavailable')).toBe(true)
  expect(isCode(error, 'not_found', 'slot_unavailable')).toBe(true)
  expect(isCode(error, 'not_found')).toBe(false)
  expect(isCode(new Error('slot_unavailable'), 'slot_unavailable')).toBe(false)
  if (isCode(error, 'slot_unavailable')) error.code satisfies 'slot_unavailable'
})

test.each([
  ['HTML', { status: 502, body: '<h1>Bad gateway</h1>' }],
  ['a JSON of its own', { status: 502, body: { errors: { message: 'down' } } }],
  ['broken JSON', { status: 502, body: '{"code":', headers: { 'content-type': 'application/json' } }],
  ['nothing', { status: 502 }],
])('a proxy that answers with %s is a ServerError too', async (_, reply) => {
  const error = await failureOf(reply)
  expect(error).toBeInstanceOf(ServerError)
  expect(error).toMatchObject({ code: 'http_502', problem: { title: 'Bad Gateway', status: 502 }, retryable: true })
})

test('a success that is not the API says so', async () => {
  const page = await failureOf({ body: '<h1>Welcome to nginx!</h1>' })
  expect(String(page)).toMatch(/answered with text\/html, not JSON\. Is baseUrl the LetsMeet server\?/)
  const broken = await failureOf({ body: '{"id":', headers: { 'content-type': 'application/json' } })
  expect(String(broken)).toBe('LetsMeetError: The server sent JSON that cannot be parsed.')
})

test('a write that is redirected is an error, because its body is lost', async () => {
  const target = await serve({ body: { data: [], nextCursor: null } })
  const { url } = await serve({ status: 301, headers: { location: `${target.url}/api/v1/bookings` } })
  const failure = impatient(url).letsmeet.request({ method: 'POST', path: '/api/v1/bookings', body: {} })
  await expect(failure).rejects.toThrow(`${url} redirects to ${target.url}, which loses writes: use that as baseUrl.`)
})

test('a logged error shows the problem once, and where the call was made', async () => {
  const error = await failureOf(problem(409, 'slot_unavailable'))
  const shown = inspect(error)
  expect(shown.match(/slot_unavailable/g)).toHaveLength(2)
  expect(shown).toContain('errors.test.ts')
  expect(shown).not.toContain('Headers')
})
