import type { Database } from './db/database.ts'
import type { Log } from './log.ts'
import type { Clockworks } from './sandboxes/clocks.ts'
import type { Secrets } from './secrets.ts'

export type Role = 'owner' | 'admin' | 'member'
export type Source = 'api' | 'cli' | 'dashboard' | 'page' | 'embed' | 'demo'

export type Actor =
  | { type: 'api_key'; id: string; userId: string; role: Role }
  | { type: 'user'; id: string; userId: string; role: Role }
  | { type: 'browser_session'; id: string; userId: string; role: Role }
  | { type: 'guest'; id: string }
  | { type: 'system'; id: string }

/** What outlives a request: where the data is, what time it is, how secrets are kept. */
export interface Services {
  db: Database
  /** The only clock: the server's, or inside a sandbox the sandbox's own. */
  now(): Date
  /** The server's clock, in a sandbox too: for what the world outside holds, such as sessions and idempotency. */
  serverNow(): Date
  /** By whose clock what is written now falls due: empty for the server's, else the sandbox organization's. */
  clock: string
  /** Runs what falls due in sandboxes. */
  sandboxes: Clockworks
  /** What every other clock in the world shows, for what they check: never for what is stored. */
  wallClock(): Date
  newId(prefix: string): string
  secrets: Secrets
  log: Log
  /** `capture`: no SMTP server is set, so mail is kept to be read. */
  mail: 'smtp' | 'capture'
  /** What links say, without a trailing slash. */
  publicUrl: string
  /** Why webhooks may not be sent to an address, in a sentence; null when they may. */
  refuseTarget(url: URL): string | null
  signUp: 'open' | 'domains' | 'closed'
  defaultPlan: 'free' | 'pro' | 'enterprise'
}

/** Everything a verb needs and nothing it must import: who asks, in which organization, over which surface. */
export interface Context extends Services {
  actor: Actor
  organizationId: string
  /** The organization's plan; free for guests, whose organization is not known yet. */
  plan: 'free' | 'pro' | 'enterprise'
  source: Source
  /** Shared by the events of one change to several bookings, so that one mail tells of all of them. */
  cause?: string
  scopes: readonly string[]
  /** Set where a token of a browser session asks: the one thing that it is for. */
  browserSession?: BrowserSessionPins
}

/** What a browser session is bound to. */
export interface BrowserSessionPins {
  id: string
  kind: 'booker' | 'host' | 'booking'
  eventTypeId: string | null
  bookingId: string | null
  guest: { name: string; email: string; timezone?: string | undefined; locale?: string | undefined } | null
}
