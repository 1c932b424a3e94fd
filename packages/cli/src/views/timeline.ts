import type { TimelineEntry } from '@letsmeet/sdk'
import { cleanLine, cleanText } from '../lib/clean.ts'
import { columns, onStdout } from '../lib/style.ts'
import { wrap } from '../lib/table.ts'
import { moment, span } from '../lib/time.ts'

/** What happened, entry by entry: when, who did what, and below it from what to what and in which words. */
export const story = (entries: readonly TimelineEntry[], zone: string): string =>
  entries.map((entry) => told(entry, zone)).join('\n')

function told(entry: TimelineEntry, zone: string): string {
  const when = moment(entry.at, zone).padEnd(WHEN)
  const [first = '', ...rest] = [
    ...lines(sentence(entry)),
    ...details(entry, zone).flatMap(lines).map(indented),
    ...(entry.text ? lines(`“${cleanText(entry.text).trim()}”`).map(indented) : []),
  ]
  return [`${onStdout('dim', when)}  ${first}`, ...rest.map((line) => `${' '.repeat(WHEN + 2)}${line}`)].join('\n')
}

/** As long as `Tue 18 Jan 2030 09:00`. */
const WHEN = 21

const indented = (line: string) => onStdout('dim', `  ${line}`)

/** A text on as many lines as it takes beside the times, where somebody looks. */
function lines(text: string): string[] {
  const room = process.stdout.isTTY ? Math.max(24, columns() - WHEN - 4) : Infinity
  return cleanText(text)
    .split('\n')
    .flatMap((line) => wrap(line.trimEnd(), room))
}

function sentence(entry: TimelineEntry): string {
  const who = whoOf(entry)
  const what = cleanLine(entry.title ?? 'a meeting')
  if (entry.kind === 'no_show')
    return entry.after?.noShow === false ? `${who} took a no-show back: ${what}` : `${who} noted a no-show: ${what}`
  if (entry.kind === 'edited' && entry.before && 'archivedAt' in entry.before)
    return `${who} ${entry.after?.archivedAt ? 'archived' : 'restored'} the contact`
  const write = SENTENCES[entry.kind]
  return write ? write(who, what) : `${who}: ${entry.kind.replaceAll('_', ' ')}`
}

const SENTENCES: Record<string, (who: string, what: string) => string> = {
  booked: (who, what) => `${who} booked ${what}`,
  requested: (who, what) => `${who} asked for ${what}`,
  confirmed: (who, what) => `${who} confirmed ${what}`,
  declined: (who, what) => `${who} declined ${what}`,
  moved: (who, what) => `${who} moved ${what}`,
  cancelled: (who, what) => `${who} cancelled ${what}`,
  reassigned: (who, what) => `${who} gave ${what} to another host`,
  ended: (_, what) => `${what} ended`,
  mail_failed: (_, what) => `Mail did not arrive: ${what}`,
  reminded: (_, what) => `Reminded of ${what}`,
  link_shared: (who) => `${who} shared a link`,
  link_opened: () => 'The link was opened',
  link_used: (who) => `${who} booked through the link`,
  note: (who) => `${who} noted`,
  created: (who) => `${who} added the contact`,
  edited: (who) => `${who} changed the contact`,
  imported: (who) => `${who} imported the contact`,
  merged: (who) => `${who} merged another contact into this one`,
}

/** From what to what. */
function details({ kind, before = {}, after = {}, bookingId, linkId, noteId }: TimelineEntry, zone: string): string[] {
  const about = [bookingId, linkId, noteId].filter((id) => id !== undefined).join(' ')
  return [...changes(kind, before, after, zone), about].filter(Boolean)
}

type Facts = Record<string, unknown>

function changes(kind: string, before: Facts, after: Facts, zone: string): string[] {
  if (kind === 'booked' || kind === 'requested') return [slot(after, zone)]
  if (kind === 'moved') return [`${slot(before, zone)} → ${slot(after, zone)}`]
  if (kind === 'reassigned') return [`${hosts(before)} → ${hosts(after)}`]
  if (kind !== 'edited' && kind !== 'merged') return []
  const fields = Object.keys(after).filter((field) => field !== 'archivedAt')
  return fields.map((field) => `${words(field)}: ${shown(before[field])} → ${shown(after[field])}`)
}

function slot({ start, end }: Facts, zone: string): string {
  return typeof start === 'string' && typeof end === 'string' ? span(start, end, zone) : ''
}

const hosts = ({ hosts }: Facts) =>
  Array.isArray(hosts) ? hosts.map((host) => String(host?.name ?? host?.userId ?? host)).join(', ') : 'nobody'

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  const text = Array.isArray(value) ? value.join(', ') || 'nothing' : String(value)
  return cleanLine(text)
}

/** `externalId` as `external id`. */
const words = (field: string) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function whoOf({ by }: TimelineEntry): string {
  const name = cleanLine(by.name ?? '')
  if (by.type === 'api_key') return name ? `The API key ${name}` : 'An API key'
  if (by.type === 'system') return 'LetsMeet'
  return name || (by.type === 'guest' ? 'The guest' : cleanLine(by.id))
}
