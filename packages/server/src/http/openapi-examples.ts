import type { Schema, Schemas } from './openapi-schema.ts'
import { usual } from './openapi-usual.ts'

/** Stands where a field has no example; a test finds it. */
export const noExample = '…'

/**
 * A realistic value of a schema, put together from the examples of its fields. A request shows what is required and
 * what has an example of its own; an answer shows everything that is always there.
 */
export function exampleOf(schemas: Schemas, schema: Schema, io: 'input' | 'output', name = ''): unknown {
  if ('example' in schema) return schema.example
  const whole = schemas.resolve(schema)
  if ('example' in whole) return whole.example
  const inside = (part: Schema, field = name) => exampleOf(schemas, part, io, field)
  if ('const' in whole) return whole.const
  if (whole.properties) {
    return Object.fromEntries(
      Object.entries(whole.properties)
        .filter(([field, part]) => whole.required?.includes(field) || (io === 'input' && 'example' in part))
        .map(([field, part]) => [field, inside(part, field)]),
    )
  }
  // What may be null is so in most cases; where it is not, the field says so with an example.
  if (isNullable(whole)) return null
  if (whole.enum) return whole.enum.includes(usual[name]) ? usual[name] : whole.enum[0]
  const variants = whole.anyOf ?? whole.oneOf
  if (variants?.[0]) return inside(variants[0])
  if (fits(usual[name], whole)) return usual[name]
  return plain(whole, (items) => inside(items, name.replace(/s$/, '')))
}

function plain(schema: Schema, inside: (items: Schema) => unknown): unknown {
  if (schema.default !== undefined) return schema.default
  if (schema.type === 'array') return schema.items ? [inside(schema.items)] : []
  if (schema.type === 'boolean') return false
  if (schema.type === 'object') return {}
  if (schema.type === undefined) return null
  return noExample
}

const isNullable = ({ type, anyOf }: Schema): boolean =>
  (Array.isArray(type) && type.includes('null')) || anyOf?.some((one) => one.type === 'null') === true

/** Whether a usual value is of the type that is asked for. */
function fits(value: unknown, { type, format, maximum }: Schema): boolean {
  if (type === 'string') return typeof value === 'string' && (format !== 'date-time' || value.includes('T'))
  if (type === 'integer' || type === 'number') return typeof value === 'number' && !(Number(maximum) < value)
  if (type === 'boolean') return typeof value === 'boolean'
  return type === 'array' && Array.isArray(value)
}
