/** A sample of every mail that LetsMeet can send, for tests and for whoever wants to look at them. */
import { bookingMail } from '../bookings/mail.ts'
import type { BookingMailData, BookingMailKind, Recipient } from '../bookings/mail-data.ts'
import * as domains from '../domains/letters.ts'
import type { Brand } from '../email/brand.ts'
import type { Content } from '../email/message.ts'
import { invitationMail } from '../organizations/mail.ts'
import { writeReminder } from '../reminders/letter.ts'
import type { ReminderStep } from '../reminders/model.ts'
import { sampleOccasion } from '../reminders/sample.ts'
import { magicLinkMail, signUpMail } from '../sessions/mail.ts'
import { warningMail } from '../webhooks/mail.ts'
import * as samples from './mail-samples.ts'

/** Every message by a name, in the order in which the guide lists them. */
export function mailGallery(): Record<string, Content> {
  return {
    ...bookingMails(),
    ...reminderMails(),
    ...accountMails(),
    ...domainMails(),
    ...webhookMails(),
    ...strained(),
  }
}

const { brand, origin } = samples

function bookingMails(): Record<string, Content> {
  const { call, moved, handedOver, inSeries } = samples
  const asked = { ...call, pending: true, confirmUrl: `${origin}/confirm`, declineUrl: `${origin}/decline` }
  const off = { ...call, sequence: 1, by: 'host', reason: 'Ada is ill. We are sorry!' } as const
  return {
    ...toEverybody('confirmed', call),
    'requested-guest': bookingMail('requested', asked, toGuest, brand),
    'requested-host': bookingMail('requested', asked, toHost, brand),
    'requested-host-dashboard': bookingMail('requested', { ...call, pending: true }, toHost, brand),
    ...toEverybody('request_confirmed', call),
    ...toEverybody('declined', { ...off, pending: true }),
    ...toEverybody('rescheduled', moved),
    ...toEverybody('cancelled', off),
    ...toEverybody('reassigned', handedOver),
    'reassigned-former-host': bookingMail('reassigned', handedOver, { role: 'former_host', host: samples.ada }, brand),
    ...toEverybody('confirmed', inSeries, 'series'),
    'series-cancelled': bookingMail('cancelled', { ...inSeries, by: 'guest' }, toGuest, brand),
  }
}

const toGuest: Recipient = { role: 'guest' }
const toHost: Recipient = { role: 'host', host: samples.ada }
const toCompanion: Recipient = { role: 'additional_guest', email: 'howard@example.com' }

function toEverybody(kind: BookingMailKind, data: BookingMailData, name: string = kind): Record<string, Content> {
  return {
    [`${name}-guest`]: bookingMail(kind, data, toGuest, brand),
    [`${name}-companion`]: bookingMail(kind, data, toCompanion, brand),
    [`${name}-host`]: bookingMail(kind, data, toHost, brand),
  }
}

function reminderMails(): Record<string, Content> {
  const before = {
    id: 'rws_1',
    offsetMinutes: -60,
    channel: 'email',
    recipient: 'both',
    subject: null,
    body: null,
  } as const
  const own = {
    ...before,
    subject: 'See you {{start.date}}, {{guest.name}}',
    body: 'Hello {{guest.name}},\n\n“{{event.title}}” begins at {{start.time}} ({{timezone}}).\nJoin here: {{location}}\n\nSomething came up? {{manageUrl}}',
  }
  const after = { ...before, offsetMinutes: 60 }
  return {
    'reminder-guest': reminder(before, 'guest'),
    'reminder-host': reminder(before, samples.adaUser.id),
    'reminder-own-words': reminder(own, 'guest'),
    'follow-up-guest': reminder(after, 'guest', `${origin}/reminders/stop/rem_0WbXkT3nPq7YvLs2DfGh.token`),
    'follow-up-host': reminder(after, samples.adaUser.id),
  }
}

function reminder(step: ReminderStep, recipient: string, stopUrl: string | null = null): Content {
  const ctx = {
    now: () => samples.call.createdAt,
    publicUrl: origin,
    organizationId: samples.adaUser.organizationId,
    secrets: { derive: () => 'token', seal: (text: string) => text, open: (sealed: string) => sealed },
  }
  const occasion = sampleOccasion(ctx, samples.adaUser, { name: 'Analytical Engines' })
  const written = writeReminder(ctx, step, occasion, { recipient, stopUrl })
  if (!written) throw new Error(`Nobody reads a reminder to ${recipient}.`)
  return written.message
}

function accountMails(): Record<string, Content> {
  const link = { name: 'Ada Lovelace', url: `${origin}/dashboard/sign-in?token=token`, expiresInMinutes: 15 }
  const invitation = {
    organizationName: 'Analytical Engines',
    inviterName: 'Ada Lovelace',
    url: `${origin}/invitations/token`,
    expiresAt: new Date('2030-01-22T09:00:00Z'),
    timezone: 'Europe/Berlin',
  }
  return {
    'sign-in': magicLinkMail({ ...link, organizationName: 'Analytical Engines' }, brand),
    'sign-up': signUpMail(link, { ...brand, name: 'LetsMeet' }),
    invitation: invitationMail(invitation, brand),
  }
}

function domainMails(): Record<string, Content> {
  const timezone = 'Europe/Berlin'
  const owner = { domain: 'engines.example', organizationName: 'Analytical Engines', timezone }
  const news = { ...owner, domainsUrl: `${origin}/dashboard/domains` }
  const person = { ...owner, name: 'Grace Hopper', email: 'grace@engines.example' }
  const at = new Date('2030-01-08T09:00:00Z')
  const later = new Date('2030-01-11T09:00:00Z')
  const movesAt = new Date('2030-01-15T09:00:00Z')
  const record = { name: '_letsmeet.engines.example', value: 'letsmeet-verify=Zt0aGk3xv5u1Yb8mJcQwRs' }
  return {
    'domain-verified': domains.verifiedMail(news, brand),
    'domain-contested': domains.contestedMail(news, { until: later, record }, brand),
    'domain-moved': domains.movedMail(news, later, brand),
    'domain-lapsing': domains.lapsingMail(news, { at, lapsesAt: later, record }, brand),
    'domain-lapsed': domains.lapsedMail(news, later, brand),
    'domain-capture': domains.captureMail({ ...person, movesAt, accountUrl: `${origin}/dashboard` }, brand),
    'domain-join': domains.joinMail({ ...person, url: `${origin}/join/token`, expiresAt: later }, brand),
  }
}

function webhookMails(): Record<string, Content> {
  const endpoint = {
    id: 'we_0WbXkT3nPq7YvLs2DfGh',
    url: 'https://hooks.acme.example/letsmeet',
    description: 'Rooms of the Berlin office',
  }
  const times = { at: new Date('2030-01-12T09:13:00Z'), failingSince: new Date('2030-01-07T08:00:00Z') }
  const warning = (kind: 'failing' | 'disabled' | 'gone') =>
    warningMail({ endpoint, warning: { kind, ...times }, timezone: 'Europe/Berlin' }, brand)
  return {
    'webhook-failing': warning('failing'),
    'webhook-disabled': warning('disabled'),
    'webhook-gone': warning('gone'),
  }
}

/** The same letters where they are hardest to set: other scripts, endless words, any brand. */
function strained(): Record<string, Content> {
  const { call, rightToLeft, endless, bright, white, black } = samples
  const asked = { ...call, pending: true, confirmUrl: `${origin}/confirm`, declineUrl: `${origin}/decline` }
  const branded = (look: Brand) => bookingMail('requested', asked, toHost, look)
  return {
    'right-to-left-guest': bookingMail('confirmed', rightToLeft, toGuest, brand),
    'right-to-left-host': bookingMail('confirmed', rightToLeft, toHost, brand),
    'endless-guest': bookingMail('confirmed', endless, toGuest, brand),
    'endless-host': bookingMail('confirmed', endless, toHost, { ...brand, name: 'N'.repeat(120) }),
    'brand-bright': branded(bright),
    'brand-white': branded(white),
    'brand-black': branded(black),
  }
}
