/** The calendar entry of a booking, and the part of a mail that brings it. */
import type { Content } from '../email/message.ts'
import { oneLine, plain } from '../email/plain.ts'
import { type Attendee, calendarFile, type Invite, type Method, seriesFile } from './calendar.ts'
import type { BookingMailData, BookingMailKind, Meeting, Participant, Recipient } from './mail-data.ts'
import { details } from './mail-facts.ts'
import { counterpart } from './mail-people.ts'

/** The iCalendar part of a mail; none while nobody has agreed to the meeting. */
export function calendarPart(kind: BookingMailKind, data: BookingMailData, recipient: Recipient): Content['calendar'] {
  if (data.pending || kind === 'requested' || kind === 'declined') return undefined
  const over = kind === 'cancelled' || recipient.role === 'former_host'
  const status = over ? 'cancelled' : 'confirmed'
  const invites = (data.series?.length ? data.series : [data]).map(
    (meeting) => ({ ...bookingInvite(data, recipient, meeting), status }) as const,
  )
  const [only] = invites
  const method: Method = over ? 'CANCEL' : 'REQUEST'
  if (only && invites.length === 1) return { method, content: calendarFile(only, method) }
  return { method: 'PUBLISH', content: seriesFile(invites) }
}

/** One meeting of a booking as this reader's calendar should show it. */
export function bookingInvite(data: BookingMailData, recipient: Recipient, meeting: Meeting): Invite {
  const url = recipient.role === 'guest' ? data.manageUrl : 'host' in recipient ? data.dashboardUrl : undefined
  const { uid, sequence, start, end } = meeting
  return {
    uid,
    sequence,
    stampedAt: data.stampedAt,
    createdAt: data.createdAt,
    updatedAt: data.updatedAt ?? data.stampedAt,
    start,
    end,
    title: `${oneLine(data.title, 500)} with ${counterpart(data, recipient)}`,
    description: description(data, recipient, url),
    ...(data.location && { location: oneLine(data.location, 2000) }),
    ...(url && { url }),
    organizer: organizer(data, recipient),
    attendees: [...hosts(knownHosts(data, recipient)), ...guests(data, recipient)],
    status: data.pending ? 'tentative' : 'confirmed',
  }
}

function description(data: BookingMailData, recipient: Recipient, url: string | undefined): string {
  const facts = details(data, recipient).map(({ label, value }) => `${label}: ${plain(value)}`)
  const label = recipient.role === 'guest' ? 'Reschedule or cancel' : 'Open booking'
  return [...facts, ...(url ? [`${label}: ${url}`] : [])].join('\n')
}

function organizer(data: BookingMailData, recipient: Recipient) {
  const { name, email } = knownHosts(data, recipient)[0] ?? data.guest
  return { name: oneLine(name, 200), email }
}

/** A cancellation names the organizer and the attendees whom that calendar knows: RFC 5546, 3.2.5. */
function knownHosts(data: BookingMailData, recipient: Recipient): readonly Participant[] {
  return recipient.role === 'former_host' ? (data.previousHosts ?? [recipient.host]) : data.hosts
}

function hosts(people: readonly Participant[]): Attendee[] {
  return people.map(({ name, email }, index) => {
    return { name: oneLine(name, 200), email, status: 'accepted', role: index === 0 ? 'chair' : 'required' }
  })
}

function guests(data: BookingMailData, recipient: Recipient): Attendee[] {
  const { name, email } = data.guest
  const guest: Attendee = { name: oneLine(name, 200), email, status: 'accepted', role: 'required' }
  const others = data.additionalGuests.map((email): Attendee => ({ email, status: 'needs_action', role: 'required' }))
  if (!data.hideGuests || 'host' in recipient) return [guest, ...others]
  return recipient.role === 'guest' ? [guest] : others.filter(({ email }) => email === recipient.email)
}
