import { z } from 'zod'
import { isStorageFailure } from '../db/dialect.ts'
import { AppError, titleOf } from '../errors.ts'
import { invalid } from './parse.ts'

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: string
  requestId: string
  errors?: unknown[]
  [extension: string]: unknown
}

/** What a caller is told, RFC 9457; `type` opens a page on this server. */
export function problemOf(error: AppError, at: { publicUrl: string; path: string; requestId: string }): Problem {
  return {
    type: `${at.publicUrl}/errors/${error.code.replaceAll('_', '-')}`,
    title: titleOf(error.code),
    status: error.status,
    detail: error.message,
    instance: at.path,
    code: error.code,
    requestId: at.requestId,
    ...error.details,
    ...(error.faults.length > 0 && { errors: error.faults }),
  }
}

/** Anything thrown, as the error a caller may see. */
export function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause
  // A verb checks what a merge patch makes of the whole; what it finds is in the caller's body.
  if (cause instanceof z.ZodError) return invalid(cause, undefined, 'body')
  if (isStorageFailure(cause)) {
    return new AppError(
      'unavailable',
      'The server cannot store anything right now. Nothing was changed; try again soon.',
    )
  }
  if (isBadUri(cause)) return new AppError('invalid_request', 'The address is not a valid URL.')
  return new AppError('internal', 'Something went wrong on our side. Nothing was changed; the log has the details.')
}

const isBadUri = (cause: unknown): boolean =>
  cause instanceof URIError || (cause instanceof Error && 'status' in cause && cause.status === 400)
