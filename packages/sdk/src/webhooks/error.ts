export type WebhookErrorCode =
  | 'missing_header'
  | 'invalid_timestamp'
  | 'too_old'
  | 'too_new'
  | 'no_match'
  | 'parsed_body'
  | 'invalid_secret'
  | 'invalid_json'

/** The request is not to be trusted, or was not handed over as it arrived. `code` is stable. */
export class WebhookError extends Error {
  override readonly name: string = 'WebhookError'
  readonly code: WebhookErrorCode

  constructor(code: WebhookErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}
