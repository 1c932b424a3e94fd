import type { IncomingMessage } from 'node:http'
import type { z } from 'zod'
import { AppError, type Fault } from '../errors.ts'

const maxBytes = 1024 * 1024
const maxDepth = 64

type Where = 'body' | 'query' | 'params'

/** The value as its schema says, or one 400 that names everything that is wrong. */
export function parseAs<S extends z.ZodType>(schema: S, value: unknown, where: Where): z.output<S> {
  const unstorable = placeOfUnstorable(value)
  if (unstorable) throw notText(unstorable, where)
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  if (where === 'params') throw new AppError('not_found', 'There is nothing at this address.')
  throw invalid(parsed.error, value, where)
}

/** The 400 that a failed parse of a request comes to. */
export function invalid(error: z.ZodError, value: unknown, where: 'body' | 'query'): AppError {
  const places = new Set<string | undefined>()
  // One fault a place: the first rule that a value broke is the one to mend first.
  const faults = error.issues
    .flatMap((issue) => faultsOf(issue, value, where))
    .filter(({ pointer, parameter }) => !places.has(pointer ?? parameter) && places.add(pointer ?? parameter))
  return new AppError('invalid_request', summary(faults, where), {}, faults)
}

/** All faults in one text for people, as far as anyone would read on. */
function summary(faults: readonly Fault[], where: 'body' | 'query'): string {
  const details = faults.slice(0, 3).map((fault) => fault.detail)
  if (faults.length < 2) return details[0] ?? 'The request is not valid.'
  const what = where === 'body' ? 'fields' : 'parameters'
  const first = faults.length > details.length ? ' The first three:' : ''
  return `${faults.length} ${what} are invalid.${first} ${details.join(' ')}`
}

/** Reads a JSON body: 1 MiB, 64 levels, UTF-8, a JSON media type. No body reads as an empty object. */
export async function readJson(request: IncomingMessage, merge: 'merge-patch' | 'plain'): Promise<unknown> {
  const bytes = await readBytes(request)
  if (bytes.length === 0) return {}
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json' && !(merge === 'merge-patch' && type === 'application/merge-patch+json')) {
    const got = type ? `, not ${type.slice(0, 80)}` : ''
    throw new AppError('unsupported_media_type', `Send the body as application/json${got}.`)
  }
  const text = decode(bytes)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new AppError('invalid_json', `The body is not valid JSON: ${error instanceof Error ? error.message : ''}`)
  }
  if (isDeeperThan(value, maxDepth))
    throw new AppError('invalid_json', `The body is nested more than ${maxDepth} deep.`)
  return value
}

/** Where there is what no database stores, NUL or half of a surrogate pair, or a field that no object keeps. */
function placeOfUnstorable(value: unknown, path: readonly string[] = []): readonly string[] | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, inner] of Object.entries(value)) {
    // JSON may name it, and every object has it already: such a field would vanish.
    if (key === '__proto__') return [...path, key]
    const place = placeOfUnstorable(key, [...path, key]) ?? placeOfUnstorable(inner, [...path, key])
    if (place) return place
  }
  return undefined
}

function notText(path: readonly string[], where: Where): AppError {
  if (where === 'params') return new AppError('not_found', 'There is nothing at this address.')
  const name = path.at(-1)?.replace('\0', '') ?? ''
  const proto = name === '__proto__'
  const detail = proto ? 'There is no field “__proto__” here.' : `${quoted(name)} holds a NUL or half a character.`
  const code = proto ? 'unknown_field' : 'invalid_text'
  return new AppError('invalid_request', detail, {}, [{ ...placeOf(path, where), code, detail }])
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const tooLarge = () => new AppError('payload_too_large', 'The body is larger than 1 MiB; send less at a time.')
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new AppError('invalid_json', 'The body is not valid UTF-8.')
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown, where: 'body' | 'query'): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      ...placeOf([...issue.path, key], where),
      code: where === 'body' ? 'unknown_field' : 'unknown_parameter',
      detail:
        where === 'body' ? `There is no field ${quoted(key)} here.` : `There is no parameter ${quoted(key)} here.`,
    }))
  }
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
    if (deepest && deepest.path.length > 0) {
      return faultsOf({ ...deepest, path: [...issue.path, ...deepest.path] }, value, where)
    }
  }
  const missing = issue.code === 'invalid_type' && valueAt(value, issue.path) === undefined
  const place = placeOf(issue.path, where)
  const name = issue.path.length === 0 ? 'The body' : quoted(String(issue.path.at(-1)))
  const code = missing ? 'required' : issue.code === 'custom' ? String(issue.params?.code ?? 'invalid') : issue.code
  return [{ ...place, code, detail: missing ? `${name} is required.` : `${name}: ${sentence(issue.message)}` }]
}

const placeOf = (path: readonly PropertyKey[], where: 'body' | 'query'): Pick<Fault, 'pointer' | 'parameter'> =>
  where === 'query' ? { parameter: String(path[0] ?? '') } : { pointer: pointerTo(path) }

/** RFC 6901 as a URI fragment. */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  `#${path.map((part) => `/${encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const part of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Record<PropertyKey, unknown>)[part]
  }
  return at
}

const quoted = (name: string) => `“${name.length > 80 ? `${name.slice(0, 80)}…` : name}”`
const sentence = (text: string) => (/[.!?]$/.test(text) ? text : `${text}.`)
