import type { ApiKey } from '@letsmeet/sdk'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const apiKeyColumns = (zone: string): Column<ApiKey>[] => [
  { header: 'NAME', cell: ({ name }) => name, whenNarrow: 'cut' },
  { header: 'KEY', cell: ({ prefix, last4 }) => `${prefix}…${last4}` },
  { header: 'SCOPES', cell: scopesOf, whenNarrow: 'cut' },
  { header: 'STATE', cell: (key) => stateOf(key, zone) },
  { header: `LAST USED (${zone})`, cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt, zone) : 'never') },
  { header: 'ID', cell: ({ id }) => id },
]

export const apiKeyCard = (key: ApiKey, zone: string): string =>
  card([
    ['API key', key.id],
    ['Name', { text: key.name, style: 'bold' }],
    ['Scopes', scopesOf(key)],
    ['Allowed from', key.allowedIps.join(', ') || 'anywhere'],
    ['Of', key.userId],
    ['State', stateOf(key, zone)],
  ])

const scopesOf = ({ scopes }: ApiKey) => (scopes.includes('*') ? 'all' : scopes.join(', '))

function stateOf({ revokedAt, expiresAt }: ApiKey, zone: string): Cell {
  if (revokedAt) return { text: 'revoked', style: 'red' }
  if (!expiresAt) return { text: 'active', style: 'green' }
  const text = moment(expiresAt, zone)
  return Date.parse(expiresAt) < Date.now()
    ? { text: `expired ${text}`, style: 'red' }
    : { text: `until ${text}`, style: 'green' }
}
