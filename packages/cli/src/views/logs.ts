import type { LoggedRequest } from '@letsmeet/sdk'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const logColumns = (zone: string): Column<LoggedRequest>[] => [
  { header: `WHEN (${zone})`, cell: ({ createdAt }) => moment(createdAt, zone) },
  { header: 'STATUS', cell: statusOf },
  { header: 'METHOD', cell: ({ method }) => method },
  { header: 'PATH', cell: ({ path }) => path, whenNarrow: 'cut' },
  { header: 'CODE', cell: ({ code }) => code ?? '' },
  { header: 'ID', cell: ({ id }) => id },
]

export const logCard = (request: LoggedRequest, zone: string): string =>
  card([
    ['Request', request.id],
    ['What', { text: `${request.method} ${request.path}`, style: 'bold' }],
    ['Status', statusOf(request)],
    ['Code', request.code],
    ['When', `${moment(request.createdAt, zone)} (${zone})`],
    ['It took', `${request.durationMs} ms`],
    ['By', `${request.actor.type} ${request.actor.id}`],
  ])

function statusOf({ status }: LoggedRequest): Cell {
  return { text: String(status), style: status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green' }
}
