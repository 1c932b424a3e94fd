/** What is left where somebody was erased, as functions of values. */
import type { Traces } from './traces.ts'

/** Stands where a guest was. The address is one that can never exist (RFC 2606). */
export const erasedGuest = { name: 'Erased guest', email: 'erased@erased.invalid' }

export const isErased = (email: string): boolean => email.toLowerCase() === erasedGuest.email

type Who = Pick<Traces, 'emails' | 'names'>

/** Any JSON with their addresses and names taken out of its texts. */
export function scrubbed<T>(value: T, who: Who): T {
  const patterns = [
    ...who.emails.map((email) => [email, erasedGuest.email] as const),
    ...who.names.map((name) => [name, erasedGuest.name] as const),
  ].map(([text, instead]) => [patternOf(text), instead] as const)
  const clean = (inner: unknown): unknown => {
    if (typeof inner === 'string') {
      return patterns.reduce((text, [pattern, instead]) => text.replace(pattern, instead), inner)
    }
    if (Array.isArray(inner)) return inner.map(clean)
    if (typeof inner !== 'object' || inner === null) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, field]) => [key, clean(field)]))
  }
  // What goes in as one shape comes out as the same.
  return clean(value) as T
}

/** True where one of their addresses stands, also where a calendar has broken its line. */
export const mentions = (text: string, { emails }: Pick<Who, 'emails'>): boolean => {
  const whole = text.replace(/\r?\n[ \t]/g, '').toLowerCase()
  return emails.some((email) => whole.includes(email))
}

/** As whole words, in any case of letters. */
const patternOf = (text: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'giu')

/** What the fields of a fact become, by the kind of what it tells of; its other fields stay. */
const blanks: Record<string, Record<string, (field: unknown) => unknown>> = {
  booking: {
    guest: () => ({ ...erasedGuest, timezone: 'UTC', locale: null }),
    additionalGuests: () => [],
    answers: () => ({}),
    notes: () => null,
    metadata: () => ({}),
    rescheduleReason: () => null,
    location: (field) => only(field, ['kind']),
    cancellation: (field) => withNo(field, 'reason'),
  },
  contact: {
    email: () => erasedGuest.email,
    tags: () => [],
    name: () => null,
    phone: () => null,
    company: () => null,
    timezone: () => null,
    about: () => null,
    externalId: () => null,
  },
  link: { greeting: () => null },
  mail: { to: () => erasedGuest.email, subject: () => 'Erased', error: () => 'Erased' },
  browser_session: { guest: () => null },
}

/** The `data` or `previous` of a fact about them. */
export function blanked<T extends Record<string, unknown> | null>(type: string, data: T): T {
  const fields = blanks[type.slice(0, type.indexOf('.'))]
  if (data === null || !fields) return data
  const cleaned = Object.entries(data).map(([key, field]) => [key, fields[key] ? fields[key](field) : field])
  return Object.fromEntries(cleaned) as T
}

const only = (field: unknown, keys: readonly string[]): unknown =>
  isObject(field) ? Object.fromEntries(Object.entries(field).filter(([key]) => keys.includes(key))) : field

const withNo = (field: unknown, key: string): unknown => (isObject(field) ? { ...field, [key]: null } : field)

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
