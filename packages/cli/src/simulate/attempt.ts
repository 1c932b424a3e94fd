import { ApiError } from '@letsmeet/sdk'
import { Violation } from './violation.ts'

export type Attempt<T> = { made: T; refused?: undefined } | { made?: undefined; refused: ApiError }

/** An answer, or a refusal that somebody could do something about; anything else is a fault of the server. */
export async function attempt<T>(call: Promise<T>): Promise<Attempt<T>> {
  try {
    return { made: await call }
  } catch (error) {
    if (error instanceof ApiError && error.status >= 400 && error.status < 500) return { refused: error }
    throw unanswered(error)
  }
}

/** What nobody should be refused. */
export async function must<T>(what: string, call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw new Violation({ promise: 'What is allowed succeeds', expected: `${what} to succeed`, seen: wordsOf(error) })
  }
}

/** A refusal with one of these codes, and nothing else. */
export function allow(refused: ApiError, what: string, ...codes: string[]): void {
  if (codes.includes(refused.code)) return
  throw new Violation({
    promise: 'Refusals say why',
    expected: `${what} to be refused with ${codes.join(' or ')}`,
    seen: wordsOf(refused),
  })
}

const unanswered = (error: unknown) =>
  new Violation({ promise: 'Every request is answered', expected: 'an answer', seen: wordsOf(error) })

const wordsOf = (error: unknown): string =>
  error instanceof ApiError
    ? `${error.status} ${error.code}: ${error.problem.detail ?? error.problem.title}${error.errors.map((one) => ` (${one.pointer ?? one.parameter}: ${one.detail})`).join('')}`
    : error instanceof Error
      ? error.message
      : String(error)
