import type { Link, PublicLink } from '@letsmeet/sdk'
import { hoursText, overridesText } from '../lib/hours.ts'
import type { Style } from '../lib/style.ts'
import { type Cell, type Column, card } from '../lib/table.ts'
import { dateIn, moment } from '../lib/time.ts'

/** What event types and contacts are called, by their ids. */
export type Names = ReadonlyMap<string, string>

export const linkColumns = (names: Names, zone: string): Column<Link>[] => [
  { header: 'ID', cell: ({ id }) => id },
  { header: 'STATE', cell: stateOf },
  { header: 'USES', cell: usesOf, align: 'right' },
  { header: 'EXPIRES', cell: ({ expiresAt }) => (expiresAt ? dateIn(expiresAt, zone) : 'never') },
  { header: 'OPENED', cell: ({ opens }) => String(opens), align: 'right' },
  { header: 'FOR', cell: ({ contactId }) => (contactId ? nameOf(names, contactId) : ''), whenNarrow: 'cut' },
  { header: 'WHAT', cell: (link) => whatOf(link, names), whenNarrow: 'cut' },
  { header: 'BOOKED BY', cell: ({ bookings }) => guestsOf(bookings), whenNarrow: 'cut' },
]

export function linkCard(link: Link, names: Names, zone: string): string {
  const { contactId, availability, starts, expiresAt, lastOpenedAt } = link
  return card([
    ['Link', link.id],
    ['For', contactId && { text: nameOf(names, contactId), style: 'bold' }],
    ['State', stateOf(link)],
    ['What', whatOf(link, names)],
    ['Length', link.durationMinutes === null ? null : `${link.durationMinutes} min`],
    ['Greeting', link.greeting],
    ['Starts', starts && `${starts.map((start) => moment(start, zone)).join('\n')} (${zone})`],
    ['Only', link.nextDays === null ? null : `the next ${link.nextDays} days`],
    ['Hours', availability && [hoursText(availability), `(${availability.timezone})`].filter(Boolean).join(' ')],
    ['Exceptions', availability && overridesText(availability)],
    ['Uses', link.maxUses === null ? `${link.uses}, without end` : `${link.uses} of ${link.maxUses}`],
    ['If cancelled', link.rearmOnCancel ? 'its use comes back' : null],
    ['Expires', expiresAt ? `${moment(expiresAt, zone)} (${zone})` : 'never'],
    ['Opened', opensOf(link.opens, lastOpenedAt && `${moment(lastOpenedAt, zone)} (${zone})`)],
    [
      'Booked',
      link.bookings
        .map(
          ({ id, start, guest, status }) => `${moment(start, zone)}  ${guest.name} <${guest.email}>  ${status}  ${id}`,
        )
        .join('\n'),
    ],
    ['Of', link.userId],
  ])
}

/** What whoever holds a link sees. */
export function offerCard(link: PublicLink, zone: string): string {
  const { guest, usesLeft, expiresAt } = link
  return card([
    ['With', link.host.name],
    ['What', link.title ?? link.eventTypes.map(({ title }) => title).join(', ')],
    ['Greeting', link.greeting],
    ['Made for', guest && `${guest.firstName ?? ''} ${guest.maskedEmail}`.trim()],
    ['Uses left', usesLeft === null ? null : String(usesLeft)],
    ['Expires', expiresAt && `${moment(expiresAt, zone)} (${zone})`],
  ])
}

function stateOf({ state }: Link): Cell {
  return { text: state, style: STYLES[state] ?? 'plain' }
}

const STYLES: Record<string, Style> = { active: 'green', used: 'cyan', expired: 'yellow', revoked: 'red' }

const usesOf = ({ uses, maxUses }: Link) => (maxUses === null ? String(uses) : `${uses}/${maxUses}`)

const whatOf = ({ title, eventTypeIds }: Link, names: Names) =>
  title ?? eventTypeIds.map((id) => nameOf(names, id)).join(', ')

const guestsOf = (bookings: Link['bookings']) => [...new Set(bookings.map(({ guest }) => guest.name))].join(', ')

const nameOf = (names: Names, id: string) => names.get(id) ?? id

const opensOf = (opens: number, last: string | null) =>
  opens === 0 ? 'not yet' : `${opens === 1 ? 'once' : `${opens} times`}${last ? `, last ${last}` : ''}`
