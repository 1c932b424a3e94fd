/** Delivers mails over SMTP; retrying is the caller's job, and so is knowing what was sent. */
import { createTransport } from 'nodemailer'
import { UndeliverableError } from './failure.ts'
import type { Address, Message } from './message.ts'
import { oneLine } from './plain.ts'

export interface Mailer {
  /** Hands one mail to the server, or throws; `messageId` stays the same when a mail is tried again. */
  send(message: Message, messageId: string): Promise<{ response: string }>
  close(): void
}

/** A mailer for an `smtp://` or `smtps://` URL; `from` is an address or `Name <address>`. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // A dropped connection may have delivered already, so the outbox decides about another try.
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
    // A mail catcher on this machine signs its own certificate, and nobody else can listen here.
    ...(isLoopback(new URL(url).hostname) && { tls: { rejectUnauthorized: false } }),
  })
  return {
    async send(message, messageId) {
      const { response } = await transport.sendMail({ ...mime(message), from, messageId: oneLine(messageId, 900) })
      return { response }
    },
    close: () => transport.close(),
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}

function mime({ to, replyTo, subject, text, html, calendar, headers = {} }: Message) {
  return {
    to: address(to),
    subject: oneLine(subject, 400),
    text,
    html,
    // A mail is worth sending even when nobody can answer it.
    ...(replyTo && isAddress(replyTo.email) && { replyTo: address(replyTo) }),
    // An alternative that mail programs show as an invitation, and a file for those that do not.
    ...(calendar && { icalEvent: { ...calendar, filename: 'invite.ics' } }),
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), oneLine(value, 900)])),
      'auto-submitted': 'auto-generated',
      'x-auto-response-suppress': 'All',
    },
  }
}

function address({ name = '', email }: Address) {
  if (!isAddress(email)) {
    throw new UndeliverableError(`${JSON.stringify(email)} is not an address that mail can be sent to.`)
  }
  // Many programs decode `=?…?=` even where RFC 2047 forbids it, and would show another name.
  return { name: oneLine(name, 200).replaceAll('=?', '= ?'), address: email }
}

/** One recipient and nothing beside it: no header or second address fits in. */
function isAddress(email: string): boolean {
  return /^[^\s<>()[\]\\,;:"@\p{Cc}]+@[^\s<>()\\,;"@\p{Cc}]+$/u.test(email)
}
