import type { ErrorCode } from './generated/types.ts'

/** One invalid field of a request: `pointer` into the body (`#/guest/email`) or the name of a query `parameter`. */
export interface FieldError {
  pointer?: string
  parameter?: string
  code: string
  detail: string
}

/** The body of an error answer, RFC 9457 `application/problem+json`. `code` is stable, `type` is a page about it. */
export interface Problem {
  type: string
  title: string
  status: number
  code: ErrorCode | (string & {})
  detail?: string
  instance?: string
  requestId?: string
  errors?: FieldError[]
  [extension: string]: unknown
}

/** Everything this SDK throws. */
export class LetsMeetError extends Error {
  override readonly name: string = 'LetsMeetError'
  /** Whether the same call may succeed later without being changed. */
  readonly retryable: boolean = false
}

/**
 * No answer arrived: the server is not there, the connection broke, or the name does not resolve. `cause` is what the
 * platform says about it.
 */
export class ConnectionError extends LetsMeetError {
  override readonly name: string = 'ConnectionError'
  override readonly retryable: boolean = true
  readonly code: 'connection_failed' | 'timeout' = 'connection_failed'
}

/** One attempt took longer than `timeoutMs`. */
export class TimeoutError extends ConnectionError {
  override readonly name: string = 'TimeoutError'
  override readonly code = 'timeout'
}

/** The caller's `signal` ended the call; `cause` is its reason. */
export class AbortedError extends LetsMeetError {
  // The name that the platform's own errors have here, which tools look for.
  override readonly name: string = 'AbortError'
  readonly code = 'aborted'
}

/** The server answered with an error. Its subclasses follow the status, {@link isCode} tells the codes apart. */
export class ApiError extends LetsMeetError {
  override readonly name: string = 'ApiError'
  override readonly retryable: boolean
  readonly problem: Problem
  /** Quote it when you ask for help: the server logs it. */
  readonly requestId: string | undefined
  /** How long the server asks to wait before the next attempt, in milliseconds. */
  readonly retryAfterMs: number | undefined
  readonly #headers: Headers

  constructor(problem: Problem, headers: Headers, retryAfterMs?: number) {
    const requestId = headers.get('request-id') ?? problem.requestId
    super(sentence(problem, requestId))
    this.problem = problem
    this.requestId = requestId
    this.retryAfterMs = retryAfterMs
    this.retryable = isRetryable(problem)
    this.#headers = headers
  }

  // Getters, so that a logged error shows the problem once and no list of headers.
  get status(): number {
    return this.problem.status
  }

  get code(): Problem['code'] {
    return this.problem.code
  }

  /** The invalid fields, all of them; empty when the problem is not about fields. */
  get errors(): readonly FieldError[] {
    return this.problem.errors ?? []
  }

  /** Of the answer. */
  get headers(): Headers {
    return this.#headers
  }
}

/** 400: malformed, or invalid fields; see `errors`. */
export class BadRequestError extends ApiError {
  override readonly name: string = 'BadRequestError'
}
/** 401: no API key, or one that is wrong, expired or revoked. */
export class AuthenticationError extends ApiError {
  override readonly name: string = 'AuthenticationError'
}
/** 403: the key is good, but lacks a scope or a role. */
export class PermissionError extends ApiError {
  override readonly name: string = 'PermissionError'
}
/** 404: no such thing here, or none that this key may see. */
export class NotFoundError extends ApiError {
  override readonly name: string = 'NotFoundError'
}
/** 409: the state of things forbids it, such as `slot_unavailable`. */
export class ConflictError extends ApiError {
  override readonly name: string = 'ConflictError'
}
/** 410: it was here and ended, such as an expired link. */
export class GoneError extends ApiError {
  override readonly name: string = 'GoneError'
}
/** 412: somebody changed it since you read it (`ifMatch`). */
export class PreconditionFailedError extends ApiError {
  override readonly name: string = 'PreconditionFailedError'
}
/** 422: the idempotency key was used before with another request. */
export class UnprocessableError extends ApiError {
  override readonly name: string = 'UnprocessableError'
}
/** 429: too many requests; `retryAfterMs` says how long to wait. */
export class RateLimitError extends ApiError {
  override readonly name: string = 'RateLimitError'
}
/** 500 and above: the server failed or is briefly unavailable. */
export class ServerError extends ApiError {
  override readonly name: string = 'ServerError'
}

/** Whether `error` is an answer with one of these codes: `if (isCode(error, 'slot_unavailable')) …` */
export function isCode<C extends ErrorCode>(error: unknown, ...codes: C[]): error is ApiError & { readonly code: C } {
  return error instanceof ApiError && codes.some((code) => code === error.code)
}

/** The error of the class that fits the problem's status. */
export function apiError(problem: Problem, headers: Headers, retryAfterMs?: number): ApiError {
  const Class = problem.status >= 500 ? ServerError : (classByStatus[problem.status] ?? ApiError)
  return new Class(problem, headers, retryAfterMs)
}

const classByStatus: Record<number, typeof ApiError> = {
  400: BadRequestError,
  401: AuthenticationError,
  403: PermissionError,
  404: NotFoundError,
  409: ConflictError,
  410: GoneError,
  412: PreconditionFailedError,
  422: UnprocessableError,
  429: RateLimitError,
}

function isRetryable({ status, code }: Problem) {
  if (status === 409) return code === 'idempotency_in_progress'
  return status === 408 || status === 429 || status >= 500
}

/** The fields say more than the detail, which names only the first of them. */
function sentence({ title, detail, status, code, errors = [] }: Problem, requestId: string | undefined) {
  const fields = errors.slice(0, 3).map((field) => `${field.pointer ?? field.parameter ?? field.code}: ${field.detail}`)
  const more = errors.length > 3 ? ` (and ${errors.length - 3} more)` : ''
  const what = errors.length > 0 ? `${title}. ${fields.join(' ')}${more}` : (detail ?? title)
  return `${what} [${status} ${code}${requestId ? `, ${requestId}` : ''}]`
}
