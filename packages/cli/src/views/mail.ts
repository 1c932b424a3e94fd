import type { Mail } from '@letsmeet/sdk'
import { cleanLine } from '../lib/clean.ts'
import type { Style } from '../lib/style.ts'
import { type Cell, type Column, card } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

export const mailColumns = (zone: string): Column<Mail>[] => [
  { header: `WHEN (${zone})`, cell: ({ createdAt }) => moment(createdAt, zone) },
  { header: 'TO', cell: ({ to }) => to.email },
  { header: 'SUBJECT', cell: ({ subject }) => subject, whenNarrow: 'cut' },
  { header: 'STATE', cell: stateOf },
  { header: 'ID', cell: ({ id }) => id },
]

/** The same in a sandbox, where every mail is captured. */
export const capturedColumns = (zone: string): Column<Mail>[] =>
  mailColumns(zone).filter(({ header }) => header !== 'STATE')

/** The head of a mail; its text follows below. */
export const mailHead = (mail: Mail, zone: string): string =>
  card([
    ['To', mail.to.name ? `${mail.to.name} <${mail.to.email}>` : mail.to.email],
    ['Subject', { text: mail.subject, style: 'bold' }],
    ['When', `${moment(mail.createdAt, zone)} (${zone})`],
    ['State', stateOf(mail)],
    ['Error', mail.error],
    ['About', mail.subjectId],
    ['Mail', mail.id],
  ])

/** Every link of a mail, with the number it goes by. */
export const linkList = (links: readonly string[]): string =>
  ['Links', ...links.map((link, at) => `${String(at + 1).padStart(3)}  ${cleanLine(link)}`)].join('\n')

const STYLES: Record<string, Style> = { queued: 'yellow', captured: 'cyan', sent: 'green', failed: 'red' }

const stateOf = ({ state }: Mail): Cell => ({ text: state, style: STYLES[state] ?? 'plain' })
