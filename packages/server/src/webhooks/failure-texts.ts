import type { FailureCode } from './failure.ts'

/** Each reason that the log may give for an attempt, and what the receiver's owner does about it; for the guide. */
export const failureTexts: Readonly<Record<FailureCode | 'endpoint_deleted', string>> = {
  http_error: 'The receiver answered 4xx or 5xx; `responseStatus` and the kept body say more.',
  redirect: 'It answered 3xx; redirects are not followed. Correct the URL.',
  timeout: 'No complete answer within 15 seconds. Answer first, then work.',
  connection_refused: 'Nothing listens at that address and port.',
  connection_reset: 'It closed the connection before its answer was complete.',
  dns_failed: 'The name could not be resolved.',
  unreachable: 'The address could not be reached.',
  tls_failed: 'The certificate has expired, is for another name, or lacks its chain; `errorDetail` says which.',
  invalid_response: 'What came back is not HTTP, or its headers exceed 16 KiB.',
  private_address: 'The address is, or leads to, one that webhooks may not reach.',
  own_address: 'It is the LetsMeet server itself.',
  insecure_url: 'The URL is not `https`.',
  invalid_url: 'The URL cannot be used.',
  invalid_request: 'The URL or a header of yours cannot be sent.',
  shutting_down: 'LetsMeet was stopped; the attempt is made again and does not count.',
  endpoint_deleted: 'The endpoint was deleted before this was sent.',
}
