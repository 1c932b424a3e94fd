import { z } from 'zod'
import type { Route } from './route.ts'

/** A JSON Schema (2020-12), as far as the shapes of routes make use of it. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  description?: string
  example?: unknown
  const?: unknown
  enum?: unknown[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  [keyword: string]: unknown
}

export interface Schemas {
  components: Record<string, Schema>
  /** The JSON Schema of a shape as it is sent or answered; its named parts are references. */
  of(shape: z.ZodType, io: 'input' | 'output'): Schema
  /** What a reference means. */
  resolve(schema: Schema): Schema
}

/** The schemas of these routes. Answers come first: they keep the plain names where a shape has two forms. */
export function createSchemas(routes: readonly Route[]): Schemas {
  const components: Record<string, Schema> = {}
  const made = { input: new Map<z.ZodType, Schema>(), output: new Map<z.ZodType, Schema>() }
  const of = (shape: z.ZodType, io: 'input' | 'output') => {
    const schema = made[io].get(shape) ?? hoist(shape, io, components)
    made[io].set(shape, schema)
    return schema
  }
  for (const { returns } of routes) if (returns) of(returns, 'output')
  return {
    components,
    of,
    resolve: (schema) => (schema.$ref ? (components[nameOf(schema.$ref)] ?? schema) : schema),
  }
}

/** The name of the component that a reference means. */
export const nameOf = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1)

/** A shape as JSON Schema, its named parts moved to the components. */
function hoist(shape: z.ZodType, io: 'input' | 'output', components: Record<string, Schema>): Schema {
  // zod writes standard schemas; Schema names the keywords that are read here.
  const made = z.toJSONSchema(shape, { io, unrepresentable: 'any', reused: 'inline' }) as Schema
  const { $schema: _, $defs = {}, id, ...schema } = made as Schema & { $defs?: Record<string, Schema> }
  const names = new Map<string, string>()
  for (const [name, part] of Object.entries($defs)) names.set(name, nameFor(name, part, io, components))
  const linked = (part: Schema) => link(part, names)
  for (const [name, part] of Object.entries($defs)) components[names.get(name) ?? name] = linked(part)
  if (typeof id !== 'string') return linked(schema)
  const name = nameFor(id, schema, io, components)
  components[name] = linked(schema)
  return { $ref: `#/components/schemas/${name}` }
}

/** Keywords whose value is data, and those whose keys are names: neither is a schema. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const', 'required'])
const named = new Set(['properties', 'patternProperties'])

/** Points a schema's references at the components. */
function link(schema: Schema, names: Map<string, string>): Schema {
  const { id: _, ...kept } = schema
  // `true` and `false` travel as words in a query; a client sends a boolean.
  if (kept.enum?.join() === 'true,false') {
    const { enum: _, ...flag } = kept
    return { ...flag, type: 'boolean' }
  }
  // The format says it already, and these patterns are a page long.
  if (kept.format !== undefined) delete kept.pattern
  // Any integer: zod writes the bounds of what a double can hold.
  if (kept.minimum === Number.MIN_SAFE_INTEGER) delete kept.minimum
  if (kept.maximum === Number.MAX_SAFE_INTEGER) delete kept.maximum
  return Object.fromEntries(
    Object.entries(kept).map(([key, value]) => {
      if (key === '$ref')
        return [key, `#/components/schemas/${names.get(nameOf(String(value))) ?? nameOf(String(value))}`]
      return [key, data.has(key) ? value : linkAny(value, named.has(key), names)]
    }),
  )
}

function linkAny(value: unknown, isNamed: boolean, names: Map<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => linkAny(each, false, names))
  if (typeof value !== 'object' || value === null) return value
  if (!isNamed) return link(value as Schema, names)
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, linkAny(schema, false, names)]))
}

/** A shape that is read in one form and answered in another gets a second name for what is sent. */
function nameFor(name: string, part: Schema, io: 'input' | 'output', components: Record<string, Schema>): string {
  const known = components[name]
  if (io === 'output' || known === undefined) return name
  const { id: _, ...bare } = part
  return JSON.stringify(Object.keys(known)) === JSON.stringify(Object.keys(bare)) &&
    JSON.stringify(known.required) === JSON.stringify(bare.required)
    ? name
    : `${name}Input`
}
