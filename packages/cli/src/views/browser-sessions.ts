import type { BrowserSession } from '@letsmeet/sdk'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const browserSessionColumns = (zone: string): Column<BrowserSession>[] => [
  { header: 'KIND', cell: kindOf },
  { header: 'FOR', cell: subjectOf },
  { header: 'GUEST', cell: ({ guest }) => guest?.email ?? '', whenNarrow: 'cut' },
  { header: `STATE (${zone})`, cell: (session) => stateOf(session, zone) },
  { header: 'ID', cell: ({ id }) => id },
]

export const browserSessionCard = (session: BrowserSession, zone: string): string =>
  card([
    ['Session', session.id],
    ['Kind', { text: kindOf(session), style: 'bold' }],
    ['For', subjectOf(session)],
    ['Guest', session.guest && `${session.guest.name} <${session.guest.email}>`],
    ['State', stateOf(session, zone)],
  ])

const kindOf = ({ kind, readOnly }: BrowserSession) => (readOnly ? `${kind}, read-only` : kind)

const subjectOf = ({ eventTypeId, userId, bookingId }: BrowserSession) => eventTypeId ?? userId ?? bookingId ?? ''

function stateOf({ revokedAt, expiresAt }: BrowserSession, zone: string): Cell {
  if (revokedAt) return { text: 'revoked', style: 'red' }
  const text = moment(expiresAt, zone)
  return Date.parse(expiresAt) < Date.now()
    ? { text: `expired ${text}`, style: 'red' }
    : { text: `until ${text}`, style: 'green' }
}
