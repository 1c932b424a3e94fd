import type { EventType, NewBooking, Slot } from '@letsmeet/sdk'
import { checkZone, clock, dateIn, dayName } from '../lib/time.ts'

/** What was answered so far, by the question's key; texts, as they were typed or chosen. */
export type Answers = Readonly<Record<string, string>>

export interface Choice {
  value: string
  label: string
  /** What is shown once it is chosen, where that is less than the label. */
  short?: string
}

export type Question = { key: string; label: string } & (
  | { kind: 'choice'; choices: readonly Choice[]; columns?: number }
  | { kind: 'text'; initial?: string; check?: (text: string) => string | undefined }
)

export interface Known {
  eventTypes: readonly EventType[]
  /** Of the chosen event type and length. */
  slots: readonly Slot[]
  zone: string
}

/** Chosen in place of a day to look further ahead. */
export const LATER = 'later'

/** Everything that is asked, in order, as far as the answers so far determine it. */
export function questions(answers: Answers, { eventTypes, slots, zone }: Known): Question[] {
  const eventType = chosen(answers, eventTypes)
  const first: Question = {
    key: 'eventType',
    label: 'Event type',
    kind: 'choice',
    choices: eventTypes.map(({ id, title, durationMinutes }) => ({
      value: id,
      label: `${title} · ${durationMinutes} min`,
    })),
  }
  if (!eventType) return [first]
  return [first, ...lengths(eventType), ...when(answers, slots, zone), ...about(eventType, zone)]
}

/** The booking that the answers make. */
export function bookingOf(answers: Answers, eventType: EventType): NewBooking {
  const given = eventType.questions.flatMap(({ key, kind }) => {
    const text = answers[`question:${key}`]
    return text ? [[key, typed(kind, text)] as const] : []
  })
  const { location, phone, duration } = answers
  return {
    eventTypeId: eventType.id,
    start: answers.start ?? '',
    guest: { name: answers.name ?? '', email: answers.email ?? '', timezone: answers.timezone ?? '' },
    durationMinutes: duration ? Number(duration) : undefined,
    answers: given.length > 0 ? Object.fromEntries(given) : undefined,
    location: placeOf(eventType, location, phone),
  }
}

export const chosen = (answers: Answers, eventTypes: readonly EventType[]) =>
  eventTypes.find(({ id }) => id === answers.eventType)

function lengths({ durationMinutes, durationOptions }: EventType): Question[] {
  const all = [...new Set([durationMinutes, ...(durationOptions ?? [])])]
  if (all.length < 2) return []
  const choices = all.map((minutes) => ({ value: String(minutes), label: `${minutes} min` }))
  return [{ key: 'duration', label: 'Length', kind: 'choice', choices }]
}

function when(answers: Answers, slots: readonly Slot[], zone: string): Question[] {
  const days = Map.groupBy(slots, ({ start }) => dateIn(start, zone))
  const count = (open: readonly Slot[]) => `${open.length} open`
  const choices = [...days].map(([date, open]) => ({
    value: date,
    short: dayName(date),
    label: `${dayName(date).padEnd(16)} ${count(open)}`,
  }))
  const times = days.get(answers.day ?? '') ?? []
  return [
    { key: 'day', label: 'Day', kind: 'choice', choices: [...choices, { value: LATER, label: 'Later…' }] },
    {
      key: 'start',
      label: `Start (${zone})`,
      kind: 'choice',
      columns: 6,
      choices: times.map(({ start }) => ({ value: start, label: clock(start, zone) })),
    },
  ]
}

function about({ questions, locations }: EventType, zone: string): Question[] {
  const needsPhone = locations[0]?.kind === 'guest_phone'
  const place: Question[] =
    locations.length > 1
      ? [
          {
            key: 'location',
            label: 'Where',
            kind: 'choice',
            choices: locations.map(({ kind, value }, at) => ({
              value: String(at),
              label: [kind.replaceAll('_', ' '), value].filter(Boolean).join(': '),
            })),
          },
        ]
      : []
  return [
    ...place,
    ...(needsPhone ? [{ key: 'phone', label: "Guest's phone", kind: 'text', check: required } as const] : []),
    { key: 'name', label: "Guest's name", kind: 'text', check: required },
    {
      key: 'email',
      label: "Guest's e-mail",
      kind: 'text',
      check: (text) => (/^\S+@\S+$/.test(text) ? undefined : 'Type an e-mail address.'),
    },
    { key: 'timezone', label: "Guest's time zone", kind: 'text', initial: zone, check: zoneFault },
    ...questions.map(questionOf),
    {
      key: 'sure',
      label: 'Book it?',
      kind: 'choice',
      choices: [
        { value: 'yes', label: 'Yes, book it' },
        { value: 'no', label: 'No' },
      ],
    },
  ]
}

function questionOf({
  key,
  label,
  kind,
  required: isRequired,
  options = [],
}: EventType['questions'][number]): Question {
  const shared = { key: `question:${key}`, label: isRequired ? label : `${label} (optional)` }
  const choices = kind === 'checkbox' ? ['yes', 'no'] : kind === 'select' ? options : []
  if (choices.length > 0)
    return { ...shared, kind: 'choice', choices: choices.map((value) => ({ value, label: value })) }
  const hint = kind === 'multi_select' ? ` (${options.join(', ')}; with commas)` : ''
  return { ...shared, label: shared.label + hint, kind: 'text', ...(isRequired && { check: required }) }
}

function placeOf({ locations }: EventType, at: string | undefined, phone: string | undefined): NewBooking['location'] {
  const place = at === undefined ? undefined : locations[Number(at)]
  if (phone && (!place || place.kind === 'guest_phone')) return { kind: 'guest_phone', value: phone }
  const kinds = ['in_person', 'phone', 'guest_phone', 'video', 'custom'] as const
  const kind = kinds.find((each) => each === place?.kind)
  return kind && { kind, value: place?.value }
}

function typed(kind: string, text: string): string | number | boolean | string[] {
  if (kind === 'number') return Number(text)
  if (kind === 'checkbox') return text === 'yes'
  return kind === 'multi_select' ? text.split(',').map((part) => part.trim()) : text
}

const required = (text: string) => (text.trim() === '' ? 'This is needed.' : undefined)

function zoneFault(text: string): string | undefined {
  try {
    checkZone(text)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
