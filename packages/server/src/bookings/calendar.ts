/** Writes bookings as iCalendar files (RFC 5545) that say what to do with them (RFC 5546). */
import { contentLine, parameter, text, uri, utc } from './content-line.ts'

export type Method = 'PUBLISH' | 'REQUEST' | 'CANCEL'

export interface Person {
  name?: string
  email: string
}

export interface Attendee extends Person {
  status: 'accepted' | 'declined' | 'tentative' | 'needs_action'
  role: 'chair' | 'required' | 'optional'
}

/** One meeting as a calendar knows it: `uid` never changes, `sequence` counts its changes. */
export interface Invite {
  uid: string
  sequence: number
  stampedAt: Date
  createdAt: Date
  updatedAt: Date
  start: Date
  end: Date
  title: string
  description: string
  location?: string
  url?: string
  organizer: Person
  attendees: readonly Attendee[]
  status: 'confirmed' | 'tentative' | 'cancelled'
}

/** The file for one meeting: PUBLISH to download, REQUEST to invite or move, CANCEL to take back (RFC 5546). */
export function calendarFile(invite: Invite, method: Method): string {
  return file([invite], method)
}

/** The file for several meetings, each with its own UID: only PUBLISH may carry those (RFC 5546, 3.2). */
export function seriesFile(invites: readonly Invite[]): string {
  return file(invites, 'PUBLISH')
}

function file(invites: readonly Invite[], method: Method): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//LetsMeet//LetsMeet//EN',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...invites.flatMap((invite) => event(invite, method)),
    'END:VCALENDAR',
  ]
  return lines.map(contentLine).join('')
}

function event(invite: Invite, method: Method): string[] {
  const status = method === 'CANCEL' ? 'cancelled' : invite.status
  return [
    'BEGIN:VEVENT',
    `UID:${text(invite.uid)}`,
    `SEQUENCE:${invite.sequence}`,
    `DTSTAMP:${utc(invite.stampedAt)}`,
    `CREATED:${utc(invite.createdAt)}`,
    `LAST-MODIFIED:${utc(invite.updatedAt)}`,
    `DTSTART:${utc(invite.start)}`,
    `DTEND:${utc(invite.end)}`,
    `SUMMARY:${text(invite.title)}`,
    ...optional('DESCRIPTION', text(invite.description)),
    ...optional('LOCATION', text(invite.location ?? '')),
    ...optional('URL', uri(invite.url ?? '')),
    `STATUS:${status.toUpperCase()}`,
    `TRANSP:${status === 'cancelled' ? 'TRANSPARENT' : 'OPAQUE'}`,
    `ORGANIZER${commonName(invite.organizer)}:${mailto(invite.organizer.email)}`,
    // A published event invites nobody: RFC 5546, 3.2.1 forbids ATTENDEE there.
    ...(method === 'PUBLISH' ? [] : invite.attendees.map(attendee)),
    'END:VEVENT',
  ]
}

function optional(property: string, value: string): string[] {
  return value === '' ? [] : [`${property}:${value}`]
}

const roles = { chair: 'CHAIR', required: 'REQ-PARTICIPANT', optional: 'OPT-PARTICIPANT' }

function attendee(person: Attendee): string {
  const status = person.status.toUpperCase().replace('_', '-')
  const rsvp = person.status === 'needs_action' ? 'TRUE' : 'FALSE'
  const name = commonName(person)
  return `ATTENDEE${name};ROLE=${roles[person.role]};PARTSTAT=${status};RSVP=${rsvp}:${mailto(person.email)}`
}

function commonName({ name, email }: Person): string {
  return `;CN=${parameter(name || email)}`
}

/** RFC 6068: everything but letters, digits, a few marks and `+` is percent-encoded; the last `@` separates. */
function mailto(email: string): string {
  const parts = email.toWellFormed().split('@').map(encodeURIComponent)
  const domain = parts.pop()
  return `mailto:${parts.join('%40').replaceAll('%2B', '+')}@${domain}`
}
