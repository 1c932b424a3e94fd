export { ApiPromise, type WithResponse } from './answer.ts'
export { LetsMeet } from './client.ts'
export {
  AbortedError,
  ApiError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  ConnectionError,
  type FieldError,
  GoneError,
  isCode,
  LetsMeetError,
  NotFoundError,
  PermissionError,
  PreconditionFailedError,
  type Problem,
  RateLimitError,
  ServerError,
  TimeoutError,
  UnprocessableError,
} from './errors.ts'
export type { CatchUp } from './events.ts'
export type * from './generated/types.ts'
export type { Logger } from './log.ts'
export type { CallOptions, ClientOptions, Fetch } from './options.ts'
export { Page, PagePromise } from './pages.ts'
export type { Call } from './request.ts'
export type { Query } from './url.ts'
