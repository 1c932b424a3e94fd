/** A mail before it is sent: what the templates write, the outbox stores and the mailer delivers. */

export interface Address {
  name?: string
  email: string
}

/** What a template writes; who gets it is the caller's business. */
export interface Content {
  subject: string
  html: string
  text: string
  replyTo?: Address
  calendar?: { method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; content: string }
}

export interface Message extends Content {
  to: Address
  headers?: Record<string, string>
}
