import { type ApiDocument, nameOf, resolve, successOf } from './document.ts'
import type { Request } from './request.ts'

/** The request with the SDK, whose methods are named after the operations. */
export function sdk(document: ApiDocument, { call, ids, query, body }: Request): string {
  const input = body !== undefined ? body : query.length > 0 ? Object.fromEntries(query) : undefined
  const isEmpty = typeof input === 'object' && input !== null && Object.keys(input).length === 0
  const args = [...ids.map((id) => literal(id)), ...(input === undefined || isEmpty ? [] : [literal(input)])]
  const invocation = `letsmeet.${call.operationId}(${args.join(', ')})`
  const { media } = successOf(call)
  if (!media) return `await ${invocation}`
  const answer = resolve(document, media.schema)
  if (answer.properties?.nextCursor) {
    const item = singular(answer.properties.data?.items?.$ref)
    return `for await (const ${item} of ${invocation}) {\n  console.log(${item})\n}`
  }
  return `const ${singular(media.schema.$ref)} = await ${invocation}`
}

/** `booking` for both `Booking` and `CreatedBooking`. */
function singular(ref: string | undefined): string {
  const name = ref === undefined ? 'answer' : nameOf(ref).replace(/^(Created|Guest|Public)(?=[A-Z])/, '')
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** A value as somebody would type it in TypeScript. */
function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string')
    return `'${value.replace(/['\\]/g, '\\$&').replaceAll('\r', '\\r').replaceAll('\n', '\\n')}'`
  if (typeof value !== 'object' || value === null) return String(value)
  const deeper = `${indent}  `
  if (Array.isArray(value)) {
    const flat = `[${value.map((one) => literal(one, deeper)).join(', ')}]`
    if (flat.length < 60 && !flat.includes('\n')) return flat
    return `[\n${value.map((one) => `${deeper}${literal(one, deeper)},\n`).join('')}${indent}]`
  }
  const fields = Object.entries(value).map(([name, one]) => `${keyOf(name)}: ${literal(one, deeper)}`)
  const flat = `{ ${fields.join(', ')} }`
  if (fields.length === 0) return '{}'
  if (flat.length < 60 && !flat.includes('\n')) return flat
  return `{\n${fields.map((field) => `${deeper}${field},\n`).join('')}${indent}}`
}

const keyOf = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name))
