import type { Event } from '@letsmeet/sdk'
import { cleanLine } from '../lib/clean.ts'
import { onStdout } from '../lib/style.ts'
import { type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const eventColumns = (zone: string): Column<Event>[] => [
  { header: `WHEN (${zone})`, cell: ({ timestamp }) => moment(timestamp, zone) },
  { header: 'TYPE', cell: ({ type }) => type },
  { header: 'ABOUT', cell: ({ subjectId }) => subjectId },
  { header: 'BY', cell: byWhom },
  { header: 'ID', cell: ({ id }) => id },
]

/** One event as one line of a log that goes on. */
export function eventLine(event: Event, zone: string): string {
  const { timestamp, type, subjectId, id, data } = event
  const title = typeof data.title === 'string' ? data.title : typeof data.name === 'string' ? data.name : ''
  const parts = [type.padEnd(20), subjectId, title].map(cleanLine)
  return `${onStdout('dim', moment(timestamp, zone))}  ${parts.join('  ').trimEnd()}  ${onStdout('dim', cleanLine(id))}`
}

export function eventCard(event: Event, zone: string): string {
  return card([
    ['Event', event.id],
    ['Type', { text: event.type, style: 'bold' }],
    ['When', `${moment(event.timestamp, zone)} (${zone})`],
    ['About', event.subjectId],
    ['By', byWhom(event)],
    ['Number', String(event.seq)],
    ['Data', JSON.stringify(event.data, null, 2)],
    ['Before', event.previous && JSON.stringify(event.previous, null, 2)],
  ])
}

function byWhom({ actor }: Event): string {
  return actor.type === actor.id ? actor.type : `${actor.type} ${actor.id}`
}
