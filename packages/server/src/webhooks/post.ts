import type { Socket } from 'node:net'
import type { Agent } from 'undici'
import { Attempt, type Outcome } from './attempt.ts'
import { Failure, shuttingDown } from './failure.ts'
import type { Guard } from './guard.ts'

export type { Outcome }

export interface Post {
  url: string
  /** All of them, except what the connection needs; a user name in the URL becomes one more. */
  headers: Record<string, string>
  body: string | Uint8Array
  /** For everything: name, connection, handshake, headers, body. */
  deadlineMs?: number
}

export interface Poster {
  /** Sends one webhook; never rejects. */
  post(input: Post): Promise<Outcome>
  /** Ends what is under way as `shutting_down`. */
  close(): Promise<void>
}

interface Settings {
  guard: Guard
  now: () => Date
  connectMs?: number
  ca?: string
}

export function createPoster({ guard, now, connectMs = 5000, ca }: Settings): Poster {
  const dialing = new Set<Socket>()
  let isClosed = false
  let loading: Promise<Agent> | null = null
  // The HTTP client takes longer to load than the rest of the server; who sends no webhooks does without it.
  const load = () => {
    loading ??= import('./agent.ts').then(({ createAgent }) => createAgent({ guard, connectMs, ca, dialing }))
    return loading
  }

  return {
    async post({ url, headers, body, deadlineMs = 15_000 }) {
      const parsed = URL.parse(url)
      if (!parsed) return Attempt.refused(now, new Failure('invalid_url', 'That is not a URL.'))
      const failure = guard.refusal(parsed)
      if (failure) return Attempt.refused(now, failure)
      const agent = await load()
      if (isClosed) return Attempt.refused(now, shuttingDown())
      const request = { ...requestOf(parsed, headers), body }
      const attempt = new Attempt(now, () => agent.dispatch(request, attempt))
      const timer = setTimeout(() => attempt.expire(deadlineMs), deadlineMs)
      agent.dispatch(request, attempt)
      return attempt.outcome.finally(() => clearTimeout(timer))
    },
    async close() {
      isClosed = true
      const agent = await loading
      const closed = agent?.destroy()
      for (const socket of dialing) socket.destroy()
      await closed
    },
  }
}

function requestOf(url: URL, headers: Record<string, string>) {
  const { origin, pathname, search, username, password } = url
  const request = { origin, path: pathname + search, method: 'POST' }
  const names = Object.keys(headers).map((name) => name.toLowerCase())
  if ((!username && !password) || names.includes('authorization')) return { ...request, headers }
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64')
  return { ...request, headers: { ...headers, authorization: `Basic ${credentials}` } }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
