const codes = {
  invalid_request: [400, 'The request is not valid'],
  invalid_json: [400, 'The body is not valid JSON'],
  cursor_mismatch: [400, 'The cursor belongs to another list'],
  unauthenticated: [401, 'Sign in or send an API key'],
  forbidden: [403, 'That is not allowed'],
  scope_missing: [403, 'The API key lacks a scope'],
  origin_not_allowed: [403, 'The page is not on the list of allowed origins'],
  plan_required: [403, 'The plan does not include this'],
  sign_up_closed: [403, 'Sign-up is closed'],
  not_found: [404, 'There is nothing here'],
  method_not_allowed: [405, 'That method is not allowed here'],
  conflict: [409, 'That conflicts with what is there'],
  idempotency_in_progress: [409, 'An equal request is still running'],
  slot_unavailable: [409, 'That time is not available'],
  event_type_inactive: [409, 'The event type is switched off'],
  hold_mismatch: [409, 'The hold is for something else'],
  hold_limit_reached: [409, 'There are too many live holds'],
  seat_taken: [409, 'This guest already has a seat'],
  booking_ended: [409, 'The booking has ended'],
  booking_closed: [409, 'The booking is cancelled or declined'],
  in_use: [409, 'It is still in use'],
  slug_taken: [409, 'That address is taken'],
  in_sandbox: [409, 'That is not for sandboxes'],
  clock_backwards: [409, 'A clock only goes forward'],
  clock_moving: [409, 'The clock is being moved already'],
  email_taken: [409, 'That e-mail address is taken'],
  external_id_taken: [409, 'That external id is taken'],
  last_owner: [409, 'An organization needs an owner'],
  hold_expired: [410, 'The hold has ended'],
  gone: [410, 'It is gone'],
  precondition_failed: [412, 'It has changed since you read it'],
  payload_too_large: [413, 'The body is too large'],
  unsupported_media_type: [415, 'The content type is not supported'],
  idempotency_mismatch: [422, 'The idempotency key was used for another request'],
  quota_exceeded: [429, 'Too many requests'],
  internal: [500, 'Something went wrong on our side'],
  unavailable: [503, 'Not available right now'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorCode = keyof typeof codes
export const errorCodes = Object.keys(codes) as ErrorCode[]
export const statusOf = (code: ErrorCode): number => codes[code][0]
export const titleOf = (code: ErrorCode): string => codes[code][1]

/** One thing that is wrong: in the body (`pointer`, RFC 6901 as a fragment) or in the query (`parameter`). */
export interface Fault {
  pointer?: string
  parameter?: string
  code: string
  detail: string
}

/** The only error that callers are meant to see; anything else is shown as `internal`. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  /** Members added to the problem document, RFC 9457 section 3.2. */
  readonly details: Record<string, unknown>
  readonly faults: Fault[]
  constructor(code: ErrorCode, message: string, details: Record<string, unknown> = {}, faults: Fault[] = []) {
    super(message)
    this.code = code
    this.details = details
    this.faults = faults
  }
  get status(): number {
    return statusOf(this.code)
  }
}

/** A 400 that points at one field of the body. */
export const invalidField = (pointer: string, code: string, detail: string): AppError =>
  new AppError('invalid_request', detail, {}, [{ pointer, code, detail }])

/** A 404 that says nothing about what may exist elsewhere. */
export const notFound = (what: string, id: string): AppError => new AppError('not_found', `There is no ${what} ${id}.`)
