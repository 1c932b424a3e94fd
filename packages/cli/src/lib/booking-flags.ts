import type { LetsMeet, NewBooking } from '@letsmeet/sdk'
import { Flags, type Interfaces } from '@oclif/core'
import { answersFor } from './answers.ts'
import { bodyOf, pairs, withFields } from './body.ts'
import { usageError } from './failure.ts'
import { eventTypeId, memberId } from './find.ts'
import { bodyFlag, minutesFlag, zoneFlag } from './flags.ts'
import { locationOf } from './location.ts'
import { machineZone } from './time.ts'
import { instantOf } from './time-input.ts'

/** What a new booking may be told, for `create` and for `preview`. */
export const newBookingFlags = {
  at: Flags.string({
    description: 'When it starts; a time without an offset is in --timezone.',
    helpValue: '2030-01-08T09:00Z',
    aliases: ['start'],
  }),
  name: Flags.string({ description: "The guest's name." }),
  email: Flags.string({ description: "The guest's e-mail address." }),
  timezone: zoneFlag({
    description: "The guest's time zone, and that of --at where it has no offset; this machine's unless you say.",
  }),
  duration: minutesFlag({ description: 'One of the lengths that the event type offers.' }),
  answer: Flags.string({
    description: 'Answer to a question of the event type; repeat for several.',
    helpValue: 'KEY=VALUE',
    multiple: true,
    multipleNonGreedy: true,
  }),
  notes: Flags.string({ description: 'What the host should know.' }),
  also: Flags.string({
    description: 'E-mail address of one more guest; repeat for several.',
    helpValue: 'EMAIL',
    multiple: true,
    multipleNonGreedy: true,
  }),
  location: Flags.string({
    description: 'Where, if the event type leaves a choice: in_person, phone, guest_phone, video or custom.',
    helpValue: 'KIND[=VALUE]',
  }),
  host: Flags.string({ description: 'The host to meet, by id or e-mail address, where several could.' }),
  hold: Flags.string({ description: 'A hold on this start, which the booking takes the place of.', helpValue: 'ID' }),
  repeat: Flags.option({ options: ['daily', 'weekly', 'monthly'] as const })({
    description: 'Book a series.',
    dependsOn: ['count'],
  }),
  every: Flags.integer({
    description: 'Repeat every so many days, weeks or months.',
    min: 1,
    dependsOn: ['repeat'],
    helpValue: 'N',
  }),
  count: Flags.integer({
    description: 'How many meetings the series has, up to 24.',
    min: 1,
    dependsOn: ['repeat'],
    helpValue: 'N',
  }),
  locale: Flags.string({ description: "The guest's language, such as de.", hidden: true }),
  metadata: Flags.string({
    description: 'Data of your own; repeat for several.',
    helpValue: 'KEY=VALUE',
    multiple: true,
    multipleNonGreedy: true,
  }),
  'external-id': Flags.string({ description: 'Your own id for it.', helpValue: 'ID' }),
  link: Flags.string({ description: "A booking link's token.", helpValue: 'TOKEN', hidden: true }),
  body: bodyFlag,
}

type Given = Interfaces.InferredFlags<typeof newBookingFlags>

/** The booking that the flags describe. */
export async function newBooking(letsmeet: LetsMeet, eventType: string | undefined, flags: Given): Promise<NewBooking> {
  const zone = flags.timezone ?? machineZone()
  // What is wrong by itself is found before the server is asked.
  const body = bodyOf<NewBooking>(flags.body, {
    start: flags.at && instantOf(flags.at, zone).toISOString(),
    durationMinutes: flags.duration,
    location: flags.location === undefined ? undefined : locationOf(flags.location),
    ...extrasOf(flags),
  })
  // A body may hold the whole guest; without one, the zone is the one that the times were read in.
  const base: Partial<NewBooking['guest']> = body.guest ?? {}
  const { name, email, timezone, locale } = flags
  const guest = withFields<NewBooking['guest']>({ timezone: zone, ...base }, { name, email, timezone, locale })
  needs({
    'EVENT-TYPE': eventType ?? body.eventTypeId,
    '--at': body.start,
    '--name': guest.name,
    '--email': guest.email,
  })
  if (eventType) body.eventTypeId = await eventTypeId(letsmeet, eventType)
  if (flags.host) body.hostId = await memberId(letsmeet, flags.host)
  if (flags.answer) body.answers = { ...body.answers, ...(await answersFor(letsmeet, body.eventTypeId, flags.answer)) }
  return { ...body, guest }
}

/** What a booking may have besides who, what and when. */
export function extrasOf(flags: Given): Partial<NewBooking> {
  return {
    additionalGuests: flags.also,
    notes: flags.notes,
    recurrence: recurrenceOf(flags),
    metadata: pairs('metadata', flags.metadata),
    linkToken: flags.link,
    holdId: flags.hold,
    externalId: flags['external-id'],
  }
}

function needs(given: Record<string, unknown>): void {
  const missing = Object.keys(given).filter((name) => given[name] === undefined)
  if (missing.length > 0) throw usageError(`Something is missing: ${missing.join(' ')}.`, '--help shows examples.')
}

function recurrenceOf({ repeat, every, count }: Given): NewBooking['recurrence'] {
  if (!repeat || count === undefined) return undefined
  return { frequency: repeat, count, interval: every }
}
