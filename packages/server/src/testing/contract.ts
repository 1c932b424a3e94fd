import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dereference, type OutputUnit, type Schema, validate } from '@cfworker/json-schema'

/** An answer as a test saw it; `path` is below `/api/v1`, without its query. */
export interface Seen {
  method: string
  path: string
  status: number
  type: string
  body: unknown
}

interface Declared {
  $ref?: string
  content?: Record<string, { schema: Schema; examples?: Record<string, unknown> }>
}
interface Operation {
  responses: Record<string, Declared>
}
export interface Document extends Schema {
  paths: Record<string, Record<string, Operation>>
  components: { responses?: Record<string, Declared>; schemas: Record<string, Schema> }
}

/** Throws when an answer is not what the API document promises. */
export type Contract = (seen: Seen) => void

/** The contract of the committed document; another test says when that is stale. */
export function committedContract(): Contract {
  contract ??= createContract(JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi.json'), 'utf8')))
  return contract
}
let contract: Contract | undefined

export function createContract(written: Document): Contract {
  const document = withoutExamples(written)
  const lookup = dereference(document)
  const routes = Object.entries(document.paths).map(([path, item]) => ({ ...patternOf(path), item }))
  // The more of a path is written out, the nearer it is: `/bookings/preview` before `/bookings/{id}`.
  routes.sort((a, b) => a.parameters - b.parameters)
  return (seen) => {
    const fail = (what: string): never => {
      const answer = JSON.stringify(seen.body).slice(0, 600)
      throw new Error(
        `${seen.method} ${seen.path} answered ${seen.status}: ${what}\n${answer}\nIf it should be so, change the route and run \`npm run generate\`.`,
      )
    }
    const declared = declaredOf(document, operationFor(routes, seen), seen, fail)
    if (!declared) return
    const media = declared.content?.[seen.type]
    if (!media) {
      if (declared.content || seen.body !== '') fail(`the API document promises no ${seen.type || 'body'} with it.`)
      return
    }
    if (!seen.type.includes('json')) return
    const { valid, errors } = validate(seen.body, media.schema, '2020-12', lookup, false)
    if (!valid) fail(`that is not what the API document promises.\n${reasons(errors)}`)
    const code = codeOf(seen)
    if (code !== undefined && media.examples && !(code in media.examples))
      fail(`the route does not declare \`${code}\` in its \`errors\`.`)
  }
}

/** The same without the values of examples, whose ids the validator would take for those of schemas. */
function withoutExamples(document: Document): Document {
  return JSON.parse(
    JSON.stringify(document, (key, value) => {
      if (key === 'example') return undefined
      return key === 'examples' ? Object.fromEntries(Object.keys(value).map((name) => [name, {}])) : value
    }),
  )
}

type Routes = { pattern: RegExp; item: Record<string, Operation> }[]

function operationFor(routes: Routes, { method, path }: Seen): Operation | 'other method' | undefined {
  const found = routes.filter(({ pattern }) => pattern.test(path))
  const operation = found.map(({ item }) => item[method.toLowerCase()]).find((one) => one !== undefined)
  return operation ?? (found.length > 0 ? 'other method' : undefined)
}

function declaredOf(
  document: Document,
  operation: Operation | 'other method' | undefined,
  { status, path }: Seen,
  fail: (what: string) => never,
): Declared | undefined {
  if (operation === undefined || operation === 'other method') {
    // The document does not describe itself.
    if (path.startsWith('/openapi.')) return undefined
    const expected = operation ? 405 : 404
    if (status !== expected) fail(`the API document has no such operation, so ${expected} is the answer.`)
    return { content: { 'application/problem+json': { schema: document.components.schemas.Problem ?? {} } } }
  }
  const declared = operation.responses[status] ?? fail('the API document does not declare this status.')
  const name = declared.$ref?.replace('#/components/responses/', '')
  return name === undefined ? declared : document.components.responses?.[name]
}

const codeOf = ({ type, body }: Seen): string | undefined =>
  type === 'application/problem+json' && typeof body === 'object' && body !== null && 'code' in body
    ? String(body.code)
    : undefined

function patternOf(path: string) {
  const parts = path.split('/').map((part) => (part.startsWith('{') ? '[^/]+' : part.replaceAll('.', '\\.')))
  return { pattern: new RegExp(`^${parts.join('/')}$`), parameters: parts.filter((part) => part === '[^/]+').length }
}

/** The innermost faults; the others only say that something inside is wrong. */
function reasons(errors: OutputUnit[]): string {
  const outer = new Set(['$ref', 'properties', 'items', 'additionalProperties', 'anyOf', 'oneOf', 'allOf'])
  const inner = errors.filter(({ keyword }) => !outer.has(keyword))
  return (inner.length > 0 ? inner : errors)
    .slice(0, 8)
    .map(({ instanceLocation, error }) => `  ${instanceLocation}: ${error}`)
    .join('\n')
}
