/** The words of one reminder for one reader. */
import { manageUrl } from '../bookings/create.ts'
import type { BookingMailData, Participant, Recipient } from '../bookings/mail-data.ts'
import { actions, facts } from '../bookings/mail-facts.ts'
import { counterpart, names } from '../bookings/mail-people.ts'
import { mailData, participantOf } from '../bookings/mail-source.ts'
import type { Context } from '../context.ts'
import { brandOf } from '../email/brand.ts'
import { renderLetter } from '../email/layout.ts'
import type { Action, Block } from '../email/letter.ts'
import type { Message } from '../email/message.ts'
import { isolated, oneLine } from '../email/plain.ts'
import { dayOf, longTime, shortTime, timeOf } from '../email/when.ts'
import type { ReminderStep } from './model.ts'
import type { Occasion } from './occasion.ts'
import { fillIn, type Values } from './template.ts'
import { lengthOf } from './words.ts'

type Maker = Pick<Context, 'now' | 'publicUrl' | 'secrets'>

export interface Written {
  message: Message
  /** In whose zone its times are. */
  timezone: string
}

/** `recipient` is `guest`, a host's id or `endpoints`, who are told what the guest would be; null for a host who left. */
export function writeReminder(
  ctx: Maker,
  step: ReminderStep,
  { booking, hosts, organization, page }: Occasion,
  { recipient, stopUrl }: { recipient: string; stopUrl: string | null },
): Written | null {
  const host = hosts.find((one) => one.id === recipient)
  const isForGuest = recipient === 'guest'
  if (!host && !isForGuest && recipient !== 'endpoints') return null
  const now = ctx.now()
  const all = mailData({ booking, hosts, now, publicUrl: ctx.publicUrl, manageUrl: manageUrl(ctx, booking.id) })
  // The guest's secret page is in the guest's own mail alone.
  const { manageUrl: _, ...told } = all
  const data: BookingMailData = isForGuest ? all : told
  const reader: Recipient = host ? { role: 'host', host: participantOf(host) } : { role: 'guest' }
  const to: Participant = 'host' in reader ? reader.host : data.guest
  const isAfter = step.offsetMinutes > 0
  const again = isAfter && page ? ctx.publicUrl + page : ''
  const values = valuesOf(data, to, organization.name, again)
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
  const replyTo = host ? data.guest : data.hosts[0]
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

/** Each is worked out where it stands: dates take most of the time. */
function valuesOf(data: BookingMailData, to: Participant, organization: string, bookAgainUrl: string): Values {
  const { start, end } = data
  return {
    'guest.name': () => isolated(oneLine(data.guest.name, 200)),
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
  const { timezone, locale } = 'host' in reader ? reader.host : data.guest
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
