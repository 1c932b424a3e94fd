import { type ErrorCode, statusOf, titleOf } from '../errors.ts'
import { exampleOf } from './openapi-examples.ts'
import { codesOf, isPaged, isShared, isTagged, namedExample, sharedExample, takesKey } from './openapi-problems.ts'
import type { Schema, Schemas } from './openapi-schema.ts'
import { usualFiles } from './openapi-usual.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** Every answer of an operation; `path` is where the examples were asked. */
export function responsesOf(one: Route, routes: readonly Route[], schemas: Schemas, path: string): Json {
  const responses: Record<string, Json> = { [one.status]: success(one, schemas) }
  if (isTagged(one)) responses[304] = { description: 'What you have is current; see `If-None-Match`.' }
  const byStatus = Map.groupBy(codesOf(one, routes), statusOf)
  for (const [status, codes] of byStatus) responses[status] = problems(one, codes, path)
  responses.default = { $ref: '#/components/responses/any', description: 'Any other problem.' }
  return responses
}

function success(one: Route, schemas: Schemas): Json {
  const headers = [isTagged(one) && 'ETag', isPaged(one) && 'Link', takesKey(one) && 'Idempotent-Replayed']
  const common = ['Request-Id', 'RateLimit', 'RateLimit-Policy']
  const names = [...headers.filter((name) => name !== false), ...common]
  const described = {
    description: one.status === 204 ? 'Done; there is nothing to say.' : isPaged(one) ? 'A page of the list.' : 'Done.',
    headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  }
  if (!one.returns) return described
  const schema = schemas.of(one.returns, 'output')
  const media = one.produces?.split(';')[0] ?? 'application/json'
  const example = usualFiles[media] ?? exampleOf(schemas, schema, 'output')
  return { ...described, content: { [media]: inExample(schema, example) } }
}

/** A schema with one example of it. */
export const inExample = (schema: Schema, value: unknown): Json => ({ schema, examples: { usual: { value } } })

const inProblem = (examples: Json): Json => ({
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' }, examples } },
})

function problems(one: Route, codes: readonly ErrorCode[], path: string): Json {
  const description = codes.map((code) => `\`${code}\`: ${titleOf(code)}.`).join(' ')
  const [only, more] = codes
  // Descriptions beside a reference are OpenAPI 3.1: a reader need not follow it to know the codes.
  if (only && !more && isShared(only)) return { $ref: `#/components/responses/${only}`, description }
  const examples = codes.map((code) => [
    code,
    isShared(code) ? { $ref: `#/components/examples/${code}` } : namedExample(code, one, path),
  ])
  return { description, ...headersOf(codes), ...inProblem(Object.fromEntries(examples)) }
}

/** The answers that operations share: problems that are alone at their status and read the same everywhere. */
export function sharedResponses(routes: readonly Route[]): Json {
  const shared = new Set<ErrorCode>()
  for (const one of routes) {
    for (const [only, more] of Map.groupBy(codesOf(one, routes), statusOf).values())
      if (only && !more && isShared(only)) shared.add(only)
  }
  const responses = [...shared].map((code) => {
    const examples = { [code]: { $ref: `#/components/examples/${code}` } }
    return [code, { description: `${titleOf(code)}.`, ...headersOf([code]), ...inProblem(examples) }]
  })
  const any = { description: 'Any other problem.', ...inProblem({ internal: sharedExample('internal') }) }
  return { ...Object.fromEntries(responses), any }
}

const retried: readonly ErrorCode[] = ['quota_exceeded', 'unavailable', 'idempotency_in_progress']

function headersOf(codes: readonly ErrorCode[]): Json {
  const names = [
    ...(codes.some((code) => retried.includes(code)) ? ['Retry-After'] : []),
    ...(codes.includes('unauthenticated') ? ['WWW-Authenticate'] : []),
  ]
  if (names.length === 0) return {}
  return { headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])) }
}
