import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiDocument, routes } from '../server.ts'
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

const ids = ['x', 'ext:', 'ext:nobody', '%00', '%E0%A4%A', '..%2F..', 'a'.repeat(299), 'usr_\u{1f600}', "'--"]

/** Written once: it takes a moment, and there are many routes. */
const document = apiDocument() as unknown as Document

/** The names of a body's fields, two levels deep, from the document that callers read. */
function fieldsOf(route: Route): string[] {
  const path = route.path.replace(/:(\w+)/g, '{$1}')
  const schema = document.paths[path]?.[route.method.toLowerCase()]?.requestBody?.content['application/json']?.schema
  return Object.keys(propertiesOf(schema, document))
}

interface Schema {
  $ref?: string
  properties?: Record<string, Schema>
  anyOf?: Schema[]
}
interface Document {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>>
  components: { schemas: Record<string, Schema> }
}

function propertiesOf(schema: Schema | undefined, document: Document): Record<string, Schema> {
  if (!schema) return {}
  if (schema.$ref) return propertiesOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''], document)
  return Object.assign({}, schema.properties, ...(schema.anyOf ?? []).map((one) => propertiesOf(one, document)))
}

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
  for (const field of fieldsOf(route)) for (const value of values) bodies.push(JSON.stringify({ [field]: value }))
  bodies.push(JSON.stringify(Object.fromEntries(fieldsOf(route).map((field) => [field, 0.5]))))
  for (const body of bodies) expectCivil(await send(route, path, body), `${name} with ${body.slice(0, 120)}`)
  for (const type of ['text/plain', 'application/xml', 'multipart/form-data', 'nonsense']) {
    expect((await send(route, path, '{"a":1}', type)).status, `${name} as ${type}`).toBe(415)
  }
})

test.each(named.filter(([, route]) => route.path.includes(':')))('%s survives every wrong id', async (name, route) => {
  for (const id of ids) {
    const answer = await send(route, pathOf(route, encodeURI(id).replaceAll('%25', '%')), route.body ? '{}' : undefined)
    expectCivil(answer, `${name} with the id ${id}`)
    expect(answer.status, `${name} with the id ${id}`).toBeGreaterThanOrEqual(400)
  }
})

test.each(named.filter(([, route]) => route.method === 'GET'))('%s survives every wrong query', async (name, route) => {
  const parameters = [
    'limit',
    'cursor',
    'start',
    'end',
    'timezone',
    'status',
    'userId',
    'nonsense',
    'start[gte]',
    'at',
    'duration',
  ]
  for (const parameter of parameters) {
    for (const value of ['', '0', '-1', '1e9', 'NaN', '%00', 'x', '2030-01-01', 'a'.repeat(600), '[]', 'true']) {
      expectCivil(await send(route, `${pathOf(route)}?${parameter}=${value}`), `${name}?${parameter}=${value}`)
    }
  }
  expectCivil(await send(route, `${pathOf(route)}?limit=1&limit=2&cursor=a&cursor=b`), `${name} with twice the same`)
})

test('unknown paths and methods answer problems too', async () => {
  const nowhere = await fetch(`${app.url}/api/v1/nowhere`, { method: 'POST' })
  const method = await fetch(`${app.url}/api/v1/bookings`, { method: 'PUT' })

  expect([nowhere.status, method.status]).toEqual([404, 405])
  expect(method.headers.get('allow')).toContain('POST')
  expect(await method.json()).toMatchObject({ code: 'method_not_allowed' })
})
