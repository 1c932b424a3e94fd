import { type ApiDocument, nameOf, resolve, type Schema } from './document.ts'

/** One field of a body, with its place: `guest.email`, `hosts[].userId`. */
export interface Field {
  name: string
  type: string
  required: boolean
  description: string
}

/** The fields of what is sent, all the way down; of what is answered, one level, with links to the rest. */
export function fieldsOf(
  document: ApiDocument,
  schema: Schema,
  direction: 'sent' | 'answered',
  prefix = '',
  depth = 0,
): Field[] {
  const known = resolve(document, schema)
  const variants = known.oneOf ?? known.anyOf
  if (variants && !known.properties)
    return merged(variants.map((one) => fieldsOf(document, one, direction, prefix, depth)))
  return Object.entries(known.properties ?? {}).flatMap(([name, inner]) => {
    const field = fieldOf(document, inner, direction, {
      name: `${prefix}${name}`,
      required: known.required?.includes(name) ?? false,
    })
    if (depth >= 3 || isNamed(inner, direction)) return [field]
    const element = elementOf(document, inner)
    const place = `${prefix}${name}${element.isList ? '[]' : ''}.`
    return [field, ...fieldsOf(document, element.schema, direction, place, depth + 1)]
  })
}

/** The type in words: `integer, 1 to 100`, `list of string`, one of its values. */
export function typeOf(document: ApiDocument, schema: Schema, direction: 'sent' | 'answered'): string {
  const words = (one: Schema): string => typeOf(document, one, direction)
  if (schema.$ref !== undefined && direction === 'answered') return `[${nameOf(schema.$ref)}](#${nameOf(schema.$ref)})`
  const known = resolve(document, schema)
  if (known.const !== undefined) return `\`${known.const}\``
  if (known.enum) return known.enum.map((value) => `\`${value}\``).join(', ')
  const variants = known.oneOf ?? known.anyOf
  if (variants) return [...new Set(variants.map(words))].join(' or ')
  if (Array.isArray(known.type)) return known.type.map((type) => words({ ...known, type })).join(' or ')
  if (known.type === 'array') return known.items ? `list of ${words(known.items)}` : 'list'
  if (known.type === 'object' || known.properties) return 'object'
  if (known.type === 'string') return formats[known.format ?? ''] ?? 'string'
  return `${known.type ?? 'anything'}${rangeOf(known)}`
}

const formats: Record<string, string> = { 'date-time': 'instant', date: 'date', uri: 'URL', email: 'e-mail address' }

const rangeOf = ({ minimum, maximum }: Schema): string => {
  const from = minimum !== undefined && minimum > -1e9 ? minimum : undefined
  const to = maximum !== undefined && maximum < 1e9 ? maximum : undefined
  if (from !== undefined && to !== undefined) return ` ${from} to ${to}`
  return from !== undefined ? ` from ${from}` : to !== undefined ? ` up to ${to}` : ''
}

function fieldOf(
  document: ApiDocument,
  schema: Schema,
  direction: 'sent' | 'answered',
  { name, required }: { name: string; required: boolean },
): Field {
  const known = resolve(document, schema)
  const fallback =
    known.default !== undefined && typeof known.default !== 'object' ? `Default \`${known.default}\`.` : ''
  const description = [known.description, direction === 'sent' && fallback].filter(Boolean).join(' ')
  return { name, required, type: typeOf(document, schema, direction), description }
}

const isNamed = (schema: Schema, direction: 'sent' | 'answered'): boolean =>
  direction === 'answered' && [schema, schema.items, ...(schema.anyOf ?? [])].some((one) => one?.$ref !== undefined)

/** What a list holds, and what is left of something that may be null. */
function elementOf(document: ApiDocument, schema: Schema): { schema: Schema; isList: boolean } {
  const known = resolve(document, schema)
  const inner = known.anyOf?.length === 2 ? known.anyOf.find((one) => one.type !== 'null') : undefined
  const one = inner ? resolve(document, inner) : known
  return one.items ? { schema: one.items, isList: true } : { schema: one, isList: false }
}

/** The fields of several shapes in one list; only what each of them wants is required. */
function merged(shapes: readonly Field[][]): Field[] {
  const byName = new Map<string, Field[]>()
  for (const field of shapes.flat()) byName.set(field.name, [...(byName.get(field.name) ?? []), field])
  return [...byName.values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const required = same.length === shapes.length && same.every((field) => field.required)
    return [{ ...first, required, type: [...new Set(same.map(({ type }) => type))].join(', ') }]
  })
}
