import type { CreatedSandbox, Sandbox, SandboxClock, SeededSandbox } from '@letsmeet/sdk'
import { columns, onStdout } from '../lib/style.ts'
import { type Cell, type Column, card, wrap } from '../lib/table.ts'
import { moment } from '../lib/time.ts'

/** A sandbox, and the profile here that has its key. */
export interface Known extends Sandbox {
  profile: string | null
  isInUse: boolean
}

export const sandboxColumns = (zone: string): Column<Known>[] => [
  { header: 'ID', cell: ({ id }) => id },
  { header: 'NAME', cell: ({ name }) => name, whenNarrow: 'cut' },
  { header: `CLOCK (${zone})`, cell: ({ clock }) => moment(clock.now, zone) },
  { header: '', cell: ({ clock }) => stateOf(clock) },
  { header: 'KEY', cell: keyOf },
]

export const sandboxCard = (sandbox: Sandbox | CreatedSandbox, zone: string, profile: string | null): string =>
  card([
    ['Sandbox', sandbox.id],
    ['Name', { text: sandbox.name, style: 'bold' }],
    ['Booking page', sandbox.bookingPage],
    ['Clock', clockText(sandbox.clock, zone)],
    ['Profile', profile],
    ['Organization', sandbox.organizationId],
    ['Made', `${moment(sandbox.createdAt, zone)} (${zone}, by the server's clock)`],
  ])

export const clockCard = (clock: SandboxClock, zone: string): string =>
  card([
    ['Shows', { text: `${moment(clock.now, zone)} (${zone})`, style: 'bold' }],
    ['Instant', clock.now],
    ['State', stateOf(clock)],
  ])

export const clockText = (clock: SandboxClock, zone: string): string =>
  `${moment(clock.now, zone)} (${zone}), ${clock.frozen ? 'frozen' : 'running'}`

/** What a scenario made, and what can be seen with it. */
export function seedText({ scenario, made, eventTypeIds, bookingIds, story }: SeededSandbox): string {
  const room = process.stdout.isTTY ? Math.min(columns(), 100) : Infinity
  const some = bookingIds.slice(0, 3)
  const more = bookingIds.length > some.length ? `\nand ${bookingIds.length - some.length} more` : ''
  const facts = card([
    ['Scenario', { text: scenario, style: 'bold' }],
    ['Made', Object.entries(made).map(madeText).filter(Boolean).join(', ')],
    ['Event types', eventTypeIds.join('\n')],
    ['Bookings', some.join('\n') + more],
  ])
  return `${facts}\n\n${onStdout('plain', wrap(story, room).join('\n'))}`
}

/** `eventTypes: 2` as `2 event types`. */
function madeText([kind, count]: [string, number]): string {
  const words = kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return count === 0 ? '' : `${count} ${count === 1 ? words.replace(/s$/, '') : words}`
}

const keyOf = ({ profile, isInUse }: Known): Cell =>
  isInUse ? { text: 'in use', style: 'green' } : profile === null ? '' : 'kept'

const stateOf = ({ frozen }: SandboxClock): Cell =>
  frozen ? { text: 'frozen', style: 'cyan' } : { text: 'running', style: 'green' }
