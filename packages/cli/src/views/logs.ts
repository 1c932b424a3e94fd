import type { LoggedRequest } from '@letsmeet/sdk'
import { cleanLine } from '../lib/clean.ts'
import { onStdout } from '../lib/style.ts'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment, withSeconds } from '../lib/time.ts'

export const logColumns = (zone: string): Column<LoggedRequest>[] => [
  { header: `WHEN (${zone})`, cell: ({ createdAt }) => moment(createdAt, zone) },
  { header: 'STATUS', cell: statusOf },
  { header: 'METHOD', cell: ({ method }) => method },
  { header: 'PATH', cell: ({ path }) => path, whenNarrow: 'cut' },
  { header: 'CODE', cell: ({ code }) => code ?? '' },
  { header: 'ID', cell: ({ id }) => id },
]

/** One request as one line of a log that goes on. */
export function logLine(request: LoggedRequest, zone: string): string {
  const { createdAt, status, method, path, durationMs, code, id } = request
  const coloured = onStdout(styleOf(request), String(status))
  const what = cleanLine([`${method.padEnd(6)} ${path}`, code].filter(Boolean).join('  '))
  const aside = onStdout('dim', `${durationMs} ms  ${cleanLine(id)}`)
  return `${onStdout('dim', withSeconds(createdAt, zone))}  ${coloured}  ${what}  ${aside}`
}

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

function statusOf(request: LoggedRequest): Cell {
  return { text: String(request.status), style: styleOf(request) }
}

const styleOf = ({ status }: LoggedRequest) => (status >= 500 ? 'red' : status >= 400 ? 'yellow' : 'green')
