import { ApiError, isCode, LetsMeetError } from '@letsmeet/sdk'

/** What our own server refuses. */
export class Refusal extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export const refuse = (status: number, message: string): Refusal => new Refusal(status, message)

/** What a page may know of a failure: what it can do about it, and never what is between us and LetsMeet. */
export function answerTo(error: unknown): { status: number; body: { error: string } } {
  if (error instanceof Refusal) return say(error.status, error.message)
  if (isCode(error, 'slot_unavailable', 'seat_taken')) return say(409, 'That time was just taken; choose another.')
  if (error instanceof ApiError && error.status === 400) return say(400, error.problem.detail ?? error.problem.title)
  // Our key, our quota, the way to LetsMeet: nothing the page could do better. The request id is for the log.
  console.error(error instanceof ApiError ? `${error.message} (${error.requestId})` : error)
  const isPassing = error instanceof LetsMeetError && error.retryable
  return isPassing ? say(503, 'Booking pauses for a moment; try again.') : say(500, 'Something went wrong.')
}

const say = (status: number, error: string) => ({ status, body: { error } })
