/** The words of one reminder for one reader. */
import { manageUrl } from '../bookings/create.ts'
import type { BookingMailData, Participant, Recipient } from '../bookings/mail-data.ts'
import { actions, facts } from '../bookings/mail-facts.ts'
import { counterpart, names, reader as readBy } from '../bookings/mail-people.ts'
import { mailData, participantOf } from '../bookings/mail-source.ts'
import type { BookingRow } from '../bookings/model.ts'
import type { Context } from '../context.ts'
import { brandOf } from '../email/brand.ts'
import { renderLetter } from '../email/layout.ts'
import type { Action, Block } from '../email/letter.ts'
import type { Message } from '../email/message.ts'
import { isolated, oneLine } from '../email/plain.ts'
import { dayOf, longTime, shortTime, timeOf } from '../email/when.ts'
import { isErased } from '../erasure/scrub.ts'
import type { ReminderStep } from './model.ts'
import type { Occasion } from './occasion.ts'
import { recipientOf } from './recipient.ts'
import { fillIn, type Values, withoutLines } from './template.ts'
import { lengthOf } from './words.ts'

type Maker = Pick<Context, 'now' | 'publicUrl' | 'secrets'>

type Words = Pick<ReminderStep, 'subject' | 'body'>

export interface Written {
  message: Message
  /** In whose zone its times are. */
  timezone: string
}

/** `recipient` is as the ledger keeps it; endpoints are told what the guest would be. Null where nobody is there any more. */
export function writeReminder(
  ctx: Maker,
  { offsetMinutes, ...own }: Words & Pick<ReminderStep, 'offsetMinutes'>,
  { booking, hosts, organization, page }: Occasion,
  { recipient, stopUrl }: { recipient: string; stopUrl: string | null },
): Written | null {
  const reader = readerOf(recipient, booking, hosts)
  if (!reader) return null
  const isForGuest = recipient === 'guest'
  const now = ctx.now()
  const all = mailData({ booking, hosts, now, publicUrl: ctx.publicUrl, manageUrl: manageUrl(ctx, booking.id) })
  // The guest's secret page is in the guest's own mail alone.
  const { manageUrl: _, ...told } = all
  const data: BookingMailData = isForGuest ? all : told
  const to: Participant =
    reader.role === 'additional_guest' ? { ...data.guest, name: '', email: reader.email } : readBy(data, reader)
  const isAfter = offsetMinutes > 0
  const step = reader.role === 'additional_guest' ? withoutPage(own) : own
  const again = isAfter && page ? ctx.publicUrl + page : ''
  const values = valuesOf(data, reader, { to, organization: organization.name, bookAgainUrl: again })
  const usual = usualWords(data, reader, values, isAfter)
  const subject = oneLine(step.subject ? fillIn(step.subject, values) : usual.subject, 300)
  const buttons: Action[] = isAfter
    ? isForGuest && again
      ? [{ label: 'Book again', url: again }]
      : []
    : [...actions('confirmed', data, reader)]
  const body = step.body ? fillIn(step.body, values) : usual.body
  const blocks: Block[] = [
    ...paragraphs(body, [values.manageUrl(), values.bookAgainUrl(), values.location()]),
    ...(isAfter ? [] : [{ kind: 'facts' as const, facts: facts('confirmed', data, reader) }]),
    ...(buttons.length > 0 ? [{ kind: 'actions' as const, actions: buttons }] : []),
    ...(stopUrl ? [stopping(stopUrl)] : []),
  ]
  const letter = { lang: 'en', preheader: oneLine(body, 140), heading: step.subject ? subject : usual.heading, blocks }
  const replyTo = reader.role === 'host' ? data.guest : data.hosts[0]
  return {
    timezone: to.timezone,
    message: {
      to: { name: to.name, email: to.email },
      subject,
      ...renderLetter(letter, brandOf(organization)),
      ...(replyTo && { replyTo: { name: replyTo.name, email: replyTo.email } }),
      ...(stopUrl && {
        headers: { 'list-unsubscribe': `<${stopUrl}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' },
      }),
    },
  }
}

/** Who would read it; null for a host who left, and for a guest who was erased. */
function readerOf(recipient: string, booking: BookingRow, hosts: Occasion['hosts']): Recipient | null {
  const { userId, additionalGuestIndex } = recipientOf(recipient)
  if (userId !== null) {
    const host = hosts.find((one) => one.id === userId)
    return host ? { role: 'host', host: participantOf(host) } : null
  }
  if (additionalGuestIndex === null) return isErased(booking.guestEmail) ? null : { role: 'guest' }
  const email = booking.additionalGuests[additionalGuestIndex]
  return email === undefined || isErased(email) ? null : { role: 'additional_guest', email }
}

/** Only whoever booked can move or cancel. */
const withoutPage = ({ subject, body }: Words): Words => ({
  subject: subject && withoutLines(subject, 'manageUrl'),
  body: body && withoutLines(body, 'manageUrl'),
})

/** Each is worked out where it stands: dates take most of the time. */
function valuesOf(
  data: BookingMailData,
  reader: Recipient,
  { to, organization, bookAgainUrl }: { to: Participant; organization: string; bookAgainUrl: string },
): Values {
  const { start, end } = data
  const guest = reader.role === 'additional_guest' ? reader.email : data.guest.name
  return {
    'guest.name': () => isolated(oneLine(guest, 200)),
    'host.name': () => names(data.hosts),
    'event.title': () => isolated(oneLine(data.title, 200)),
    start: () => longTime(start, end, to.timezone, to.locale),
    'start.date': () => dayOf(start, to.timezone, to.locale),
    'start.time': () => timeOf(start, to.timezone, to.locale),
    timezone: () => to.timezone,
    duration: () => lengthOf(Math.round((end.getTime() - start.getTime()) / 60_000)),
    location: () => oneLine(data.location ?? '', 2000),
    manageUrl: () => data.manageUrl ?? '',
    'organization.name': () => isolated(oneLine(organization, 200)),
    bookAgainUrl: () => bookAgainUrl,
  }
}

function usualWords(data: BookingMailData, reader: Recipient, values: Values, isAfter: boolean) {
  const title = values['event.title']()
  const other = counterpart(data, reader)
  if (isAfter) {
    return {
      subject: `Thank you: ${title} with ${other}`,
      heading: 'Thank you for your time',
      body: `“${title}” with ${other} is over. Thank you for taking part.`,
    }
  }
  const { timezone, locale } = readBy(data, reader)
  return {
    subject: `Reminder: ${title} with ${other}, ${shortTime(data.start, timezone, locale)}`,
    heading: 'Your meeting is coming up',
    body: `A reminder of “${title}” with ${other}.`,
  }
}

const stopping = (url: string): Block => ({
  kind: 'small',
  text: 'You get this mail because you booked.',
  link: { label: 'No more messages after meetings', url },
})

/** Of what the values bring along, these addresses alone can be followed: a guest's words never become a link. */
const paragraphs = (text: string, links: readonly string[]): Block[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part, links: links.filter((url) => /^https?:\/\//i.test(url)) }))
