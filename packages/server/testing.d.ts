/** A whole LetsMeet in the process of your tests: real HTTP, a real database, and a clock that you hold. */
export declare function startLetsMeet(options?: StartOptions): Promise<EmbeddedLetsMeet>

export interface StartOptions {
  /** Where the held clock begins; a Monday, `2030-01-07T08:00:00Z`, unless you say. */
  now?: string | Date
  /** The owner's time zone, in which they work from 9 to 5; `UTC` unless you say. */
  timezone?: string
  /** Sends events to the built-in receiver: all of them, or those of these types, such as `booking.*`. */
  webhooks?: boolean | readonly string[]
}

export interface EmbeddedLetsMeet {
  /** Where it listens, on a free port: the SDK's `baseUrl`. */
  readonly url: string
  /** The owner's key, which may do everything. */
  readonly apiKey: string
  readonly clock: Clock
  readonly mailbox: Mailbox
  readonly webhooks: WebhookReceiver
  /** Waits until every mail and webhook that is due now has gone out. */
  settle(): Promise<void>
  /** Stops the server and removes its data. */
  close(): Promise<void>
}

export interface Clock {
  now(): Date
  /** Moves forward to this instant; all that falls due on the way happens at its own time, in order. */
  set(instant: string | Date): Promise<void>
  /** The same by a length of time: `90m`, `25h`, `3d`, `1h30m`, or in ISO 8601, `P3D`. */
  advance(duration: string): Promise<void>
}

export interface Mailbox {
  /** What was sent so far and fits, oldest first. */
  list(filter?: MailFilter): Promise<CapturedMail[]>
  /** The newest of them; null when there is none. */
  last(filter?: MailFilter): Promise<CapturedMail | null>
  /** Leaves out whatever was sent so far. */
  clear(): Promise<void>
}

export interface MailFilter {
  /** An address. */
  to?: string
  /** Such as `booking.confirmed`. */
  kind?: string
  /** Part of the subject. */
  subject?: string | RegExp
  /** The id of what it is about, such as a booking's. */
  subjectId?: string
}

export interface CapturedMail {
  id: string
  kind: string
  subjectId: string | null
  to: { name: string | null; email: string }
  subject: string
  text: string
  html: string
  /** The invitation in it. */
  calendar: { method: string; content: string } | null
  /** The addresses that it links to, in order, each once. */
  links: string[]
  sentAt: Date
}

export interface WebhookReceiver {
  /** Where it listens. An endpoint that you make yourself may point here, or below. */
  readonly url: string
  /** Every attempt that came, its signature verified and its body parsed, oldest first. */
  readonly received: ReceivedWebhook[]
  /** What it answers from now on; 200 until you say. Anything but 2xx is tried again as the clock moves on. */
  answer(status: number): void
}

export interface ReceivedWebhook {
  id: string
  type: string
  timestamp: string
  organizationId: string
  mode: 'live' | 'test'
  seq: number
  data: Record<string, unknown>
  previous?: Record<string, unknown>
  /** 1, and more when it is tried again. */
  attempt: number
  /** What the receiver answered. */
  answered: number
  /** As it came, to hand it to your own handler. */
  request: { headers: Record<string, string>; body: string }
}
