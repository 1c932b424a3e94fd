/** What the reference reads of an OpenAPI 3.1 document; the document is our own. */
export interface ApiDocument {
  openapi: string
  info: { title: string; version: string; description: string }
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema>; parameters?: Record<string, Parameter> }
}

export interface Operation {
  operationId: string
  summary: string
  description: string
  tags: string[]
  /** An empty list: no key is needed. */
  security: object[]
  'x-lm-scope'?: string
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { description: string; content?: Record<string, Media> }>
}

export interface Parameter extends WithExample {
  name: string
  in: string
  required: boolean
  description?: string
  schema: Schema
}

export interface Media extends WithExample {
  schema: Schema
}

interface WithExample {
  example?: unknown
  examples?: Record<string, { value?: unknown; summary?: string }>
}

export interface Schema {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  format?: string
  default?: unknown
  example?: unknown
  examples?: unknown[]
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
}

export interface Call extends Operation {
  method: string
  /** Below `/api/v1`, with `{name}` for parameters. */
  path: string
}

/** Every operation, in the order of the document. */
export const callsOf = (document: ApiDocument): Call[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  )

export const nameOf = (ref: string): string => ref.replace('#/components/schemas/', '')

/** The schema itself, where another one is only referred to. */
export function resolve(document: ApiDocument, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const { $ref, ...own } = schema
  return { ...document.components.schemas[nameOf($ref)], ...own }
}

/** The parameters in this place, those that operations share among them. */
export const parametersOf = (document: ApiDocument, call: Call, place: string): Parameter[] =>
  (call.parameters ?? [])
    .flatMap((one) =>
      '$ref' in one ? (document.components.parameters?.[one.$ref.split('/').at(-1) ?? ''] ?? []) : one,
    )
    .filter((one) => one.in === place)

/** The status and the body of an operation that succeeded. */
export function successOf(call: Call): { status: string; type?: string; media?: Media } {
  const [status = '200', response] = Object.entries(call.responses).find(([one]) => one.startsWith('2')) ?? []
  const [type, media] = Object.entries(response?.content ?? {})[0] ?? []
  return type === undefined || media === undefined ? { status } : { status, type, media }
}

/** The first example that the document gives for a parameter or a body. */
export const exampleOf = (of: Parameter | Media): unknown =>
  of.example ?? Object.values(of.examples ?? {})[0]?.value ?? of.schema.example
