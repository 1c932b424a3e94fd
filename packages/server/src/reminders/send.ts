import type { Services } from '../context.ts'
import { isPermanent } from '../email/failure.ts'
import type { Mailer } from '../email/mailer.ts'
import type { Outgoing } from '../email/service.ts'
import { writeReminder } from './letter.ts'
import type { ReminderReason, ReminderRow } from './model.ts'
import type { Concern } from './occasion.ts'
import { recipientOf } from './recipient.ts'
import { isPastIts, nextAttempt } from './rules.ts'
import type { SmsSender } from './sms.ts'
import { stopUrl } from './stop.ts'

/** A mail's id follows from its reminder's. */
export const mailPrefix = 'mail_'

/** How reminders leave the house. */
export interface Postman {
  /** Null where no SMTP server is set: mail is kept to be read. */
  mailer: Mailer | null
  /** What Message-IDs end with. */
  host: string
  sms: SmsSender
}

/** What became of one attempt. */
export type Outcome =
  | { state: 'sent'; mail?: Outgoing; message?: { subject: string; text: string } }
  | { state: 'skipped' | 'cancelled'; reason: ReminderReason }
  | { state: 'failed'; reason: ReminderReason; error: string | null; mail?: Outgoing }
  | { state: 'scheduled'; error: string; dueMs: number }

/** Sends one reminder, or says why not; whatever goes wrong with one stays with that one. */
export async function sendReminder(
  services: Services,
  row: ReminderRow,
  concern: Concern,
  postman: Postman,
): Promise<Outcome> {
  try {
    return await send(services, row, concern, postman)
  } catch (cause) {
    services.log.warn('a reminder could not be sent', { reminder: row.id, cause })
    return afterFailure(row, cause, services.now())
  }
}

/** The same row always has the same Message-ID. */
async function send(
  services: Services,
  row: ReminderRow,
  concern: Concern,
  { mailer, host, sms }: Postman,
): Promise<Outcome> {
  const { occasion, step } = concern
  const objection = objectionTo(row, concern, services.now())
  if (objection) return objection
  if (!occasion || !step) return { state: 'cancelled', reason: 'workflow_changed' }
  const isFollowUp = row.recipient === 'guest' && row.offsetMinutes > 0
  const stop = isFollowUp && row.channel === 'email' ? stopUrl(services, row.id) : null
  const written = writeReminder(services, step, occasion, { recipient: row.recipient, stopUrl: stop })
  if (!written) {
    const isHost = recipientOf(row.recipient).recipient === 'host'
    return { state: 'cancelled', reason: isHost ? 'reassigned' : 'erased' }
  }
  const { message } = written
  if (row.channel === 'webhook') return { state: 'sent', message: { subject: message.subject, text: message.text } }
  if (row.channel === 'sms') {
    // The only number that is known is the one that the guest gave to be called.
    const to = recipientOf(row.recipient).recipient === 'guest' ? phoneOf(occasion.booking.location) : ''
    const answer = await sms.send({ to, text: message.text })
    if (answer.isSent === false) return { state: 'skipped', reason: answer.reason }
    if (answer.isSent === true) return { state: 'sent' }
    const text = { to: { ...message.to, email: to }, subject: 'Text message', text: message.text, html: '' }
    return { state: 'sent', mail: { id: mailIdOf(row), kind: 'booking.sms', subjectId: row.bookingId, message: text } }
  }
  const kind = row.offsetMinutes < 0 ? 'booking.reminder' : 'booking.follow_up'
  const mail: Outgoing = { id: mailIdOf(row), kind, subjectId: row.bookingId, message }
  try {
    if (mailer) await mailer.send(message, `<${mail.id}@${host}>`)
    return { state: 'sent', mail }
  } catch (cause) {
    return afterFailure(row, cause, services.now(), mail)
  }
}

const mailIdOf = (row: ReminderRow): string => mailPrefix + row.id

/** A refused address is not tried again; anything else is, until it would be too late. */
function afterFailure(row: ReminderRow, cause: unknown, now: Date, mail?: Outgoing): Outcome {
  const error = cause instanceof Error ? cause.message : String(cause)
  const kept = mail ? { mail } : {}
  if (isPermanent(cause)) return { state: 'failed', reason: 'refused', error, ...kept }
  const next = nextAttempt(row.attempts, now)
  if (isPastIts(row, next)) return { state: 'failed', reason: 'unreachable', error, ...kept }
  return { state: 'scheduled', error, dueMs: next.getTime() }
}

/** Why a reminder is not to be sent any more, seen at the moment of sending. */
function objectionTo(row: ReminderRow, { occasion, step, isStopped, others }: Concern, now: Date): Outcome | null {
  const booking = occasion?.booking
  if (booking?.status !== 'confirmed') return { state: 'cancelled', reason: 'booking_cancelled' }
  if (booking.startsAt.getTime() !== row.startsAt.getTime()) return { state: 'cancelled', reason: 'rescheduled' }
  if (!step) return { state: 'cancelled', reason: 'workflow_changed' }
  if (isPastIts(row, now)) {
    return row.error === null
      ? { state: 'skipped', reason: 'too_late' }
      : { state: 'failed', reason: 'unreachable', error: row.error }
  }
  if (row.offsetMinutes > 0 && booking.noShow) return { state: 'skipped', reason: 'no_show' }
  if (row.offsetMinutes > 0 && row.recipient === 'guest' && isStopped) return { state: 'skipped', reason: 'stopped' }
  return others.some((one) => replaces(one, row, now)) ? { state: 'skipped', reason: 'superseded' } : null
}

/** After an outage nobody wants yesterday's reminder beside that of the last hour. */
const replaces = (one: ReminderRow, row: ReminderRow, now: Date): boolean =>
  row.offsetMinutes < 0 &&
  one.offsetMinutes < 0 &&
  one.recipient === row.recipient &&
  one.channel === row.channel &&
  one.startsAt.getTime() === row.startsAt.getTime() &&
  one.dueAt > row.dueAt &&
  one.dueAt <= now

const phoneOf = (location: { kind: string; value?: string | undefined } | null): string =>
  location?.kind === 'guest_phone' ? (location.value ?? '') : ''
