import { readFileSync } from 'node:fs'

export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  description?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  additionalProperties?: Schema | boolean
}
export type Content = Record<string, { schema?: Schema }>
export interface Parameter {
  name: string
  in: string
  required?: boolean
  description?: string
  schema?: Schema
}
export interface Reference {
  $ref: string
}
export interface OperationObject {
  operationId?: string
  summary?: string
  description?: string
  deprecated?: boolean
  parameters?: (Parameter | Reference)[]
  requestBody?: { required?: boolean; content: Content } | Reference
  responses?: Record<string, { content?: Content } | Reference>
}
export interface PathItem extends Partial<Record<Method, OperationObject>> {
  servers?: { url: string }[]
  parameters?: (Parameter | Reference)[]
}
export interface Document {
  openapi: string
  servers?: { url: string }[]
  paths: Record<string, PathItem>
  webhooks?: Record<string, PathItem>
  components?: Record<string, Record<string, Schema>>
}
export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
export type Method = (typeof METHODS)[number]

/** Reads an OpenAPI 3.1 document, with every path full (`/api/v1/…`) and without the paths of other APIs. */
export function readDocument(file: string): Document {
  // A cast, because the server's own tests validate the document.
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document
  const entries = Object.entries(document.paths).map(([path, item]) => [fullPath(path, item, document), item] as const)
  return { ...document, paths: Object.fromEntries(entries.filter(([path]) => path.startsWith('/api/v1/'))) }
}

/** Follows `$ref`s to what they name. */
export function resolve<T extends object>(document: Document, value: T | Reference): T {
  if (!('$ref' in value) || typeof value.$ref !== 'string') return value as T
  const [kind = '', name = ''] = value.$ref.replace('#/components/', '').split('/')
  const target = document.components?.[kind]?.[name]
  if (!target) throw new Error(`The document has no ${value.$ref}.`)
  return resolve<T>(document, target as T | Reference)
}

/** The name of the component schema that a `$ref` means. */
export function componentName(schema: Schema): string | undefined {
  return schema.$ref?.replace('#/components/schemas/', '')
}

function fullPath(path: string, item: PathItem, document: Document) {
  const server = (item.servers ?? document.servers)?.[0]?.url ?? ''
  const prefix = new URL(server, 'http://localhost').pathname.replace(/\/$/, '')
  return path.startsWith('/api/v1/') ? path : prefix + path
}
