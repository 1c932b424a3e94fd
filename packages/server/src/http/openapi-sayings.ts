import type { ErrorCode } from '../errors.ts'

interface Saying {
  detail: string
  /** What the problem carries besides. */
  members?: Record<string, unknown>
}

/** The codes whose words do not follow from the route. */
export type SharedCode = Exclude<ErrorCode, 'invalid_request' | 'not_found' | 'scope_missing'>

/** What each problem says in the examples. */
export const sayings: Record<SharedCode, Saying> = {
  invalid_json: {
    detail: "The body is not valid JSON: Expected ',' or '}' after property value in JSON at position 42",
  },
  cursor_mismatch: { detail: 'This cursor belongs to other filters; start again without it.' },
  unauthenticated: { detail: 'This API key is not known here.' },
  forbidden: { detail: 'This API key may not be used from 203.0.113.7; its allow-list names other addresses.' },
  plan_required: {
    detail: 'The free plan has 1 API key; more need the pro plan.',
    members: { feature: 'apiKeys', plan: 'free', requiredPlan: 'pro' },
  },
  origin_not_allowed: {
    detail:
      "Pages of https://elsewhere.example are not allowed; a browser session works on the organization's allowedOrigins, and servers use an API key.",
  },
  sign_up_closed: { detail: 'Sign-up is closed on this server; ask its owner for an invitation.' },
  in_sandbox: { detail: 'A sandbox has no sandboxes of its own; ask with a key of your live organization.' },
  clock_backwards: {
    detail: 'The clock only goes forward: it is 2030-03-30T08:00:00.000Z, later than 2030-03-29T08:00:00.000Z.',
  },
  clock_moving: {
    detail: 'This clock is being moved already; wait until it has arrived.',
    members: { retryAfterSeconds: 1 },
  },
  method_not_allowed: { detail: '/api/v1/bookings answers GET, POST, not PUT.' },
  conflict: { detail: 'The request contradicts what is there now; read it again and decide anew.' },
  idempotency_in_progress: {
    detail: 'An equal request is still running; ask again in a moment.',
    members: { retryAfterSeconds: 1 },
  },
  slot_unavailable: {
    detail: 'That time is not available; choose another.',
    members: {
      reason: 'busy',
      explanation: 'Ada Lovelace: Taken by a booking, 2030-01-08 10:00–10:30 (Europe/Berlin).',
    },
  },
  event_type_inactive: { detail: 'This event type is switched off; nothing can be booked.' },
  hold_mismatch: { detail: 'This hold is for another start; make one for what you book.' },
  hold_limit_reached: {
    detail: 'You have 100 live holds, the most there may be; release some or wait until they end.',
    members: { limit: 100 },
  },
  seat_taken: { detail: 'grace@example.com already has a seat in this session.' },
  booking_ended: { detail: "This booking has ended; it can't be changed." },
  booking_closed: { detail: "This booking was cancelled; it can't be changed." },
  in_use: { detail: 'This is still used by the event type “Intro call”; give it another one first.' },
  slug_taken: { detail: 'The address intro-call is taken; choose another.' },
  email_taken: { detail: 'There is already an account for ada@example.com.' },
  external_id_taken: { detail: 'Another one of yours has the external id crm-1042.' },
  last_owner: { detail: 'This is the last owner; appoint another one first.' },
  hold_expired: {
    detail: 'This hold has ended; list the slots again and hold one that is still open.',
    members: { expiresAt: '2030-01-07T14:25:00.000Z' },
  },
  gone: { detail: 'This link was used or has expired; ask for a new one.' },
  precondition_failed: { detail: 'It has changed since you read it; read it again and decide anew.' },
  payload_too_large: { detail: 'The body is larger than 1 MiB; send less at a time.' },
  unsupported_media_type: { detail: 'Send the body as application/json, not text/plain.' },
  idempotency_mismatch: {
    detail: 'This Idempotency-Key was used for another request within the last 24 hours; send a new one.',
  },
  quota_exceeded: {
    detail: 'More than 600 requests a minute. Wait 12 s and try again.',
    members: { retryAfterSeconds: 12 },
  },
  internal: { detail: 'Something went wrong on our side. Nothing was changed; the log has the details.' },
  unavailable: { detail: 'The server cannot store anything right now. Nothing was changed; try again soon.' },
}
