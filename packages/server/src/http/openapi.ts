import { z } from 'zod'
import { errorCodes, statusOf, titleOf } from '../errors.ts'
import type { Route } from './route.ts'

type Schema = Record<string, unknown>

/** The OpenAPI 3.1 document of these routes; SDK, docs and the stale check are made from it. */
export function openapi(routes: readonly Route[], version: string): Schema {
  const components: Record<string, Schema> = { Problem: problem }
  const schemaOf = (shape: z.ZodType, io: 'input' | 'output') => hoist(shape, io, components)
  const paths: Record<string, Record<string, Schema>> = {}
  for (const one of routes) {
    const path = one.path.replace(/:(\w+)/g, '{$1}')
    paths[path] ??= {}
    Object.assign(paths[path], { [one.method.toLowerCase()]: operation(one, schemaOf) })
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'LetsMeet API',
      version,
      description: 'Scheduling for developers: availability, bookings and the event log of one organization.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api/v1', description: 'This server' }],
    security: [{ apiKey: [] }],
    tags: [...new Set(routes.map(tagOf))].map((name) => ({ name, description: tagDescription(name) })),
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key, `lm_live_…`.' },
        session: { type: 'apiKey', in: 'cookie', name: 'lm_session', description: "The dashboard's session." },
      },
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => (a < b ? -1 : 1))),
    },
  }
}

function operation(one: Route, schemaOf: (shape: z.ZodType, io: 'input' | 'output') => Schema): Schema {
  return {
    operationId: one.id,
    summary: one.summary,
    description: one.description ?? `${one.summary}.`,
    tags: [tagOf(one)],
    security: one.scope === null ? [] : [{ apiKey: [] }, { session: [] }],
    ...(one.scope !== null && { 'x-lm-scope': one.scope }),
    ...parametersOf(one, schemaOf),
    ...(one.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(one.body, 'input') } } },
    }),
    responses: responsesOf(one, schemaOf),
  }
}

function parametersOf(one: Route, schemaOf: (shape: z.ZodType, io: 'input' | 'output') => Schema): Schema {
  const parameters: Schema[] = []
  for (const [place, shape] of [
    ['path', one.params],
    ['query', one.query],
  ] as const) {
    if (!shape) continue
    const { properties = {}, required = [] } = schemaOf(shape, 'input') as {
      properties?: Record<string, Schema>
      required?: string[]
    }
    for (const [name, { description, ...schema }] of Object.entries(properties)) {
      parameters.push({
        name,
        in: place,
        required: place === 'path' || required.includes(name),
        ...(typeof description === 'string' && { description }),
        // Lists travel with commas.
        ...(schema.type === 'array' && { style: 'form', explode: false }),
        schema,
      })
    }
  }
  return parameters.length > 0 ? { parameters } : {}
}

function responsesOf(one: Route, schemaOf: (shape: z.ZodType, io: 'input' | 'output') => Schema): Schema {
  const media = one.produces?.split(';')[0] ?? 'application/json'
  const responses: Record<string, Schema> = {
    [one.status]: {
      description: one.status === 204 ? 'Done; there is nothing to say.' : 'Done.',
      ...(one.returns && { content: { [media]: { schema: schemaOf(one.returns, 'output') } } }),
    },
  }
  const common =
    one.scope === null
      ? ['invalid_request' as const]
      : (['invalid_request', 'unauthenticated', 'scope_missing'] as const)
  for (const code of [...common, ...one.errors]) {
    const status = String(statusOf(code))
    const said = responses[status]?.description
    const line = `\`${code}\`: ${titleOf(code)}.`
    responses[status] = {
      description: typeof said === 'string' ? `${said} ${line}` : line,
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    }
  }
  responses.default = {
    description: 'Any other problem.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  return responses
}

/** A shape as JSON Schema 2020-12, its named parts moved to the components. */
function hoist(shape: z.ZodType, io: 'input' | 'output', components: Record<string, Schema>): Schema {
  const {
    $schema: _,
    $defs = {},
    ...schema
  } = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }) as Schema & {
    $defs?: Record<string, Schema>
  }
  const names = new Map<string, string>()
  for (const [name, part] of Object.entries($defs)) names.set(name, nameFor(name, part, io, components))
  const relink = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(relink)
    if (typeof value !== 'object' || value === null) return value
    if ('enum' in value && isFlag(value.enum)) return { ...value, enum: undefined, type: 'boolean' }
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => {
        if (key === '$ref' && typeof inner === 'string') {
          const name = inner.replace('#/$defs/', '')
          return [[key, `#/components/schemas/${names.get(name) ?? name}`]]
        }
        // The format says it already, and these patterns are a page long.
        if (key === 'pattern' && 'format' in value) return []
        return key === 'id' && typeof inner === 'string' ? [] : [[key, relink(inner)]]
      }),
    )
  }
  for (const [name, part] of Object.entries($defs)) components[names.get(name) ?? name] = relink(part) as Schema
  const own = typeof schema.id === 'string' ? schema.id : undefined
  const linked = relink(schema) as Schema
  if (own === undefined) return linked
  const name = nameFor(own, linked, io, components)
  components[name] = linked
  return { $ref: `#/components/schemas/${name}` }
}

/** A shape that is read in one form and answered in another gets a second name for what is sent. */
function nameFor(name: string, part: Schema, io: 'input' | 'output', components: Record<string, Schema>): string {
  if (io === 'output') return name
  const known = components[name]
  if (known === undefined) return name
  const { id: _, ...bare } = part
  return JSON.stringify(Object.keys(known)) === JSON.stringify(Object.keys(bare)) &&
    JSON.stringify(known.required) === JSON.stringify(bare.required)
    ? name
    : `${name}Input`
}

/** `true` and `false` travel as words in a query; a client sends a boolean. */
const isFlag = (values: unknown) =>
  Array.isArray(values) && values.length === 2 && values[0] === 'true' && values[1] === 'false'

const tagOf = (one: Route) => one.id.split('.').slice(0, -1).join('.')
const tagDescription = (name: string) => `Operations of ${name.replaceAll('.', ' › ')}.`

const problem: Schema = {
  type: 'object',
  description: 'What went wrong, RFC 9457.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: 'A page on this server that explains the code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'The path that was called.' },
    code: { type: 'string', enum: errorCodes, description: 'Stable; made for programs.' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'The field of the body, a JSON pointer as a fragment.' },
          parameter: { type: 'string', description: 'The query parameter.' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
}
