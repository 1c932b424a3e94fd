import {
  type Content,
  componentName,
  type Document,
  METHODS,
  type Method,
  type OperationObject,
  type Parameter,
  resolve,
  type Schema,
} from './document.ts'
import { pascal } from './names.ts'

/** What the emitter needs to know of one operation; types are names or expressions of TypeScript. */
export interface Operation {
  id: string
  method: Uppercase<Method>
  path: string
  doc: Pick<OperationObject, 'summary' | 'description' | 'deprecated'>
  pathParameters: { name: string; type: string; description?: string }[]
  query?: { type: string; required: boolean }
  body?: { type: string; required: boolean; mediaType: string }
  /** `item` is the type of one item, when the answer is a page of a list. */
  result: { type: string; item?: string; mediaType?: string }
  /** Types that have no component of their own, by the name they get. */
  inline: Record<string, string>
}

/** Every operation of the document, in its order. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method]
      if (!operation) return []
      const merged = { ...operation, parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])] }
      return [describe(document, path, method, merged)]
    }),
  )
}

function describe(document: Document, path: string, method: Method, operation: OperationObject): Operation {
  const id = operation.operationId
  if (!id) throw new Error(`${method.toUpperCase()} ${path} has no operationId.`)
  const inline: Record<string, string> = {}
  const shared = { document, id, operation, inline }
  return {
    id,
    method: method.toUpperCase() as Uppercase<Method>,
    path,
    doc: operation,
    pathParameters: pathParametersOf(document, path, operation),
    query: queryOf(shared),
    body: bodyOf(shared),
    result: resultOf(shared, method),
    inline,
  }
}

interface Shared {
  document: Document
  id: string
  operation: OperationObject
  inline: Record<string, string>
}

function pathParametersOf(document: Document, path: string, operation: OperationObject) {
  const declared = parametersIn(document, operation, 'path')
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = '']) => {
    const parameter = declared.get(name)
    const type = parameter?.schema?.type === 'integer' ? 'number' : 'string'
    return { name, type, description: parameter?.description }
  })
}

function queryOf({ document, id, operation, inline }: Shared) {
  const parameters = [...parametersIn(document, operation, 'query').values()]
  if (parameters.length === 0) return undefined
  const type = `${pascal(id)}Query`
  inline[type] = `NonNullable<operations['${id}']['parameters']['query']>`
  return { type, required: parameters.some((parameter) => parameter.required) }
}

function bodyOf({ document, id, operation, inline }: Shared) {
  if (!operation.requestBody) return undefined
  const [mediaType, schema] = preferred(resolve(document, operation.requestBody).content)
  if (mediaType !== 'application/json') {
    return { type: mediaType.startsWith('multipart/') ? 'FormData' : 'string | Blob', required: true, mediaType }
  }
  const name = componentName(schema)
  const type = name ? pascal(name) : `${pascal(id)}Body`
  if (!name) inline[type] = `NonNullable<operations['${id}']['requestBody']>['content']['application/json']`
  return { type, required: needsAnything(document, schema), mediaType }
}

function resultOf({ document, id, operation, inline }: Shared, method: Method): Operation['result'] {
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'))
  const types = new Set<string>()
  let mediaType: string | undefined
  for (const [status, response] of answers) {
    const { content } = resolve(document, response)
    if (!content) {
      types.add('void')
      continue
    }
    const [media, schema] = preferred(content)
    mediaType = media
    const name = componentName(schema)
    const own = `${pascal(id)}Result`
    const expression = `operations['${id}']['responses']['${status}']['content']['${media}']`
    const item = method === 'get' ? itemOf(document, schema) : undefined
    if (item && componentName(item)) return { type: 'never', item: pascal(componentName(item) ?? ''), mediaType }
    if (item) {
      inline[`${pascal(id)}Item`] = `${expression}['data'][number]`
      return { type: 'never', item: `${pascal(id)}Item`, mediaType }
    }
    if (media !== 'application/json') types.add(contentType(media))
    else if (name) types.add(pascal(name))
    else {
      inline[own] = inline[own] ? `${inline[own]} | ${expression}` : expression
      types.add(own)
    }
  }
  return { type: [...types].join(' | ') || 'void', mediaType }
}

/** The item schema of a list answer: an object with a `data` array and a `nextCursor`. */
function itemOf(document: Document, schema: Schema) {
  const { properties = {} } = resolve<Schema>(document, schema)
  return properties.nextCursor && properties.data?.items
}

function contentType(media: string) {
  if (media === 'text/event-stream') return 'ReadableStream<Uint8Array>'
  return /^text\/|yaml|xml/.test(media) ? 'string' : 'Blob'
}

function preferred(content: Content): [string, Schema] {
  const [media = 'application/json', { schema = {} } = {}] =
    Object.entries(content).find(([name]) => name === 'application/json') ?? Object.entries(content)[0] ?? []
  return [media, schema]
}

function needsAnything(document: Document, schema: Schema) {
  const { type, required = [] } = resolve<Schema>(document, schema)
  return type !== 'object' || required.length > 0
}

function parametersIn(document: Document, operation: OperationObject, place: string) {
  const all = (operation.parameters ?? []).map((parameter) => resolve<Parameter>(document, parameter))
  return new Map(all.filter((parameter) => parameter.in === place).map((parameter) => [parameter.name, parameter]))
}
