import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, guest, startTestApp, type TestApp } from '../testing/app.ts'
import { addSolo, booked, weekly } from '../testing/factories.ts'
import { expectProblem } from '../testing/problem.ts'

/** As much of the API's document as is needed to ask every route for what it should refuse. */
interface Schema {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  oneOf?: Schema[]
}
interface Operation {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const document: Document = JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8'))
const verbs = ['get', 'post', 'patch', 'put', 'delete']
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([method]) => verbs.includes(method))
    .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
)

/** Values that somebody who means harm, or whose program is wrong, would send. */
const hostile: unknown[] = [
  null,
  '',
  '\u0000',
  '\ud800',
  'x'.repeat(6000),
  0,
  -1,
  0.5,
  1e308,
  2 ** 31,
  true,
  [],
  [null],
  {},
  { '\u0000': '\u0000' },
  { a: {} },
  JSON.parse(`${'['.repeat(60)}${']'.repeat(60)}`),
  1e21,
  ' ',
  'a\u202eb',
  '=1+1',
  '{{7*7}}',
  "' or 1=1 --",
  '../../etc/passwd',
  'ext:nobody',
  'Europe/Atlantis',
  '2030-02-30',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '6100-01-01T00:00:00Z',
  '9999-12-31',
  '0000-01-01',
]

let app: TestApp
let ids: Record<string, string>
beforeAll(async () => {
  app = await startTestApp()
  const { host, typeId } = await addSolo(app, { weekly: weekly('00:00-24:00') }, { seats: 50 })
  const made = await booked(app, typeId, '2030-01-08T09:00Z')
  const manage = new URL(made.body.manageUrl).pathname.split('/').at(-1) ?? ''
  const off = await app.post('/time-off', { startDate: '2031-01-01', endDate: '2031-01-02' })
  const block = await app.post('/busy-blocks', { start: '2031-01-01T09:00:00Z', end: '2031-01-01T10:00:00Z' })
  ids = {
    '/organization/members/{id}': host.id,
    '/schedules/{id}': host.scheduleId,
    '/time-off/{id}': off.body.id,
    '/busy-blocks/{id}': block.body.id,
    '/event-types/{id}': typeId,
    '/bookings/{id}': made.body.id,
    '/public/bookings/{token}': manage,
  }
})
afterAll(() => app.close())

/** The path with real ids where there are any, so that a fault reaches past the 404. */
function fill(path: string): string {
  const known = Object.entries(ids).find(([start]) => path.startsWith(start))
  const real = known ? path.replace(/\{\w+\}/, known[1]) : path
  return real
    .replace('{username}', 'ada')
    .replace('{slug}', '30min')
    .replace(/\{\w+\}/g, 'nobody')
}

async function send(method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${app.apiKey}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const json = (response.headers.get('content-type') ?? '').includes('json') && text !== ''
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text }
}

/** Fine, or a problem that is the caller's own and says so properly. */
function expectAnswered(answer: Answer, what: string): void {
  expect(answer.status, `${what}: ${JSON.stringify(answer.body)}`).toBeLessThan(500)
  if (answer.status < 400) return
  expectProblem(app, answer, { status: answer.status })
  // A 400 about a header or the URL as a whole has no field to point at.
  if (answer.body.code === 'invalid_request' && !/Idempotency-Key|valid URL/.test(answer.body.detail))
    expect(answer.body.errors?.length, what).toBeGreaterThan(0)
}

function fieldsOf(schema: Schema | undefined): string[] {
  if (!schema) return []
  if (schema.$ref) return fieldsOf(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''])
  return [
    ...new Set([...Object.keys(schema.properties ?? {}), ...(schema.anyOf ?? schema.oneOf ?? []).flatMap(fieldsOf)]),
  ]
}

/** A body that would be right, where one is needed before a single field can be wrong. */
const rights: Record<string, object> = {
  'POST /bookings': { start: '2030-01-09T09:00:00Z', guest },
  'POST /bookings/preview': { start: '2030-01-09T09:00:00Z', guest },
  'POST /public/users/{username}/{slug}/bookings': { start: '2030-01-09T09:00:00Z', guest },
  'POST /event-types': { title: 'Fuzzed', durationMinutes: 30 },
  'POST /schedules': { timezone: 'UTC', weekly: [] },
  'POST /time-off': {},
  'POST /busy-blocks': { start: '2031-01-01T09:00:00Z', end: '2031-01-01T10:00:00Z' },
  'POST /organization/members': { email: 'fuzz@example.com', name: 'Fuzz', timezone: 'UTC' },
  'POST /organization/invitations': { email: 'fuzz@example.org' },
  'POST /api-keys': { name: 'Fuzz', scopes: ['bookings:read'] },
}

describe('a field of a body, hostile in every way', () => {
  const withBody = operations.filter(({ operation }) => operation.requestBody)

  test.each(withBody.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s',
    async (name, { method, path, operation }) => {
      const fields = fieldsOf(operation.requestBody?.content['application/json']?.schema)
      const right =
        name.startsWith('POST /bookings') && /s$|preview$/.test(path) ? { eventTypeId: ids['/event-types/{id}'] } : {}
      for (const field of fields) {
        const answers = await Promise.all(
          hostile.map((value) => send(method, fill(path), { ...right, ...rights[name], [field]: value })),
        )
        for (const [i, answer] of answers.entries()) {
          expectAnswered(answer, `${field} = ${JSON.stringify(hostile[i])?.slice(0, 60)}`)
        }
      }
    },
  )
})

describe('a query parameter, hostile in every way', () => {
  const values = [
    '',
    '%00',
    '%ED%A0%80',
    '%ff',
    '-1',
    '1e400',
    '0',
    'x'.repeat(3000),
    '[]',
    '{}',
    "'--",
    'ext:',
    'ext:%00',
  ]
    .concat(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '6100-01-01T00:00:00Z'])
    .concat([encodeURIComponent('{"k":1}'), 'bnVsbA', 'W10', 'eyJ2IjpbXX0', '1e9', 'NaN', 'x', '2030-01-01', 'true'])
  const lists = operations.filter(
    ({ method, operation }) => method === 'GET' && operation.parameters?.some((one) => one.in === 'query'),
  )

  test.each(lists.map((one) => [one.path, one] as const))('%s', async (_, { path, operation }) => {
    const names = (operation.parameters ?? []).filter((one) => one.in === 'query').map((one) => one.name)
    const range = path.endsWith('/slots') ? ['start=2030-01-08T00:00:00Z', 'end=2030-01-09T00:00:00Z'] : []
    for (const name of names) {
      const kept = range.filter((one) => !one.startsWith(`${name}=`))
      const asked = values.map((value) => `${fill(path)}?${[...kept, `${name}=${value}`].join('&')}`)
      for (const [i, answer] of (await Promise.all(asked.map((to) => send('GET', to)))).entries()) {
        expectAnswered(answer, asked[i]?.slice(0, 200) ?? '')
      }
    }
  })
})

describe('an id in a path, hostile in every way', () => {
  const values = [
    '%00',
    '%ED%A0%80',
    '%ff',
    '%zz',
    '..%2f',
    '%2e',
    'ext:',
    'ext:%00',
    'ext:%ED%A0%80',
    '-',
    'x'.repeat(4000),
    '%F0%9F%92%A9',
    'ext:nobody',
    '%E0%A4%A',
    '..%2F..',
    'a'.repeat(299),
    'usr_%F0%9F%98%80',
    "'--",
  ]
  const named = operations.filter(({ path }) => path.includes('{'))

  test.each(named.map((one) => [`${one.method} ${one.path}`, one] as const))(
    '%s',
    async (_, { method, path, operation }) => {
      for (const value of values) {
        const body = operation.requestBody ? { start: '2030-01-08T09:00:00Z' } : undefined
        const answer = await send(method, path.replace(/\{\w+\}/g, value), body)
        expectAnswered(answer, value)
        // A lone dot leads to the path above, which may be a list.
        if (value !== '%2e') expect(answer.status, value).toBeGreaterThanOrEqual(400)
      }
    },
  )
})

test('years that no calendar of ours reaches list nothing, or are refused', async () => {
  for (const year of ['0000', '0001', '1582', '1969', '2500', '6053', '6054', '8000', '9998']) {
    const next = String(Number(year) + 1).padStart(4, '0')
    const answer = await send(
      'GET',
      `/event-types/${ids['/event-types/{id}']}/slots?start=${year}-06-01T00:00:00Z&end=${next}-01-01T00:00:00Z&explain=true`,
    )
    expectAnswered(answer, year)
  }
})
