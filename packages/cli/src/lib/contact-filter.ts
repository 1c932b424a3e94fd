import type { ContactsListQuery, LetsMeet } from '@letsmeet/sdk'
import { Flags, type Interfaces } from '@oclif/core'
import { memberId } from './find.ts'
import { shownIn, timezoneFlag } from './flags.ts'
import { endOf, startOf } from './time-input.ts'

const SOURCES = ['booking', 'manual', 'import', 'link'] as const
const ORDERS = ['name', '-lastMet', 'nextMeeting', '-created'] as const

/** Who is meant, for a list and for an export. */
export const contactFilterFlags = {
  q: Flags.string({
    description: 'Words, or beginnings of words, of names, addresses, companies and tags.',
    helpValue: 'WORDS',
    char: 'q',
  }),
  tag: Flags.string({ description: 'Only those with this tag.', helpValue: 'TAG' }),
  'never-met': Flags.boolean({
    description: 'Only those you never met; --no-never-met: only the others.',
    allowNo: true,
  }),
  'met-since': Flags.string({ description: 'Only those last met on this day or later.', helpValue: '2030-01-07' }),
  'not-met-since': Flags.string({
    description: 'Only those last met before this day.',
    helpValue: '2030-01-07',
  }),
  'next-from': Flags.string({ description: 'Only those next met on this day or later.', helpValue: '2030-01-07' }),
  'next-to': Flags.string({ description: 'Only those next met on this day or earlier.', helpValue: '2030-01-11' }),
  archived: Flags.boolean({ description: 'Archived ones instead of the others.' }),
  source: Flags.option({ options: SOURCES })({ description: 'Only those who first came from here.' }),
  member: Flags.string({ description: "Only this member's: id, e-mail address or me." }),
  sort: Flags.option({ options: ORDERS })({
    description: 'By name, the last met first, the next meeting first, or the newest first.',
  }),
  timezone: timezoneFlag,
}

/** The question that the flags ask. */
export async function contactFilter(
  letsmeet: LetsMeet,
  flags: Interfaces.InferredFlags<typeof contactFilterFlags>,
): Promise<ContactsListQuery> {
  const zone = shownIn(flags)
  const first = (day: string | undefined) => (day === undefined ? undefined : startOf(day, zone).toISOString())
  return {
    q: flags.q,
    tag: flags.tag,
    neverMet: flags['never-met'],
    'lastMet[gte]': first(flags['met-since']),
    'lastMet[lt]': first(flags['not-met-since']),
    'nextMeeting[gte]': first(flags['next-from']),
    'nextMeeting[lt]': flags['next-to'] && endOf(flags['next-to'], zone).toISOString(),
    archived: flags.archived,
    source: flags.source,
    userId: flags.member && (await memberId(letsmeet, flags.member)),
    sort: flags.sort,
  }
}
