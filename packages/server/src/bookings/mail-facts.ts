/** The particulars below a mail's first sentence, and its buttons. */
import type { Action, Fact } from '../email/letter.ts'
import { isolated, oneLine } from '../email/plain.ts'
import { dayAndHours, languageOf, longTime } from '../email/when.ts'
import type { BookingMailData, BookingMailKind, Participant, Recipient } from './mail-data.ts'
import { names, reader } from './mail-people.ts'

/** What the meeting is, when, where and with whom: as much of it as this reader may see. */
export function facts(kind: BookingMailKind, data: BookingMailData, recipient: Recipient): Fact[] {
  return [
    { label: 'What', value: oneLine(data.title, 10_000) },
    ...times(kind, data, recipient),
    ...filled([{ label: 'Reason', value: data.reason ?? '' }]),
    ...details(data, recipient),
  ]
}

/** The same without what a calendar shows anyway, for the description of its entry. */
export function details(data: BookingMailData, recipient: Recipient): Fact[] {
  return filled([...people(data, recipient), ...where(data), ...said(data, recipient)])
}

function filled(some: readonly Fact[]): Fact[] {
  return some.filter(({ value }) => value.trim() !== '')
}

/** Buttons, the likeliest first; a meeting that is off needs none for its guest. */
export function actions(kind: BookingMailKind, data: BookingMailData, recipient: Recipient): Action[] {
  switch (recipient.role) {
    case 'additional_guest':
      return []
    case 'guest':
      return isOver(kind) ? [] : quiet(action('Reschedule or cancel', data.manageUrl))
    case 'former_host':
      return action('Open booking', data.dashboardUrl)
    case 'host':
      return kind === 'requested' ? decisions(data) : action('Open booking', data.dashboardUrl)
  }
}

function isOver(kind: BookingMailKind): boolean {
  return kind === 'declined' || kind === 'cancelled'
}

function decisions(data: BookingMailData): Action[] {
  const direct = [...action('Confirm', data.confirmUrl), ...quiet(action('Decline', data.declineUrl))]
  return direct.length > 0 ? direct : action('Confirm or decline', data.dashboardUrl)
}

function action(label: string, url: string | undefined): Action[] {
  return url ? [{ label, url }] : []
}

function quiet(actions: readonly Action[]): Action[] {
  return actions.map((one) => ({ ...one, quiet: true }))
}

function times(kind: BookingMailKind, data: BookingMailData, recipient: Recipient): Fact[] {
  const zoned = reader(data, recipient)
  if (isOver(kind)) return [{ ...when(data, zoned), ...former }]
  return [{ ...when(data, zoned), ...main }, ...before(data, zoned), ...guestTime(data, recipient)]
}

const former = { former: true } as const
const main = { main: true } as const

function when({ start, end, series = [] }: BookingMailData, { timezone, locale }: Participant): Fact {
  const spoken = languageOf(locale)
  if (series.length < 2) return { label: 'When', value: longTime(start, end, timezone, locale), ...spoken }
  const dates = series.map((meeting) => dayAndHours(meeting.start, meeting.end, timezone, locale))
  return { label: `When (${timezone})`, value: dates.join('\n'), ...spoken }
}

function before(data: BookingMailData, { timezone, locale }: Participant): Fact[] {
  if (!data.previousStart) return []
  const end = new Date(data.previousStart.getTime() + data.end.getTime() - data.start.getTime())
  const value = longTime(data.previousStart, end, timezone, locale)
  return [{ label: 'Before', value, ...languageOf(locale), ...former }]
}

/** A host sees what hour it is for the guest, unless they share the clock. */
function guestTime(data: BookingMailData, recipient: Recipient): Fact[] {
  if (recipient.role !== 'host' || data.series || data.guest.timezone === recipient.host.timezone) return []
  return [{ label: 'For the guest', value: longTime(data.start, data.end, data.guest.timezone, recipient.host.locale) }]
}

function people(data: BookingMailData, recipient: Recipient): Fact[] {
  const { name, email } = data.guest
  if ('host' in recipient) {
    const more = data.additionalGuests.map((address) => ({
      label: 'Also invited',
      value: address,
      href: `mailto:${address}`,
    }))
    const hosts = data.hosts.length > 1 ? [{ label: 'Hosts', value: names(data.hosts) }] : []
    return [
      { label: 'Guest', value: `${isolated(oneLine(name, 200))} · ${email}`, href: `mailto:${email}` },
      ...more,
      ...hosts,
    ]
  }
  const hosts = { label: 'With', value: names(data.hosts) }
  const others = data.hideGuests ? [] : [oneLine(name, 200), ...data.additionalGuests]
  return others.length > 1 ? [hosts, { label: 'Guests', value: others.join('\n') }] : [hosts]
}

function where({ location = '' }: BookingMailData): Fact[] {
  const value = oneLine(location, 2000)
  return [{ label: 'Where', value, ...(/^https?:\/\//i.test(value) && { href: value }) }]
}

/** What the guest wrote is for the guest and the hosts, not for whom the guest brought along. */
function said(data: BookingMailData, recipient: Recipient): Fact[] {
  if (recipient.role === 'additional_guest') return []
  const answers = data.answers.map(({ label, value }) => ({ label: oneLine(label, 200), value }))
  return [...answers, { label: 'Notes', value: data.notes ?? '' }]
}
