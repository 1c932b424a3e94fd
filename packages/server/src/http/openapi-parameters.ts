import { exampleOf } from './openapi-examples.ts'
import { isTagged, takesIfMatch, takesKey } from './openapi-problems.ts'
import type { Schema, Schemas } from './openapi-schema.ts'
import { tagOf, tags } from './openapi-tags.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** The parameters in the path, the query and the headers. */
export function parametersOf(one: Route, routes: readonly Route[], schemas: Schemas): Json[] {
  const parameters: Json[] = []
  for (const [place, shape] of [
    ['path', one.params],
    ['query', one.query],
  ] as const) {
    if (!shape) continue
    const { properties = {}, required = [] } = schemas.of(shape, 'input')
    for (const [name, { description, ...schema }] of Object.entries(properties)) {
      const isRequired = place === 'path' || required.includes(name)
      parameters.push({
        name,
        in: place,
        required: isRequired,
        description: description ?? (name === 'id' ? describeId(one, routes, schemas) : undefined),
        // Lists travel with commas.
        ...(schema.type === 'array' && { style: 'form', explode: false }),
        schema,
        ...(isRequired && { example: exampleFor(name, schema, one, routes, schemas) }),
      })
    }
  }
  const headers = [
    takesKey(one) && 'IdempotencyKey',
    takesIfMatch(one, routes) && 'IfMatch',
    isTagged(one) && 'IfNoneMatch',
  ]
  return [
    ...parameters,
    ...headers.filter((name) => name !== false).map((name) => ({ $ref: `#/components/parameters/${name}` })),
  ]
}

function describeId(one: Route, routes: readonly Route[], schemas: Schemas): string {
  const noun = tags[tagOf(one)]?.noun ?? 'resource'
  const hasOwnIds = 'externalId' in (sampleAt(one, routes, schemas) ?? {})
  return `The id of the ${noun}${hasOwnIds ? ', or `ext:` and your own id for it' : ''}.`
}

function exampleFor(name: string, schema: Schema, one: Route, routes: readonly Route[], schemas: Schemas): unknown {
  const id = name === 'id' ? sampleAt(one, routes, schemas)?.id : undefined
  return id ?? exampleOf(schemas, schema, 'input', name)
}

/** The resource that a path with an id leads to, as another route answers it. */
function sampleAt(one: Route, routes: readonly Route[], schemas: Schemas): Json | undefined {
  const root = one.path.replace(/\/:id.*/, '')
  for (const { path, returns } of routes) {
    if (!returns || (path !== root && path !== `${root}/:id`)) continue
    const example = exampleOf(schemas, schemas.of(returns, 'output'), 'output')
    const [resource] = isObject(example) && Array.isArray(example.data) ? example.data : [example]
    if (isObject(resource) && 'id' in resource) return resource
  }
  return undefined
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null

/** The path with example ids in it. */
export function examplePath(one: Route, routes: readonly Route[], schemas: Schemas): string {
  const { properties = {} } = one.params ? schemas.of(one.params, 'input') : {}
  return one.path.replace(/:(\w+)/g, (_, name: string) =>
    String(exampleFor(name, properties[name] ?? {}, one, routes, schemas)),
  )
}
