/** What the mails about bookings say, by what happened and who reads it. */
import { oneLine } from '../email/plain.ts'
import { shortTime } from '../email/when.ts'
import type { BookingMailData, BookingMailKind, Participant, Recipient } from './mail-data.ts'

export interface Words {
  subject: string
  heading: string
  lead: string
}

/** Subject, heading and first sentence for this reader. */
export function words(kind: BookingMailKind, data: BookingMailData, recipient: Recipient): Words {
  const { prefix, heading, lead } = saying(kind, data, recipient)
  return { subject: `${prefix}: ${oneLine(data.title, 80)} ${subjectTail(data, recipient)}`, heading, lead }
}

/** Whose zone and locale a mail uses; a guest whom the guest brought reads the guest's. */
export function reader(data: BookingMailData, recipient: Recipient): Participant {
  return 'host' in recipient ? recipient.host : data.guest
}

/** `Ada, Grace and Alan`, or the first two and a count where space is short. */
export function names(people: readonly Participant[]): string {
  const listed = people.map(({ name, email }) => oneLine(name, 60) || email)
  return new Intl.ListFormat('en-GB').format(listed)
}

/** Who this reader meets. */
export function counterpart(data: BookingMailData, recipient: Recipient): string {
  return 'host' in recipient ? names([data.guest]) : shortNames(data.hosts)
}

function shortNames(people: readonly Participant[]): string {
  const [first] = people
  return first && people.length > 2 ? `${names([first])} and ${people.length - 1} others` : names(people)
}

function subjectTail(data: BookingMailData, recipient: Recipient): string {
  const { timezone, locale } = reader(data, recipient)
  const count = data.series?.length ?? 1
  const time = shortTime(data.start, timezone, locale)
  return `with ${counterpart(data, recipient)}, ${count > 1 ? `${count} dates from ` : ''}${time}`
}

interface Saying {
  prefix: string
  heading: string
  lead: string
}

function saying(kind: BookingMailKind, data: BookingMailData, recipient: Recipient): Saying {
  if (recipient.role === 'former_host') return formerHostSaying(data)
  return recipient.role === 'host' ? hostSaying(kind, data) : guestSaying(kind, data, recipient)
}

function guestSaying(kind: BookingMailKind, data: BookingMailData, recipient: Recipient): Saying {
  const title = oneLine(data.title, 200)
  const hosts = names(data.hosts)
  const meeting = `${title} with ${hosts}`
  const invited = recipient.role === 'additional_guest'
  const guest = invited ? (data.hideGuests ? 'The guest' : names([data.guest])) : 'You'
  const actor = data.by === 'guest' ? guest : hosts
  switch (kind) {
    case 'confirmed':
      return invited
        ? { prefix: 'Invitation', heading: 'You are invited', lead: invitedBy(data, meeting) }
        : { prefix: 'Confirmed', heading: 'You are booked', lead: `${meeting} is confirmed.` }
    case 'requested':
      return {
        prefix: 'Requested',
        heading: 'Waiting for confirmation',
        lead: `${hosts} will confirm or decline. The time is held until then.`,
      }
    case 'request_confirmed':
      return { prefix: 'Confirmed', heading: 'It is confirmed', lead: `${hosts} confirmed ${title}.` }
    case 'declined':
      return { prefix: 'Declined', heading: 'Your request was declined', lead: `${meeting} will not take place.` }
    case 'rescheduled':
      return { prefix: 'New time', heading: 'There is a new time', lead: `${actor} moved ${title}.` }
    case 'cancelled':
      return { prefix: 'Cancelled', heading: 'This meeting is cancelled', lead: `${actor} cancelled ${title}.` }
    case 'reassigned':
      return {
        prefix: 'New host',
        heading: 'You have a new host',
        lead: `${hosts} will meet you for ${title}. The time stays the same.`,
      }
  }
}

function invitedBy(data: BookingMailData, meeting: string): string {
  return data.hideGuests ? `You are invited to ${meeting}.` : `${names([data.guest])} invited you to ${meeting}.`
}

function hostSaying(kind: BookingMailKind, data: BookingMailData): Saying {
  const title = oneLine(data.title, 200)
  const guest = names([data.guest])
  const actor = data.by === 'guest' ? guest : 'A host'
  switch (kind) {
    case 'confirmed':
      return { prefix: 'New booking', heading: 'New booking', lead: `${guest} booked ${title}.` }
    case 'requested':
      return {
        prefix: 'Please confirm',
        heading: 'Please confirm or decline',
        lead: `${guest} asks for ${title}. The time is held until you answer.`,
      }
    case 'request_confirmed':
      return { prefix: 'Confirmed', heading: 'Booking confirmed', lead: `${title} with ${guest} is confirmed.` }
    case 'declined':
      return {
        prefix: 'Declined',
        heading: 'Request declined',
        lead: `${guest} has been told, and the time is free again.`,
      }
    case 'rescheduled':
      return { prefix: 'New time', heading: 'There is a new time', lead: `${actor} moved ${title}.` }
    case 'cancelled':
      return { prefix: 'Cancelled', heading: 'This booking is cancelled', lead: `${actor} cancelled ${title}.` }
    case 'reassigned':
      return {
        prefix: 'Handed to you',
        heading: 'You have a new booking',
        lead: `You are now meeting ${guest} for ${title}.`,
      }
  }
}

function formerHostSaying(data: BookingMailData): Saying {
  const lead = `${names(data.hosts)} will meet ${names([data.guest])} for ${oneLine(data.title, 200)} instead of you.`
  return { prefix: 'Handed over', heading: 'Your booking was handed over', lead }
}
