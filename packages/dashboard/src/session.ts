import type { Problem } from './problem.ts'

/** What a token is for, as `GET /browser-sessions/current` says it. */
export interface Session {
  kind: 'booker' | 'host' | 'booking'
  readOnly: boolean
  eventTypeId: string | null
  bookingId: string | null
  guest: { name: string; email: string } | null
  eventType: { url: string; redirectUrl: string | null } | null
  user: { id: string; name: string; timezone: string } | null
  /** What time it is there. */
  now: string
}

export interface Asked {
  method?: 'POST' | 'PATCH' | 'DELETE'
  body?: object | string
  idempotencyKey?: string
  /** Sent even while the page goes away. */
  keepalive?: boolean
}

/** Asks this server's API with the session's token. */
export type Ask = (path: string, asked?: Asked) => Promise<Response>

export type Opened =
  | { state: 'none' }
  | { state: 'open'; session: Session; ask: Ask }
  | { state: 'over'; title: string; text: string }

export const again = 'Open the link again from the page you came from.'

// A token belongs to one page: another one of the same tab must not take it for its own.
const place = `lm_session ${location.pathname}`

/** Takes the token out of the address at once: no history, bookmark or referrer keeps it. */
function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('session')
  if (token === null) return sessionStorage.getItem(place)
  sessionStorage.setItem(place, token)
  history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

/** The session that the address or this tab holds, if it is alive. */
export async function openSession(): Promise<Opened> {
  const token = takeToken()
  addEventListener('hashchange', () => {
    // Another link to the page that is already open.
    if (location.hash.startsWith('#session=')) location.reload()
  })
  if (token === null) return { state: 'none' }
  const ask = askWith(token)
  try {
    const response = await ask('/browser-sessions/current')
    if (response.ok) return { state: 'open', session: await response.json(), ask }
    return reasonOf(await response.json())
  } catch {
    return { state: 'over', title: 'The server could not be reached', text: 'Please load this page again.' }
  }
}

const askWith =
  (token: string): Ask =>
  (path, { method, body, idempotencyKey, keepalive } = {}) =>
    fetch(`/api/v1${path}`, {
      method: method ?? 'GET',
      credentials: 'omit',
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(keepalive && { keepalive }),
    })

function reasonOf({ code, detail }: Problem): Opened {
  if (code === 'unauthenticated') return { state: 'over', title: 'This link has expired', text: again }
  return { state: 'over', title: 'This link does not work here', text: detail ?? again }
}
