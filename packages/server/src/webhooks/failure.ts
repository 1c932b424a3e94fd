/** Why an attempt did not succeed; stable, and shown to the customer. */
export type FailureCode =
  | 'invalid_url'
  | 'insecure_url'
  | 'private_address'
  | 'own_address'
  | 'dns_failed'
  | 'connection_refused'
  | 'connection_reset'
  | 'unreachable'
  | 'tls_failed'
  | 'timeout'
  | 'invalid_response'
  | 'invalid_request'
  | 'redirect'
  | 'http_error'
  | 'shutting_down'

/** Its message is one sentence that a developer understands. */
export class Failure extends Error {
  override name = 'Failure'
  readonly code: FailureCode
  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const reset = 'The receiver closed the connection before its answer was complete.'
const unanswered = 'What came back is not an HTTP answer.'

const closing = 'LetsMeet is shutting down; the attempt will be made again.'

/** What the system and the HTTP client say, by the code of their error. */
const known: Record<string, [FailureCode, string]> = {
  ECONNREFUSED: ['connection_refused', 'Nothing listens at that address and port: the connection was refused.'],
  ECONNRESET: ['connection_reset', reset],
  EPIPE: ['connection_reset', reset],
  UND_ERR_SOCKET: ['connection_reset', reset],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['invalid_response', 'The answer has another length than its Content-Length.'],
  UND_ERR_HEADERS_OVERFLOW: ['invalid_response', 'The headers of the answer exceed 16 KiB.'],
  UND_ERR_INVALID_ARG: ['invalid_request', 'The URL or a header cannot be sent; correct the endpoint.'],
  UND_ERR_DESTROYED: ['shutting_down', closing],
  UND_ERR_CLOSED: ['shutting_down', closing],
  ETIMEDOUT: ['timeout', 'The address did not answer the connection in time.'],
}

/** Whatever went wrong on the wire, as a failure. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error
  const code = codeOf(error)
  const { name, message } = error instanceof Error ? error : new Error()
  // The client calls an upgrade that nobody asked for a fault of the socket.
  if (name === 'HTTPParserError' || (name === 'SocketError' && message.startsWith('bad '))) {
    return new Failure('invalid_response', unanswered, { cause: error })
  }
  const [failure, sentence] = known[code] ?? ['unreachable', `The address could not be reached${code && ` (${code})`}.`]
  return new Failure(failure, sentence, { cause: error })
}

export const shuttingDown = (): Failure => new Failure('shutting_down', closing)

/** Everything that fails between the connection and the end of the handshake is for the receiver's TLS to mend. */
export function tlsFailureOf(error: unknown): Failure {
  const code = codeOf(error)
  const sentence = tlsFaults[code] ?? `The TLS handshake failed${code && ` (${code})`}.`
  return new Failure('tls_failed', sentence, { cause: error })
}

const tlsFaults: Record<string, string> = {
  CERT_HAS_EXPIRED: 'The certificate has expired; renew it.',
  CERT_NOT_YET_VALID: 'The certificate is not valid yet.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is self-signed; use one of a public authority.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate comes from an authority that is not public.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate chain is incomplete; send the intermediate certificates too.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'The certificate chain is incomplete, or its authority is not public.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another host name.',
  ERR_SSL_WRONG_VERSION_NUMBER: 'The port does not speak TLS; is it the port for plain HTTP?',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'The port does not speak TLS; is it the port for plain HTTP?',
  ECONNRESET: 'The receiver closed the connection during the TLS handshake.',
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
