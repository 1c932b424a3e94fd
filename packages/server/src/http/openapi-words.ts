/** The introduction of the document. */
export const overview = `Scheduling for developers: availability, bookings and the event log of one organization, over HTTP and JSON.

**Sign in** with \`Authorization: Bearer lm_live_…\`. A key has scopes such as \`bookings:write\`; what it lacks is named in the 403. Paths below \`/public\` need no key.

**Errors** are problem documents (RFC 9457). \`code\` is stable and made for programs, \`type\` opens a page with cause and cure, and \`errors\` points at every field that is wrong, all at once. Unknown fields and parameters are refused by name.

**Lists** answer \`{ data, nextCursor }\`. Send \`nextCursor\` as \`cursor\` with the same filters for the next page; it is null on the last one.

**Repeating safely**: send an \`Idempotency-Key\` with every POST. The same request under the same key has one effect, and the same answer for 24 hours.

**Changing safely**: single resources carry an \`ETag\`; with \`If-Match\` a change is refused when somebody else was first. A PATCH is a JSON Merge Patch: null takes a field back, lists are replaced as a whole.

**Times** are RFC 3339 instants in UTC, zones are IANA names, lengths are whole minutes. Where an id is wanted, \`ext:\` and your own \`externalId\` will do.

**Rate limits** count per key, and per address without one; \`RateLimit\` says on every answer what is left.`

const text = (description: string, example: string) => ({ description, schema: { type: 'string' }, example })

export const headers = {
  'Request-Id': text('Names this request in the log; quote it when you ask for help.', 'req_4fTq0ZkV9mXb2RsLw8Yc'),
  RateLimit: text('`r` requests are left; in `t` seconds there are more.', '"default";r=597;t=12'),
  'RateLimit-Policy': text('At most `q` requests in `w` seconds.', '"default";q=600;w=60'),
  ETag: text('The version of the resource, for `If-Match` and `If-None-Match`.', '"q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"'),
  Link: text('The next page, when there is one.', '</api/v1/bookings?limit=25&cursor=eyJhIjoi>; rel="next"'),
  'Idempotent-Replayed': text('`true` when this is the kept answer of an equal request before.', 'true'),
  'Retry-After': {
    description: 'After this many seconds the request may be sent again.',
    schema: { type: 'integer', minimum: 0 },
    example: 12,
  },
  'WWW-Authenticate': text('How to sign in.', 'Bearer'),
}

const header = (name: string, description: string, example: string, maxLength = 500) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string', maxLength },
  example,
})

export const parameters = {
  IdempotencyKey: header(
    'Idempotency-Key',
    'A random text of yours, new for each request. Sent again with the same request it changes nothing more and gets the first answer, for 24 hours.',
    '4f5a1c1e-6c0b-4d4e-9d2a-0b9f3f4c7a11',
    255,
  ),
  IfMatch: header(
    'If-Match',
    'Change only what still has this `ETag`; 412 `precondition_failed` when somebody else was first.',
    '"q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"',
  ),
  IfNoneMatch: header(
    'If-None-Match',
    'Answer 304 without a body when the resource still has this `ETag`.',
    '"q3Zr0xB7mVtJ2kLw9sYcPd8fHnE"',
  ),
}

export const problem = {
  type: 'object',
  // RFC 9457, section 3.2: a code may bring members of its own.
  additionalProperties: true,
  description: 'What went wrong, RFC 9457. Problems of some codes carry more members, such as `missingScope`.',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'A page on this server that explains the code.' },
    title: { type: 'string', description: 'The code in words; the same for every problem of this code.' },
    status: { type: 'integer', description: 'The HTTP status.' },
    detail: { type: 'string', description: 'What is wrong with this request, for people.' },
    instance: { type: 'string', description: 'The path that was called.' },
    code: { type: 'string', description: 'Stable; made for programs.' },
    requestId: { type: 'string', description: 'The `Request-Id` of this answer.' },
    errors: {
      type: 'array',
      description: 'Every field and parameter that is wrong.',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'The field of the body, a JSON pointer as a fragment.' },
          parameter: { type: 'string', description: 'The query parameter.' },
          code: { type: 'string', description: 'What is wrong with it, for programs.' },
          detail: { type: 'string', description: 'What is wrong with it, for people.' },
        },
      },
    },
  },
}
