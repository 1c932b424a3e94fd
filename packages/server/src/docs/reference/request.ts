import { type ApiDocument, type Call, callsOf, type Parameter, resolve, successOf } from './document.ts'
import { sampleOf, sampleParameter } from './sample.ts'

/** An operation with values, as the snippets write it down. */
export interface Request {
  call: Call
  /** The values of the path's parameters, in their order. */
  ids: string[]
  /** The path with them in it. */
  path: string
  query: [name: string, value: unknown][]
  /** Undefined where nothing is sent. */
  body: unknown
}

export function requestOf(document: ApiDocument, call: Call): Request {
  const { parameters = [], requestBody } = call
  const inPath = parameters.filter((one) => one.in === 'path')
  const ids = new Map(inPath.map((one) => [one.name, idOf(document, call, one)]))
  const media = Object.values(requestBody?.content ?? {})[0]
  return {
    call,
    ids: [...call.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ids.get(name) ?? name),
    path: call.path.replace(/\{(\w+)\}/g, (_, name) => ids.get(name) ?? name),
    query: parameters
      .filter((one) => one.in === 'query' && (one.required || isShown(one)))
      .map((one) => [one.name, sampleParameter(document, one)]),
    body: media && sampleOf(document, media, 'sent'),
  }
}

const isShown = ({ example, examples, schema }: Parameter): boolean =>
  example !== undefined || examples !== undefined || schema.example !== undefined

/** An id as the resource's own answers have it. */
function idOf(document: ApiDocument, call: Call, parameter: Parameter): string {
  const own = sampleParameter(document, parameter)
  if (parameter.name !== 'id' || hasExample(parameter)) return String(own)
  const root = call.path.slice(0, call.path.indexOf('}') + 1)
  for (const other of callsOf(document).filter(({ path }) => path === root)) {
    const { media } = successOf(other)
    const id = media && resolve(document, media.schema).properties?.id
    if (id?.example !== undefined) return String(id.example)
  }
  return String(own)
}

const hasExample = ({ example, examples, schema }: Parameter): boolean =>
  [example, examples, schema.example].some((one) => one !== undefined)
