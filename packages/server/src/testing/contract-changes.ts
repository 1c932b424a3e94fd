import { type Components, type Schema, schemaChanges } from './contract-schema-changes.ts'

type Content = Record<string, { schema?: Schema; examples?: Record<string, unknown> }>
interface Response {
  $ref?: string
  content?: Content
}
interface Parameter {
  $ref?: string
  name?: string
  in?: string
  required?: boolean
  schema?: Schema
}
interface Operation {
  operationId?: string
  security?: unknown[]
  'x-lm-scope'?: string
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Response>
}
export interface ApiDocument {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Components; responses?: Record<string, Response>; parameters?: Record<string, Parameter> }
}

interface Both<T> {
  before: T
  after: T
  documents: { before: ApiDocument; after: ApiDocument }
}

/** What a client made for the one document would trip over in the other, a sentence each. Additions are none. */
export function breakingChanges(before: ApiDocument, after: ApiDocument): string[] {
  const now = operationsOf(after)
  return [...operationsOf(before)].flatMap(([key, { place, operation }]) => {
    const found = now.get(key)
    if (!found) return [`${place} is gone.`]
    const both = { before: operation, after: found.operation, documents: { before, after } }
    return [...accessChanges(both), ...parameterChanges(both), ...bodyChanges(both), ...responseChanges(both)].map(
      (change) => `${place}: ${change}`,
    )
  })
}

/** By method and path; the names of path parameters are nothing that travels. */
function operationsOf({ paths }: ApiDocument) {
  return new Map(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => {
        const place = `${method.toUpperCase()} ${path}`
        return [place.replace(/\{[^}]*\}/g, '{}'), { place, operation }] as const
      }),
    ),
  )
}

function accessChanges({ before, after }: Both<Operation>): string[] {
  const scopes = [before['x-lm-scope'], after['x-lm-scope']]
  const isOpen = (operation: Operation) => operation.security?.length === 0
  return [
    ...(before.operationId === after.operationId
      ? []
      : [`its operationId, the SDK's method, was ${before.operationId} and is ${after.operationId}.`]),
    ...(isOpen(before) && !isOpen(after) ? ['it needs a key now.'] : []),
    ...(scopes[0] !== undefined && scopes[1] !== undefined && scopes[0] !== scopes[1]
      ? [`it needs the scope ${scopes[1]} now, not ${scopes[0]}.`]
      : []),
  ]
}

function parameterChanges({ before, after, documents }: Both<Operation>): string[] {
  const old = parametersOf(before, documents.before)
  const now = parametersOf(after, documents.after)
  const gone = [...old.keys()].filter((key) => !now.has(key)).map((key) => `the ${key} is gone.`)
  const demanded = [...now]
    .filter(([key, parameter]) => parameter.required && !old.get(key)?.required)
    .map(([key]) => `the ${key} is now required.`)
  const narrowed = [...old].flatMap(([key, parameter]) => {
    const schema = now.get(key)?.schema
    if (!schema || !parameter.schema) return []
    const changes = schemaChanges({
      ...pairOf(documents),
      before: parameter.schema,
      after: schema,
      side: 'request',
      at: '',
    })
    return changes.map((change) => change.replace('the request', `the ${key}`))
  })
  return [...gone, ...demanded, ...narrowed]
}

/** Queries and headers by place and name; paths are told apart by the operation. */
function parametersOf({ parameters = [] }: Operation, { components }: ApiDocument): Map<string, Parameter> {
  const known = parameters.map((one) => (one.$ref && components.parameters?.[nameOf(one.$ref)]) || one)
  return new Map(known.filter((one) => one.in !== 'path').map((one) => [`${one.in} parameter \`${one.name}\``, one]))
}

function bodyChanges({ before, after, documents }: Both<Operation>): string[] {
  const old = before.requestBody
  const now = after.requestBody
  if (old && !now) return ['it takes no body any more.']
  return [
    ...(now?.required && !old?.required ? ['it needs a body now.'] : []),
    ...(old && now ? contentChanges({ before: old.content, after: now.content, documents }, 'request') : []),
  ]
}

function responseChanges({ before, after, documents }: Both<Operation>): string[] {
  const successes = (operation: Operation) => Object.keys(operation.responses).filter((status) => /^[23]/.test(status))
  const old = successes(before)
  const now = successes(after)
  const codes = codesOf(before, documents.before)
  const codesNow = codesOf(after, documents.after)
  return [
    ...old.filter((status) => !now.includes(status)).map((status) => `the status ${status} is gone.`),
    ...now
      .filter((status) => status.startsWith('2') && !old.includes(status))
      .map((status) => `success may now be ${status}.`),
    ...[...codes]
      .filter(([code, status]) => codesNow.has(code) && codesNow.get(code) !== status)
      .map(([code, status]) => `\`${code}\` was a ${status} and is a ${codesNow.get(code)}.`),
    ...old
      .filter((status) => now.includes(status))
      .flatMap((status) => {
        const content = before.responses[status]?.content
        const contentNow = after.responses[status]?.content
        if (!content) return []
        if (!contentNow) return [`its ${status} has no body any more.`]
        return contentChanges({ before: content, after: contentNow, documents }, 'response')
      }),
  ]
}

function contentChanges({ before, after, documents }: Both<Content>, side: 'request' | 'response'): string[] {
  return Object.entries(before).flatMap(([media, { schema }]) => {
    const now = after[media]
    if (!now) return [`the ${side} is no longer ${media}.`]
    if (!schema || !now.schema) return []
    return schemaChanges({ ...pairOf(documents), before: schema, after: now.schema, side, at: '' })
  })
}

/** Which status each problem has: its examples are named by the codes. */
function codesOf({ responses }: Operation, { components }: ApiDocument): Map<string, string> {
  return new Map(
    Object.entries(responses).flatMap(([status, response]) => {
      const { content } = (response.$ref && components.responses?.[nameOf(response.$ref)]) || response
      return Object.keys(content?.['application/problem+json']?.examples ?? {}).map((code) => [code, status] as const)
    }),
  )
}

const pairOf = ({ before, after }: Both<unknown>['documents']) => ({
  schemas: { before: before.components.schemas, after: after.components.schemas },
})

const nameOf = (reference: string) => reference.slice(reference.lastIndexOf('/') + 1)
