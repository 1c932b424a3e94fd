import { type ApiDocument, type Media, type Parameter, resolve, type Schema, writtenExample } from './document.ts'

/** A body as it may look: the document's own example, else one made of the examples of its fields. */
export const sampleOf = (document: ApiDocument, media: Media, direction: 'sent' | 'answered'): unknown =>
  writtenExample(media) ?? exampleOf(document, media.schema, direction)

/** What a parameter may be. */
export const sampleParameter = (document: ApiDocument, parameter: Parameter): unknown =>
  writtenExample(parameter) ?? exampleOf(document, parameter.schema, 'sent', parameter.name)

function exampleOf(document: ApiDocument, schema: Schema, direction: 'sent' | 'answered', name = ''): unknown {
  const known = resolve(document, schema)
  const given = known.example ?? known.examples?.[0] ?? known.const ?? known.enum?.[0]
  if (given !== undefined) return given
  const choice = known.oneOf?.[0] ?? known.anyOf?.find((one) => one.type !== 'null')
  if (choice) return exampleOf(document, choice, direction, name)
  switch (Array.isArray(known.type) ? known.type[0] : known.type) {
    case 'object':
      return objectOf(document, known, direction)
    case 'array':
      return known.items ? [exampleOf(document, known.items, direction, name)] : []
    case 'integer':
    case 'number':
      return known.default ?? Math.max(known.minimum ?? 0, name.endsWith('Minutes') ? 30 : 1)
    case 'boolean':
      return known.default ?? false
    case 'string':
      return textOf(known, name)
    default:
      return null
  }
}

/** Of what is sent, the fields that must be, or one of those that may; of what is answered, all. */
function objectOf(document: ApiDocument, schema: Schema, direction: 'sent' | 'answered'): Record<string, unknown> {
  const all = Object.entries(schema.properties ?? {})
  const required = all.filter(([name]) => schema.required?.includes(name))
  const shown = direction === 'answered' ? all : required.length > 0 ? required : all.slice(0, 1)
  return Object.fromEntries(shown.map(([name, inner]) => [name, exampleOf(document, inner, direction, name)]))
}

const formats: Record<string, string> = {
  'date-time': '2030-01-08T09:00:00.000Z',
  date: '2030-01-08',
  email: 'ada@example.com',
  uri: 'https://example.com',
}

const textOf = ({ format = '' }: Schema, name: string): string => formats[format] ?? `a ${name || 'text'}`
