import type { GuestBooking } from '../bookings/model.ts'
import { findById } from '../contacts/directory.ts'
import type { ContactRow } from '../contacts/model.ts'
import type { Read } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { normalizeEmail } from '../shapes.ts'
import type { LinkRow } from './model.ts'
import type { LinkGuest } from './public-model.ts'
import { fault } from './rules.ts'

export interface Filled {
  guest: GuestBooking['guest']
  /** What whoever holds the link may read of what was taken from the contact. */
  shown: Partial<Pick<GuestBooking['guest'], 'name' | 'email' | 'timezone'>>
}

/** Whom a share link was made for. */
export async function contactBehind(db: Read, link: LinkRow): Promise<ContactRow | null> {
  if (link.kind !== 'share' || link.contactId === null) return null
  return (await findById(db, link.contactId)) ?? null
}

/**
 * The guest of a booking: as typed, and what a share link's guest leaves out as the host knows it. Somebody with another
 * address gets no more filled in than the link shows anyway: mails go there.
 */
export function filledGuest(typed: LinkGuest = {}, contact: ContactRow | null, hostTimezone: string): Filled {
  const known = contact && knownOf(contact, hostTimezone)
  const isTheirs = contact && (typed.email === undefined || normalizeEmail(typed.email) === contact.emailKey)
  const filled = isTheirs ? known?.full : known?.shown
  const name = typed.name ?? filled?.name
  const email = typed.email ?? filled?.email
  const timezone = typed.timezone ?? filled?.timezone
  const faults = Object.entries({ name, email, timezone }).flatMap(([field, value]) =>
    value === undefined ? [fault(`guest/${field}`, 'required', `Send the guest's ${field}.`)] : [],
  )
  if (name === undefined || email === undefined || timezone === undefined)
    throw new AppError('invalid_request', faults[0]?.detail ?? '', {}, faults)
  const left = Object.entries(known?.shown ?? {}).filter(([field]) => typed[field as keyof LinkGuest] === undefined)
  return {
    guest: { name, email, timezone, ...(typed.locale !== undefined && { locale: typed.locale }) },
    shown: isTheirs ? Object.fromEntries(left) : {},
  }
}

/** A contact in full, and as a stranger may see it. */
function knownOf({ name, email, timezone }: ContactRow, hostTimezone: string) {
  const masked = maskedEmail(email)
  return {
    full: { name: name ?? email, email, timezone: timezone ?? hostTimezone },
    shown: { name: name === null ? masked : firstNameOf(name), email: masked, timezone: hostTimezone },
  }
}

/** Enough of an address to know one's own by, and too little to write to. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}••••${email.slice(at)}`
}

export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''
