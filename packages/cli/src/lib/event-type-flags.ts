import type { EventTypeChange, LetsMeet, NewEventType } from '@letsmeet/sdk'
import { Flags, type Interfaces } from '@oclif/core'
import { bodyOf, pair } from './body.ts'
import { usageError } from './failure.ts'
import { memberId } from './find.ts'
import { bodyFlag, manyFlag, minutesFlag } from './flags.ts'
import { locationOf } from './location.ts'
import { oneOf } from './one-of.ts'
import { questionOf } from './question.ts'
import { minutesOf } from './time-input.ts'
import { windowOf } from './window.ts'

/** The settings of an event type, for `create` and for `update`. */
export const eventTypeFlags = {
  title: Flags.string({ description: 'What guests read first.' }),
  duration: minutesFlag({ description: 'How long a meeting takes.' }),
  slug: Flags.string({ description: 'The end of its page’s address; made from the title unless you say.' }),
  description: Flags.string({ description: 'A few words for guests.' }),
  'duration-option': manyFlag('A length that guests may choose instead', '45m'),
  interval: minutesFlag({ description: 'How far apart starts are; as far as a meeting is long unless you say.' }),
  'buffer-before': minutesFlag({ description: 'Time kept free before each meeting.', helpValue: '10m' }),
  'buffer-after': minutesFlag({ description: 'Time kept free after each meeting.', helpValue: '10m' }),
  notice: minutesFlag({ description: 'How long before the start a guest must book.', helpValue: '4h' }),
  window: Flags.string({
    description: 'How far ahead guests may book: 60d, 20bd (business days), 2030-01-07..2030-03-31 or unlimited.',
    helpValue: 'WINDOW',
  }),
  'max-bookings': manyFlag('Most bookings per day, week, month or year', 'day=4'),
  'max-minutes': manyFlag('Most booked minutes per day, week, month or year', 'week=600'),
  seats: Flags.integer({ description: 'How many guests share one start.', min: 1, helpValue: 'N' }),
  confirmation: Flags.boolean({ description: 'A host must confirm each booking.', allowNo: true }),
  scheduling: Flags.option({ options: ['individual', 'collective', 'round_robin'] as const })({
    description: 'Whom a guest meets: individual, collective (all hosts) or round_robin (one of them).',
    helpValue: 'HOW',
  }),
  host: manyFlag('A host, by id or e-mail address', 'MEMBER'),
  schedule: Flags.string({
    description: 'The schedule to use; the host’s default one unless you say.',
    helpValue: 'ID',
  }),
  location: manyFlag('A place to meet: in_person, phone, guest_phone, video or custom', 'KIND[=VALUE]'),
  question: manyFlag(
    'A question for guests, as KEY:KIND:LABEL with * after the key if it must be answered',
    'KEY:KIND:LABEL',
  ),
  visibility: Flags.option({ options: ['public', 'unlisted'] as const })({
    description: 'Whether it is on your public page.',
  }),
  active: Flags.boolean({ description: 'Whether it can be booked.', allowNo: true }),
  'reminder-workflow': Flags.string({
    description: 'The reminder workflow that holds for it; none to follow the default.',
    helpValue: 'ID|none',
  }),
  'redirect-url': Flags.string({ description: 'Where guests go after booking.', helpValue: 'URL' }),
  'external-id': Flags.string({ description: 'Your own id for it.', helpValue: 'ID' }),
  body: bodyFlag,
}

type Given = Interfaces.InferredFlags<typeof eventTypeFlags>

/** The settings that the flags give. */
export async function eventTypeSettings(letsmeet: LetsMeet, flags: Given): Promise<EventTypeChange & NewEventType> {
  const hosts = flags.host && (await Promise.all(flags.host.map((host) => memberId(letsmeet, host))))
  return bodyOf<EventTypeChange & NewEventType>(flags.body, {
    title: flags.title,
    durationMinutes: flags.duration,
    slug: flags.slug,
    description: flags.description,
    durationOptions: lengthsOf(flags),
    intervalMinutes: flags.interval,
    bufferBeforeMinutes: flags['buffer-before'],
    bufferAfterMinutes: flags['buffer-after'],
    minNoticeMinutes: flags.notice,
    window: flags.window === undefined ? undefined : windowOf(flags.window),
    limits: limitsOf(flags),
    seats: flags.seats,
    requiresConfirmation: flags.confirmation,
    scheduling: flags.scheduling,
    hosts: hosts?.map((userId) => ({ userId })),
    scheduleId: flags.schedule,
    locations: flags.location?.map(locationOf),
    questions: flags.question?.map(questionOf),
    visibility: flags.visibility,
    active: flags.active,
    reminderWorkflowId: flags['reminder-workflow'] === 'none' ? null : flags['reminder-workflow'],
    redirectUrl: flags['redirect-url'],
    externalId: flags['external-id'],
  })
}

/** The usual length is one of those to choose from. */
function lengthsOf({ duration, 'duration-option': others }: Given): number[] | undefined {
  if (!others) return undefined
  return [...new Set([...(duration === undefined ? [] : [duration]), ...others.map(minutesOf)])]
}

const PERIODS = ['day', 'week', 'month', 'year'] as const

function limitsOf(flags: Given): NewEventType['limits'] | undefined {
  const bookings = limitOf('max-bookings', flags['max-bookings'])
  const minutes = limitOf('max-minutes', flags['max-minutes'])
  return bookings || minutes ? { ...(bookings && { bookings }), ...(minutes && { minutes }) } : undefined
}

function limitOf(flag: string, given: readonly string[] | undefined) {
  const entries = given?.map((text) => {
    const [period, most] = pair(flag, text)
    if (!/^\d+$/.test(most)) throw usageError(`--${flag} needs a number, such as day=4, not “${text}”.`)
    return [oneOf(flag, period, PERIODS), Number(most)]
  })
  return entries && Object.fromEntries(entries)
}
