import type { SandboxHappening } from '@letsmeet/sdk'
import { cleanLine } from '../lib/clean.ts'
import { lengthText } from '../lib/duration.ts'
import type { Journey } from '../lib/journey.ts'
import { columns, onStdout, type Style } from '../lib/style.ts'
import { wrap } from '../lib/table.ts'
import { moment, withSeconds } from '../lib/time.ts'

/** What happened on the way, under the instants at which it did, and the sum of it. */
export function journeyText(journey: Journey, zone: string): string {
  const groups = Map.groupBy(journey.happened, ({ at }) => momentOf(at, zone))
  const account = [...groups].map(([at, things]) =>
    [onStdout('bold', at), ...things.map((thing) => line(thing, zone))].join('\n'),
  )
  return [...account, summary(journey, zone)].join('\n\n')
}

/** `Moved 3 days: 4 reminders, 2 retries, 9 events. It is Thu 10 Jan 2030 09:00 (Europe/Berlin).` */
function summary(journey: Journey, zone: string): string {
  const { from, now, happened, count, isWhole } = journey
  const what = sums(happened).join(', ') || 'nothing happened'
  const untold = count - happened.length
  const moved = `Moved ${lengthText(Date.parse(now) - Date.parse(from))}: ${what}.`
  const sentences = [
    `${moved} It is ${moment(now, zone)} (${zone}).`,
    untold > 0 ? `${untold} more happened than is told here: see \`letsmeet events list\`.` : '',
    isWhole ? '' : 'The connection broke on the way; see `letsmeet events list` for what happened before.',
  ]
  const room = process.stdout.isTTY ? columns() : Infinity
  const lines = sentences.filter(Boolean).flatMap((sentence) => wrap(sentence, room))
  return onStdout('green', lines.join('\n'))
}

function sums(happened: readonly SandboxHappening[]): string[] {
  const count = (is: (thing: SandboxHappening) => boolean) => happened.filter(is).length
  const isReminder = ({ kind, type }: SandboxHappening) => kind === 'event' && type === 'reminder.sent'
  const isRetry = ({ kind, attempt }: SandboxHappening) => kind === 'webhook' && (attempt ?? 1) > 1
  const all: [number, one: string, many: string][] = [
    [count(isReminder), 'reminder', 'reminders'],
    [count(({ kind }) => kind === 'mail'), 'mail', 'mails'],
    [count((thing) => thing.kind === 'webhook' && !isRetry(thing)), 'webhook', 'webhooks'],
    [count(isRetry), 'retry', 'retries'],
    [count((thing) => thing.kind === 'event' && !isReminder(thing)), 'event', 'events'],
  ]
  return all.filter(([n]) => n > 0).map(([n, one, many]) => `${n} ${n === 1 ? one : many}`)
}

function line({ kind, text }: SandboxHappening, zone: string): string {
  const room = process.stdout.isTTY ? Math.max(30, columns() - INDENT.length) : Infinity
  // The kind stands before it, and instants are read in one zone.
  const words = cleanLine(text)
    .replace(/^(?:Mail|Webhook) /, '')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => momentOf(at, zone))
  return `  ${onStdout(STYLES[kind] ?? 'plain', kind.padEnd(7))}  ${wrap(words, room).join(`\n${INDENT}`)}`
}

const momentOf = (at: string, zone: string): string =>
  at.slice(17, 19) === '00' ? moment(at, zone) : withSeconds(at, zone)

const INDENT = ' '.repeat(11)
const STYLES: Record<string, Style> = { event: 'dim', mail: 'cyan', webhook: 'yellow' }
