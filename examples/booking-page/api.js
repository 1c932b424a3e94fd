/** An answer that is none: `code` to act on, `message` to show, `errors` for each field that is wrong. */
export class Problem extends Error {
  constructor(code, message, errors = []) {
    super(message)
    this.code = code
    this.errors = errors
  }
}

/** The public routes of one event type. They need no key, and answer pages of any origin. */
export function publicApi({ server, username, eventType }) {
  const page = `${server}/api/v1/public/users/${encodeURIComponent(username)}/${encodeURIComponent(eventType)}`
  return {
    eventType: () => ask(page),
    slots: (range) => ask(`${page}/slots?${new URLSearchParams(range)}`),
    // The same key and booking make one booking, however often they are sent.
    book: (booking, key) =>
      ask(`${page}/bookings`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
        body: JSON.stringify(booking),
      }),
  }
}

async function ask(url, init) {
  const response = await fetch(url, { ...init, credentials: 'omit' }).catch(() => {
    throw new Problem('offline', 'The booking server cannot be reached. Check your connection and try again.')
  })
  const body = await response.json().catch(() => ({}))
  if (response.ok) return body
  throw new Problem(body.code, body.detail ?? `The booking server answered ${response.status}.`, body.errors)
}
