import { z } from 'zod'
import { AppError, type ErrorCode, notFound, statusOf, titleOf } from '../errors.ts'
import { type SharedCode, sayings } from './openapi-sayings.ts'
import { tagOf, tags } from './openapi-tags.ts'
import { usual } from './openapi-usual.ts'
import { parseAs } from './parse.ts'
import { problemOf } from './problem.ts'
import type { Route } from './route.ts'

/** Where the server of the examples is. */
const exampleServer = 'https://meet.example.com'

/** Every code that a route may answer with: what it declares itself, and what the way to it can refuse. */
export function codesOf(one: Route, routes: readonly Route[]): ErrorCode[] {
  const codes: ErrorCode[] = ['invalid_request', 'quota_exceeded', 'unavailable']
  if (one.scope !== null) codes.push('unauthenticated', 'scope_missing', 'forbidden')
  if (one.params) codes.push('not_found')
  if (one.body) codes.push('invalid_json', 'payload_too_large', 'unsupported_media_type')
  if (one.accepts) codes.push('payload_too_large', 'unsupported_media_type')
  if (isPaged(one)) codes.push('cursor_mismatch')
  if (takesKey(one)) codes.push('idempotency_in_progress', 'idempotency_mismatch')
  if (takesIfMatch(one, routes)) codes.push('precondition_failed')
  return [...new Set([...codes, ...one.errors])].sort((a, b) => statusOf(a) - statusOf(b))
}

/** Whether an Idempotency-Key is honoured. */
export const takesKey = (one: Route): boolean => one.method !== 'GET' && one.replayable !== false

/** Whether this is a list that is read page by page. */
export const isPaged = (one: Route): boolean => one.query instanceof z.ZodObject && 'cursor' in one.query.shape

/** Whether this reads a single resource, whose tag If-Match and If-None-Match compare. */
export const isTagged = (one: Route): boolean => one.method === 'GET' && one.id.endsWith('.get') && !!one.returns

/** Whether this changes what another route reads at the same address. */
export const takesIfMatch = (one: Route, routes: readonly Route[]): boolean =>
  one.method !== 'GET' && routes.some((other) => isTagged(other) && other.path === one.path)

/** The problem of a code, as the route would answer it at `path`. */
export const namedExample = (code: ErrorCode, one: Route, path: string) => exampleWith(errorFor(code, one, path), path)

/** The problem of a code that reads the same on every route. */
export const sharedExample = (code: SharedCode) =>
  exampleWith(new AppError(code, sayings[code].detail, sayings[code].members), '/bookings')

export const isShared = (code: ErrorCode): code is SharedCode => code in sayings

function exampleWith(error: AppError, path: string) {
  const at = { publicUrl: exampleServer, path: `/api/v1${path}`, requestId: String(usual.requestId) }
  return { summary: titleOf(error.code), value: problemOf(error, at) }
}

function errorFor(code: ErrorCode, one: Route, path: string): AppError {
  if (code === 'invalid_request') return refusalOf(one)
  if (code === 'scope_missing')
    return new AppError(code, `This API key lacks the scope ${one.scope}.`, { missingScope: one.scope })
  return nothingThere(one, path)
}

/** What a path or, where it has no id, the body names and is not there. */
function nothingThere(one: Route, path: string): AppError {
  const place = one.path.split('/').findLastIndex((part) => part.startsWith(':'))
  if (place >= 0) return notFound(tags[tagOf(one)]?.noun ?? 'resource', path.split('/')[place] ?? '')
  const field = one.body instanceof z.ZodObject && 'eventTypeId' in one.body.shape ? 'eventTypeId' : 'userId'
  const { message } = notFound(field === 'userId' ? 'member' : 'event type', String(usual[field]))
  return new AppError('not_found', message, {}, [{ pointer: `#/${field}`, code: 'not_found', detail: message }])
}

/** What the route itself says to a request with a fault. */
function refusalOf({ body, query }: Route): AppError {
  const found = (body && refused(body, 'body')) ?? (query && refused(query, 'query'))
  if (found) return found
  const detail = 'There is no parameter “verbose” here.'
  return new AppError('invalid_request', detail, {}, [{ parameter: 'verbose', code: 'unknown_parameter', detail }])
}

/** The refusal of the first likely mistake: something is left out, or a field is empty, or there is one too many. */
function refused(shape: z.ZodType, where: 'body' | 'query'): AppError | undefined {
  const fields = shape instanceof z.ZodObject ? Object.keys(shape.shape) : []
  const mistakes = [{}, ...fields.map((field) => ({ [field]: '' })), { dryRun: 'true' }]
  for (const mistake of mistakes) {
    try {
      parseAs(shape, mistake, where)
    } catch (error) {
      if (error instanceof AppError) return error
    }
  }
  return undefined
}
