/** What is true of a link, as functions of values: its state, what contradicts itself, what it leaves. */
import type { Fault } from '../errors.ts'
import type { LinkTerms } from '../event-types/model.ts'
import type { LinkRow, LinkState } from './model.ts'

/** The default end of a share link. */
export const shareDays = 30

type Life = Pick<LinkRow, 'revokedAt' | 'expiresAt' | 'maxUses' | 'uses'>

/** Revoked before used before expired; at its instant of expiry a link has expired. */
export function stateOf(link: Life, now: Date): LinkState {
  if (link.revokedAt) return 'revoked'
  if (link.maxUses !== null && link.uses >= link.maxUses) return 'used'
  return link.expiresAt && link.expiresAt <= now ? 'expired' : 'active'
}

/** What a link leaves of an event type. */
export const termsOf = ({ id, starts, availability, nextDays }: LinkRow): LinkTerms => ({
  id,
  ...(starts && { starts }),
  ...(availability && { hours: availability }),
  ...(nextDays !== null && { nextDays }),
})

/** The fields of a new link that can contradict each other. */
export interface Wish {
  kind: 'one_off' | 'share'
  eventTypeId?: string | undefined
  eventTypeIds?: readonly string[] | undefined
  title?: string | undefined
  durationMinutes?: number | undefined
  starts?: readonly Date[] | undefined
  availability?: { weekly: readonly unknown[]; overrides: readonly { windows: readonly unknown[] }[] } | undefined
  nextDays?: number | undefined
  contactId?: string | undefined
}

/** Every field that contradicts another one, or the kind of the link. */
export const contradictions = (wish: Wish): Fault[] => [
  ...(wish.kind === 'share' ? shareFaults(wish) : oneOffFaults(wish)),
  ...startFaults(wish),
  ...availabilityFaults(wish.availability),
]

function oneOffFaults({ eventTypeId, eventTypeIds, title, durationMinutes }: Wish): Fault[] {
  if (eventTypeIds) return [fault('eventTypeIds', 'not_allowed', 'A one-off link books one event type: eventTypeId.')]
  if (eventTypeId !== undefined) return []
  const sentence = 'Name an event type with eventTypeId, or send a title and durationMinutes of its own.'
  return [
    ...(title === undefined ? [fault('title', 'required', sentence)] : []),
    ...(durationMinutes === undefined ? [fault('durationMinutes', 'required', sentence)] : []),
  ]
}

function shareFaults({ eventTypeId, eventTypeIds, title, durationMinutes, contactId }: Wish): Fault[] {
  const missing = eventTypeId === undefined && eventTypeIds === undefined
  const twice = eventTypeId !== undefined && eventTypeIds !== undefined
  const own = 'A share link offers event types under their own titles and durations.'
  return [
    ...(contactId === undefined ? [fault('contactId', 'required', 'Say which contact the link is for.')] : []),
    ...(missing ? [fault('eventTypeIds', 'required', 'Choose the event types that the contact may book.')] : []),
    ...(twice ? [fault('eventTypeId', 'contradiction', 'Send eventTypeIds alone.')] : []),
    ...(title !== undefined ? [fault('title', 'not_allowed', own)] : []),
    ...(durationMinutes !== undefined ? [fault('durationMinutes', 'not_allowed', own)] : []),
  ]
}

function startFaults({ starts, availability, nextDays }: Wish): Fault[] {
  if (!starts) return []
  const alone = 'Explicit starts are all that the link offers; leave availability and nextDays out.'
  const seen = new Set<number>()
  const each = starts.flatMap((start, i): Fault[] => {
    const at = start.getTime()
    if (at % 60_000 !== 0) return [fault(`starts/${i}`, 'not_a_minute', 'A meeting starts on a whole minute.')]
    if (seen.has(at)) return [fault(`starts/${i}`, 'duplicate', 'This start is listed twice.')]
    seen.add(at)
    return []
  })
  return [
    ...(nextDays !== undefined ? [fault('nextDays', 'contradiction', alone)] : []),
    ...(availability ? [fault('availability', 'contradiction', alone)] : []),
    ...each,
  ]
}

/** Hours that leave nothing at all. */
export function availabilityFaults(hours: Wish['availability'] | null): Fault[] {
  if (!hours || hours.weekly.length > 0 || hours.overrides.some(({ windows }) => windows.length > 0)) return []
  return [fault('availability', 'empty', 'These hours leave nothing; send weekly hours or dates with windows.')]
}

/** What a change of a link cannot be. */
export function changeFaults(
  link: Pick<LinkRow, 'kind' | 'uses' | 'starts' | 'title'>,
  change: {
    title?: string | null | undefined
    expiresAt?: Date | null | undefined
    maxUses?: number | null | undefined
    availability?: Wish['availability'] | null
  },
  now: Date,
): Fault[] {
  const { title, expiresAt, maxUses, availability } = change
  const isShare = link.kind === 'share'
  return [
    ...(isShare && title
      ? [fault('title', 'not_allowed', 'A share link offers event types under their own titles.')]
      : []),
    ...(isShare && expiresAt === null ? [fault('expiresAt', 'required', 'A share link always ends; send when.')] : []),
    ...(!isShare && maxUses === null
      ? [fault('maxUses', 'required', 'A one-off link is used so often, 1 to 100.')]
      : []),
    ...(maxUses != null && maxUses < link.uses
      ? [fault('maxUses', 'below_uses', `It has been used ${link.uses} times already.`)]
      : []),
    ...(availability && link.starts
      ? [fault('availability', 'contradiction', 'This link offers explicit starts; hours have nothing to narrow.')]
      : []),
    ...availabilityFaults(availability),
    ...timeFaults({ expiresAt }, now),
  ]
}

/** Times that are past already. */
export function timeFaults(
  wish: { starts?: readonly Date[] | undefined; expiresAt?: Date | null | undefined },
  now: Date,
): Fault[] {
  const past = (wish.starts ?? []).flatMap((start, i) =>
    start <= now ? [fault(`starts/${i}`, 'in_the_past', 'This start is in the past.')] : [],
  )
  const isOver = wish.expiresAt && wish.expiresAt <= now
  return isOver ? [...past, fault('expiresAt', 'in_the_past', 'The expiry must lie in the future.')] : past
}

export const fault = (path: string, code: string, detail: string): Fault => ({ pointer: `#/${path}`, code, detail })
