import type { GuestBooking } from '../bookings/model.ts'
import { findById } from '../contacts/directory.ts'
import type { ContactRow } from '../contacts/model.ts'
import type { Read } from '../db/database.ts'
import { AppError } from '../errors.ts'
import type { LinkRow } from './model.ts'
import type { LinkGuest } from './public-model.ts'
import { fault } from './rules.ts'

export interface Filled {
  guest: GuestBooking['guest']
  /** What was taken from the contact, and so is not for whoever holds the link to read. */
  withheld: { name: boolean; email: boolean }
}

/** Whom a share link was made for. */
export async function contactBehind(db: Read, link: LinkRow): Promise<ContactRow | null> {
  if (link.kind !== 'share' || link.contactId === null) return null
  return (await findById(db, link.contactId)) ?? null
}

/** The guest of a booking: as typed, and what a share link's guest leaves out as the host knows it. */
export function filledGuest(typed: LinkGuest = {}, contact: ContactRow | null, hostTimezone: string): Filled {
  const name = typed.name ?? (contact && (contact.name ?? contact.email.split('@')[0]))
  const email = typed.email ?? contact?.email
  const timezone = typed.timezone ?? (contact && (contact.timezone ?? hostTimezone))
  const faults = Object.entries({ name, email, timezone }).flatMap(([field, value]) =>
    value ? [] : [fault(`guest/${field}`, 'required', `Send the guest's ${field}.`)],
  )
  if (!name || !email || !timezone) throw new AppError('invalid_request', faults[0]?.detail ?? '', {}, faults)
  return {
    guest: { name, email, timezone, ...(typed.locale !== undefined && { locale: typed.locale }) },
    withheld: { name: typed.name === undefined, email: typed.email === undefined },
  }
}

/** Enough of an address to know one's own by, and too little to write to. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return `${[...email][0] ?? ''}••••${email.slice(at)}`
}

export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? ''
