// Whole bodies, types and queries that fit no route; bad-input.fuzz.api.test.ts tries each field, parameter and id.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../server.ts'
import { startTestApp, type TestApp } from '../testing/app.ts'
import type { Route } from './route.ts'

let app: TestApp
let known: Record<string, string>
beforeAll(async () => {
  app = await startTestApp()
  const schedule = (await app.get('/schedules')).body.data[0].id
  known = { '/event-types': app.eventTypeId, '/organization/members': app.ownerId, '/schedules': schedule }
})
afterAll(() => app.close())

const deep = () => JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`)

/** What no field of ours accepts, or what a careless one would trip over. */
const values: unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e21,
  '',
  ' ',
  'x'.repeat(5001),
  '\u0000',
  'a\u202eb',
  '\ud83d',
  '=1+1',
  '{{7*7}}',
  "' or 1=1 --",
  '../../etc/passwd',
  'ext:nobody',
  [],
  [null],
  {},
  { a: {} },
  deep(),
  '2030-02-30',
  '9999-12-31T23:59:59Z',
  'Europe/Atlantis',
]

async function send(route: Route, path: string, body?: string, type = 'application/json') {
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method: route.method,
    headers: { authorization: `Bearer ${app.apiKey}`, ...(body !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  })
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
}

type Sent = Awaited<ReturnType<typeof send>>

function expectCivil(answer: Sent, what: string): void {
  expect(answer.status, `${what} answered ${answer.text.slice(0, 300)}`).toBeLessThan(500)
  if (answer.status < 400) return
  expect(answer.type, what).toContain('application/problem+json')
  const problem = JSON.parse(answer.text)
  expect(problem, what).toMatchObject({
    status: answer.status,
    code: expect.any(String),
    requestId: expect.any(String),
  })
  if (problem.code === 'invalid_request' && route400(problem)) expect(problem.errors?.length, what).toBeGreaterThan(0)
}

/** A 400 about a header has no field to point at. */
const route400 = (problem: { detail: string }) => !/Idempotency-Key|valid URL/.test(problem.detail)

const pathOf = (route: Route, id?: string) =>
  route.path.replace(/:\w+/g, id ?? known[route.path.slice(0, route.path.indexOf('/:'))] ?? 'x')

const named = routes.map((route) => [`${route.method} ${route.path}`, route] as const)

test.each(named.filter(([, route]) => route.body))('%s survives every wrong body', async (name, route) => {
  const path = pathOf(route)
  const bodies = [
    ...values.map((value) => JSON.stringify(value)),
    '{',
    '{"a":1,"a":2}',
    '{"__proto__":{"x":1}}',
    'not json',
    '\u00ff',
  ]
  for (const body of bodies) expectCivil(await send(route, path, body), `${name} with ${body.slice(0, 120)}`)
  for (const type of ['text/plain', 'application/xml', 'multipart/form-data', 'nonsense']) {
    expect((await send(route, path, '{"a":1}', type)).status, `${name} as ${type}`).toBe(415)
  }
})

test.each(named.filter(([, route]) => route.method === 'GET'))(
  '%s survives a query that it does not know',
  async (name, route) => {
    for (const value of ['', '0', '%00', 'a'.repeat(600), '[]']) {
      expectCivil(await send(route, `${pathOf(route)}?nonsense=${value}`), `${name}?nonsense=${value}`)
    }
    expectCivil(await send(route, `${pathOf(route)}?limit=1&limit=2&cursor=a&cursor=b`), `${name} with twice the same`)
  },
)

test('unknown paths and methods answer problems too', async () => {
  const nowhere = await fetch(`${app.url}/api/v1/nowhere`, { method: 'POST' })
  const method = await fetch(`${app.url}/api/v1/bookings`, { method: 'PUT' })

  expect([nowhere.status, method.status]).toEqual([404, 405])
  expect(method.headers.get('allow')).toContain('POST')
  expect(await method.json()).toMatchObject({ code: 'method_not_allowed' })
})
