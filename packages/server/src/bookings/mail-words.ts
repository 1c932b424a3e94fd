/** What the mails about bookings say, by what happened and who reads it. */
import { isolated, oneLine } from '../email/plain.ts'
import { shortTime } from '../email/when.ts'
import type { BookingMailData, BookingMailKind, Recipient } from './mail-data.ts'
import { counterpart, names, reader } from './mail-people.ts'

/** Subject, heading and first sentence for this reader. */
export function words(kind: BookingMailKind, data: BookingMailData, recipient: Recipient) {
  const [prefix, heading, lead] = sayings[recipient.role][kind](voices(data, recipient))
  const subject = `${prefix}: ${oneLine(data.title, 80)} with ${counterpart(data, recipient)}, ${dates(data, recipient)}`
  return { subject, heading, lead }
}

function dates(data: BookingMailData, recipient: Recipient): string {
  const { timezone, locale } = reader(data, recipient)
  const count = data.series?.length ?? 1
  return `${count > 1 ? `${count} dates from ` : ''}${shortTime(data.start, timezone, locale)}`
}

interface Voices {
  title: string
  hosts: string
  guest: string
  /** Who did it. */
  actor: string
}

function voices(data: BookingMailData, { role }: Recipient): Voices {
  const hosts = names(data.hosts)
  const guest = role === 'additional_guest' && data.hideGuests ? 'The guest' : names([data.guest])
  const byGuest = role === 'guest' ? 'You' : guest
  const byHost = role === 'host' ? 'A host' : hosts
  return {
    title: `“${isolated(oneLine(data.title, 200))}”`,
    hosts,
    guest,
    actor: data.by === 'guest' ? byGuest : byHost,
  }
}

/** The subject's first words, the heading and the first sentence. */
type Saying = readonly [prefix: string, heading: string, lead: string]
type Sayings = Record<BookingMailKind, (voices: Voices) => Saying>

const toGuest: Sayings = {
  confirmed: ({ title, hosts }) => ['Confirmed', 'You are booked', `${title} with ${hosts} is confirmed.`],
  requested: ({ title, hosts }) => [
    'Requested',
    'Waiting for confirmation',
    `${hosts} will confirm or decline ${title}. The time is held until then.`,
  ],
  request_confirmed: ({ title, hosts }) => ['Confirmed', 'You are booked', `${hosts} confirmed ${title}.`],
  declined: ({ title, hosts }) => [
    'Declined',
    'Your request was declined',
    `${title} with ${hosts} will not take place.`,
  ],
  rescheduled: ({ title, actor }) => ['New time', 'There is a new time', `${actor} moved ${title}.`],
  cancelled: ({ title, actor }) => ['Cancelled', 'This meeting is cancelled', `${actor} cancelled ${title}.`],
  reassigned: ({ title, hosts }) => [
    'New host',
    'There is a new host',
    `${hosts} will meet you for ${title}. The time stays the same.`,
  ],
}

const toAdditionalGuest: Sayings = {
  ...toGuest,
  confirmed: ({ title, hosts, guest }) => [
    'Invitation',
    'You are invited',
    `${guest} invites you to ${title} with ${hosts}.`,
  ],
  declined: ({ title, hosts }) => [
    'Declined',
    'This meeting was declined',
    `${title} with ${hosts} will not take place.`,
  ],
}

const toHost: Sayings = {
  confirmed: ({ title, guest }) => ['New booking', 'New booking', `${guest} booked ${title}.`],
  requested: ({ title, guest }) => [
    'Please confirm',
    'Please confirm or decline',
    `${guest} asks for ${title}. The time is held until you answer.`,
  ],
  request_confirmed: ({ title, guest }) => ['Confirmed', 'Booking confirmed', `${title} with ${guest} is confirmed.`],
  declined: ({ title, guest }) => [
    'Declined',
    'Request declined',
    `${guest} knows that ${title} will not take place. The time is free again.`,
  ],
  rescheduled: ({ title, actor }) => ['New time', 'There is a new time', `${actor} moved ${title}.`],
  cancelled: ({ title, actor }) => ['Cancelled', 'This booking is cancelled', `${actor} cancelled ${title}.`],
  reassigned: ({ title, guest }) => [
    'Handed to you',
    'You have a new booking',
    `${guest} will meet you for ${title}. You take it over from a colleague.`,
  ],
}

const toFormerHost: Sayings = {
  ...toHost,
  reassigned: ({ title, hosts, guest }) => [
    'Handed over',
    'Your booking was handed over',
    `${hosts} will meet ${guest} for ${title} instead of you.`,
  ],
}

const sayings = { guest: toGuest, additional_guest: toAdditionalGuest, host: toHost, former_host: toFormerHost }
