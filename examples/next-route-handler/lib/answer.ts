import { ApiError, isCode, LetsMeetError } from '@letsmeet/sdk'

/** What a form needs of a failure: a code to act on, a sentence to show, and which fields are wrong. */
export function failure(error: unknown): Response {
  if (isCode(error, 'slot_unavailable', 'seat_taken')) return problem(409, error.code, error.problem.detail)
  if (isCode(error, 'invalid_request')) {
    const fields = Object.fromEntries(error.errors.map((one) => [one.pointer ?? one.parameter ?? '', one.detail]))
    return problem(400, error.code, error.problem.detail, { fields })
  }
  if (isCode(error, 'idempotency_mismatch')) return problem(422, error.code, error.problem.detail)
  // A scope we lack, a quota we used up, a server that is down: ours to mend, and not for the browser to know.
  console.error(error instanceof ApiError ? `${error.message} (${error.requestId})` : error)
  if (!(error instanceof LetsMeetError && error.retryable)) return problem(500, 'internal', 'Something went wrong.')
  return problem(503, 'unavailable', 'Booking pauses for a moment; try again.', {}, { 'retry-after': '5' })
}

export const problem = (status: number, code: string, message = '', more = {}, headers = {}): Response =>
  Response.json({ code, message, ...more }, { status, headers })
