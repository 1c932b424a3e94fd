import type { Contact, ContactNote, ContactSummary } from '@letsmeet/sdk'
import { type Column, card } from '../lib/table.ts'
import { dateIn, moment } from '../lib/time.ts'

/** Without ids: an address names a contact wherever a command wants one. */
export const contactColumns = (zone: string): Column<Contact>[] => [
  { header: 'NAME', cell: ({ name }) => name ?? '', whenNarrow: 'cut' },
  { header: 'E-MAIL', cell: ({ email }) => email },
  { header: 'LAST MET', cell: ({ lastMetAt }) => (lastMetAt ? dateIn(lastMetAt, zone) : '') },
  { header: 'NEXT', cell: ({ nextMeetingAt }) => (nextMeetingAt ? dateIn(nextMeetingAt, zone) : '') },
  { header: 'COMPANY', cell: ({ company }) => company ?? '', whenNarrow: 'cut' },
  { header: 'TAGS', cell: ({ tags }) => tags.join(', '), whenNarrow: 'cut' },
]

export function contactCard(contact: Contact & { summary?: ContactSummary }, zone: string): string {
  const { summary, archivedAt, nextMeetingAt, firstMetAt, lastMetAt } = contact
  const at = (instant: string | null) => instant && `${moment(instant, zone)} (${zone})`
  return card([
    ['Contact', contact.id],
    ['Name', contact.name && { text: contact.name, style: 'bold' }],
    ['E-mail', contact.email],
    ['State', archivedAt && { text: `archived, ${moment(archivedAt, zone)}`, style: 'yellow' }],
    ['Phone', contact.phone],
    ['Company', contact.company],
    ['Time zone', contact.timezone],
    ['About', contact.about],
    ['Tags', contact.tags.join(', ')],
    ['Next', at(nextMeetingAt)],
    ['Last met', at(lastMetAt)],
    ['First met', firstMetAt === lastMetAt ? null : at(firstMetAt)],
    ['Bookings', bookingsText(contact)],
    [
      'Books',
      summary?.averageNoticeMinutes == null ? null : `${length(summary.averageNoticeMinutes)} ahead on average`,
    ],
    ['Came by', SOURCES[contact.source] ?? contact.source],
    ['Of', contact.userId],
    ['Your id', contact.externalId],
  ])
}

export const noteCard = (note: ContactNote): string =>
  card([
    ['Note', note.id],
    ['Text', note.text],
    ['Contact', note.contactId],
  ])

/** `4, 1 cancelled, 1 no show` */
function bookingsText({ bookingCount, noShowCount, summary }: Contact & { summary?: ContactSummary }): string {
  const parts = [
    String(bookingCount),
    summary && summary.cancelledCount > 0 && `${summary.cancelledCount} cancelled`,
    noShowCount > 0 && `${noShowCount} no show`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** Roughly, as one says it: `2 days`, `5 hours`, `20 minutes`. */
function length(minutes: number): string {
  const [size, unit] =
    minutes >= 2880 ? [minutes / 1440, 'day'] : minutes >= 120 ? [minutes / 60, 'hour'] : [minutes, 'minute']
  const rounded = Math.round(size)
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'}`
}

const SOURCES: Record<string, string> = {
  booking: 'a booking',
  manual: 'hand',
  import: 'an import',
  link: 'a link',
}
