import type { ErrorCode } from '../errors.ts'

/** What each error code means, and what to do about it: the pages that problem documents link to. */
export const errorTexts: Record<ErrorCode, { cause: string; cure: string }> = {
  invalid_request: {
    cause: 'A field of the body or a parameter of the query is missing, unknown, or not what it should be.',
    cure:
      'Read the list `errors`: each entry points at one field with `pointer`, or at one parameter with ' +
      '`parameter`, and says what it wants. Nothing was changed.',
  },
  in_sandbox: {
    cause: 'A sandbox was asked for what only a live organization has, such as sandboxes of its own.',
    cure: 'Ask with a key of your live organization, `lm_live_…`; the CLI keeps it in another profile.',
  },
  clock_backwards: {
    cause: 'The clock of a sandbox was told to go back. What has happened there has happened.',
    cure: 'Read the clock and move it forward, or create another sandbox that begins earlier.',
  },
  clock_moving: {
    cause: 'Somebody else moves this clock right now, and what falls due on the way is running.',
    cure: 'Wait for the seconds in `Retry-After`, read the clock, and decide whether it must still be moved.',
  },
  invalid_json: {
    cause: 'The body is not JSON: it is cut off, has a comma too many, is not UTF-8, or is nested more than 64 deep.',
    cure: 'Let a library write the JSON instead of joining text, and send it as UTF-8.',
  },
  cursor_mismatch: {
    cause: 'The cursor was made for a list with other filters.',
    cure: 'Keep the filters while you follow `nextCursor`, or start again without a cursor.',
  },
  unauthenticated: {
    cause: 'The request carries no API key or session, or one that is unknown, revoked or expired.',
    cure:
      'Send `Authorization: Bearer lm_live_…` with a key that is still valid. `letsmeet whoami` tells ' +
      'whether yours is; in a browser, sign in again.',
  },
  forbidden: {
    cause: 'You are signed in, but your role does not allow this, or a form was sent from another site.',
    cure:
      'Ask an admin of your organization to do it or to change your role. A browser must send its requests ' +
      'from the pages of this server.',
  },
  scope_missing: {
    cause: 'The API key is valid but was made without the scope that this endpoint needs; `missingScope` names it.',
    cure: 'Make a key with that scope. Scopes read `resource:read` and `resource:write`; `*` is all of them.',
  },
  plan_required: {
    cause: 'The plan of your organization does not include this feature; `feature` and `requiredPlan` name both.',
    cure: 'Ask whoever runs this server for the plan that the answer names. What you have made so far stays as it is.',
  },
  origin_not_allowed: {
    cause:
      'The token of a browser session came from a page that the organization does not list in `allowedOrigins`, or from a program that is no browser.',
    cure: 'Add the origin, scheme and host without a path, with `letsmeet organization update` or `PATCH /organization`. On a server use an API key.',
  },
  sign_up_closed: {
    cause: 'This server does not let new people sign up by themselves.',
    cure: 'Ask for an invitation, or run the server with `LETSMEET_SIGN_UP=open`.',
  },
  not_found: {
    cause: 'There is nothing at this address or under this id, or it belongs to another organization.',
    cure: 'Check the id and which API key you used: what another organization owns looks as if it did not exist.',
  },
  method_not_allowed: {
    cause: 'The address exists, but not with this HTTP method.',
    cure: 'The header `Allow` of the answer lists the methods that work here.',
  },
  conflict: {
    cause:
      'The request contradicts what is stored: a booking that is confirmed already is declined, a webhook is sent to an endpoint that is switched off, a secret is rotated while the last rotation still overlaps. The `detail` says what stands in the way.',
    cure: 'Read the resource again, look at its state, and decide anew. Enable an endpoint before you test, redeliver or recover; revoke the previous secret, or send `force`, before you rotate again.',
  },
  slot_unavailable: {
    cause:
      'The start is not open: it was booked a moment ago, or it is outside the hours, notice, window or limits. `reason` says which.',
    cure:
      'List the slots again and take one of those. `GET ' +
      '/api/v1/event-types/{id}/slots?at=<start>&explain=true` tells why a start is not offered.',
  },
  event_type_inactive: {
    cause: 'The event type is switched off, so that nothing new can be booked.',
    cure: 'Switch it on with `active: true`, or book another event type. Bookings that exist stay, and can be moved.',
  },
  hold_mismatch: {
    cause: 'The booking names a hold of another event type, start, duration or host than its own.',
    cure: 'Make a hold for exactly what you book, or book without `holdId`. The hold that you named stays as it is.',
  },
  hold_limit_reached: {
    cause: 'This key or person has as many live holds as there may be; `limit` says how many.',
    cure: 'Release the holds that are no longer needed with `DELETE /api/v1/holds/{id}`, or wait: each ends by itself.',
  },
  seat_taken: {
    cause: 'This e-mail address has a seat in this session already; everybody gets one.',
    cure: 'Use the booking that exists, or book for another address.',
  },
  booking_ended: {
    cause: 'The meeting is over, and what is past can not be moved or cancelled.',
    cure: 'Book a new time.',
  },
  booking_closed: {
    cause: 'The booking was cancelled or declined before.',
    cure: 'Book a new time; a closed booking does not open again.',
  },
  in_use: {
    cause: 'Something still depends on it: an event type uses the schedule, or there are future bookings.',
    cure: 'Move or cancel what depends on it first, or switch it off instead of deleting it.',
  },
  slug_taken: {
    cause: 'The last part of the address, or the username, belongs to somebody or something else already.',
    cure: 'Choose another one.',
  },
  email_taken: {
    cause: 'There is an account with this e-mail address already.',
    cure: 'Sign in with it, or use another address. Upper and lower case make no difference.',
  },
  external_id_taken: {
    cause: 'Another resource of this kind carries this `externalId` already.',
    cure: 'Look at that one with `ext:<value>` in place of its id: perhaps it is what you meant to make.',
  },
  last_owner: {
    cause: 'Every organization keeps at least one owner, and this is the last.',
    cure: 'Make somebody else an owner first.',
  },
  hold_expired: {
    cause: 'The hold was not renewed in time; since `expiresAt` its slot is open to everybody again.',
    cure: 'List the slots again and hold one that is still open. Renew a hold while it lives.',
  },
  gone: {
    cause: 'It was there and is no more: a link that was used or has expired, or a booking that was cancelled.',
    cure: 'Ask whoever sent it to you for a new one.',
  },
  precondition_failed: {
    cause: 'Somebody changed the resource after you had read it, so its `ETag` is no longer the one in `If-Match`.',
    cure: 'Read it again, apply your change to what is there now, and send the new `ETag`.',
  },
  payload_too_large: {
    cause: 'The body is larger than this endpoint takes: 1 MiB, and 20 MiB for imports.',
    cure: 'Send less at a time.',
  },
  unsupported_media_type: {
    cause: 'The body is not sent as what this endpoint reads.',
    cure: 'Send `Content-Type: application/json`; a PATCH may also be `application/merge-patch+json`.',
  },
  idempotency_mismatch: {
    cause: 'This `Idempotency-Key` was used before, for a request with another path or body.',
    cure: 'Make a new key for every new request, and repeat a key only to repeat the very same request.',
  },
  idempotency_in_progress: {
    cause: 'An equal request with the same `Idempotency-Key` is still running.',
    cure: 'Wait as many seconds as `Retry-After` says and send it again: you then get the answer of the first.',
  },
  quota_exceeded: {
    cause: 'There were more requests in the last minute than your key or address may make.',
    cure: 'Wait as many seconds as `Retry-After` says. The header `RateLimit` shows what is left before you run out.',
  },
  internal: {
    cause: 'Something failed inside the server. It is not your fault, and nothing was changed.',
    cure: 'Try again. If it stays, the server log has the details under the `requestId` of the answer.',
  },
  unavailable: {
    cause: 'The server can not read or store anything right now: the database is away, busy, or the disk is full.',
    cure: 'Try again in a moment; what was confirmed before is safe. `GET /readyz` tells when it works again.',
  },
}
